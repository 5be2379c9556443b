/* The texts of the note: a section as Markdown beside what the page will show of it. */

async function loadTexts() {
  const query = new URLSearchParams({ page: location.pathname });
  const answer = await fetch(`/_cadrage/textes?${query}`);
  return answer.ok ? (await answer.json()).sections : [];
}

/** Opens the section that a file holds, at a line of it. */
async function openText(file, line) {
  const section = (await loadTexts()).find((one) => one.fichier === file);
  if (!section) return;
  openDesk(true);
  values.view = "textes";
  showText(section, line);
}

async function listTexts(holder) {
  const sections = await loadTexts();
  holder.replaceChildren(element(
    "ul", {}, sections.map((section) => element("li", {}, element(
      "button", { type: "button", class: "une-valeur texte", "data-nom": section.nom,
        onclick: () => showText(section) },
      element("span", { class: "nom" }, section.places.at(-1).portee),
      element("span", { class: "lu" }, section.titre))))));
}

function showText(section, line = null) {
  values.current = { nom: section.nom, isText: true };
  values.isDirty = false;
  const id = `apercu-texte-${++fieldCount}`;
  const text = element(
    "textarea", { id, rows: 18, class: "markdown", spellcheck: "true",
      "aria-describedby": `${id}-aide`,
      oninput: () => {
        values.isDirty = text.value !== section.texte;
        trial.later();
      },
      onkeydown: (event) => event.key === "Enter" && event.ctrlKey && save(event) }, section.texte);
  const own = section.places.at(-1).fichier;
  const scope = select(
    `${id}-pour`, section.places.map((place) => [place.fichier, place.portee]), own);
  const concerned = element("p", { class: "aide", role: "status" });
  const explain = () => {
    const isNew = scope.value !== own;
    concerned.textContent = isNew
      ? `Un nouveau fichier, ${scope.value}, remplace ce texte pour ${labelOf(scope)} ; les autres notes gardent le leur.`
      : `Le fichier ${own} change pour ${labelOf(scope)}.`;
  };
  const trial = textTrial(section, text, scope);
  scope.addEventListener("change", () => {
    explain();
    trial.later();
  });
  explain();
  const faults = element("div", { class: "fautes", role: "alert" });
  const save = async (event) => {
    event.preventDefault();
    if (text.value === section.texte) return back();
    const answer = await send("enregistrer-texte", {
      nom: section.nom, fichier: scope.value, avant: section.texte, texte: text.value });
    if (answer.status === 200) {
      values.view = "textes";
      return saved(answer, section.nom);
    }
    if (answer.status === 409) return showTextConflict(section, text.value, answer.maintenant);
    faults.replaceChildren(...answer.fautes.map((fault) => element("p", {}, fault)));
  };
  content.replaceChildren(
    element("p", {}, element(
      "button", { type: "button", class: "retour", onclick: back }, "← Tous les textes")),
    element("h3", { tabindex: "-1" }, section.titre),
    element(
      "div", { class: "cote-a-cote" },
      element(
        "form", { novalidate: true, onsubmit: save },
        element("div", { class: "champ" },
          element("label", { for: `${id}-pour` }, "Pour"), scope, concerned),
        element("div", { class: "champ" },
          element("label", { for: id }, "Texte"), text,
          element("p", { class: "aide", id: `${id}-aide` }, "Ctrl + Entrée enregistre."), faults),
        element("p", { class: "boutons" },
          element("button", { type: "submit", class: "principal" }, "Enregistrer"),
          element("button", { type: "button", onclick: back }, "Ne rien changer"))),
      trial.part));
  trial.now();
  document.getElementById(section.nom)?.scrollIntoView({ block: "start", behavior: "instant" });
  text.focus();
  if (line === null) text.setSelectionRange(0, 0);
  else goToLine(text, line);
}

/** Puts the cursor at the beginning of a line, and the line in view. */
function goToLine(text, line) {
  const before = text.value.split("\n").slice(0, line - 1);
  const start = before.reduce((sum, one) => sum + one.length + 1, 0);
  text.focus();
  text.setSelectionRange(start, start);
  const height = parseFloat(getComputedStyle(text).lineHeight);
  text.scrollTop = Math.max(0, (line - 3) * height);
}

/** What the text would give, made by the preview as it makes the page: `{ part, now(), later() }`. */
function textTrial(section, text, scope) {
  const state = element("p", { class: "aide", role: "status" });
  const messages = element("ol", { class: "messages" });
  const sheet = textSheet();
  const used = element("div");
  const part = element(
    "section", { class: "essai", "aria-labelledby": "apercu-essai" },
    element("h4", { id: "apercu-essai" }, "Ce que la page montrera"), state, messages, sheet.part,
    used);
  let timer = 0;
  const now = async () => {
    const asked = text.value;
    const answer = await request(
      "essai", { nom: section.nom, fichier: scope.value, texte: asked });
    if (asked !== text.value || !part.isConnected) return;
    if (answer.status !== 200) return state.replaceChildren(answer.fautes.join(" "));
    const errors = answer.messages.filter((one) => one.gravite === "erreur").length;
    state.textContent = answer.html === null
      ? `${count(errors, "erreur")} à corriger : le rendu est celui d’avant.`
      : asked === section.texte ? "Tel qu’il est enregistré." : "Pas encore enregistré.";
    messages.replaceChildren(...answer.messages.map((one) => item(one, lineButton(text, one))));
    part.classList.toggle("ancien", answer.html === null);
    if (answer.html !== null) {
      sheet.show(answer.html);
      used.replaceChildren(usedValues(answer.valeurs));
    }
  };
  return { part, now, later: () => {
    clearTimeout(timer);
    timer = setTimeout(now, 200);
  } };
}

function lineButton(text, { ligne }) {
  return [element(
    "button", { type: "button", onclick: () => goToLine(text, ligne) },
    `Aller à la ligne ${ligne}`), " "];
}

function usedValues(names) {
  const used = names.map((name) => values.all.find((one) => one.nom === name)).filter(Boolean);
  if (used.length === 0) return "";
  return element(
    "details", {},
    element("summary", {}, `Les valeurs de ce texte (${used.length})`),
    element("ul", {}, used.map((value) => element("li", {}, valueButton(value)))));
}

/** A piece of the page, in the page's own styles: `{ part, show(html) }`. */
function textSheet() {
  const part = element("div", { class: "rendu", tabindex: "0" });
  const inside = part.attachShadow({ mode: "open" });
  const text = element("div", { class: "texte" });
  const styles = ["/styles/cadrage.css", "/styles/note.css"];
  // Nothing is left from here: a link would lose what is typed.
  text.addEventListener("click", (event) => event.target.closest("a") && event.preventDefault());
  inside.append(
    ...styles.map((href) => element("link", { rel: "stylesheet", href })),
    element("article", { class: "note" }, text));
  const page = getComputedStyle(document.body);
  for (const name of ["fontFamily", "color", "backgroundColor"]) part.style[name] = page[name];
  return { part, show: (html) => {
    text.innerHTML = html;
    for (const link of text.querySelectorAll("a")) link.tabIndex = -1;
    // The page has the same landmarks.
    for (const part of text.querySelectorAll("[role]")) part.removeAttribute("role");
    for (const part of text.querySelectorAll("section")) part.removeAttribute("aria-labelledby");
  } };
}

const labelOf = (choice) => choice.selectedOptions[0].textContent;

function showTextConflict(section, mine, now) {
  values.isDirty = true;
  content.replaceChildren(element(
    "div", { class: "conflit", role: "alert" },
    element("h3", { tabindex: "-1" }, `${section.titre} : un autre programme a changé ce texte`),
    element("p", {}, "Rien n’est enregistré. Le fichier dit maintenant :"),
    element("pre", { tabindex: "0" }, now),
    element("p", {}, "Vous aviez écrit :"),
    element("pre", { tabindex: "0" }, mine),
    element("p", { class: "boutons" },
      element("button", { type: "button",
        onclick: () => { values.isDirty = false; back(); } }, "Garder celui du fichier"),
      element("button", { type: "button",
        onclick: () => {
          showText({ ...section, texte: now });
          const text = content.querySelector(".markdown");
          text.value = mine;
          text.dispatchEvent(new Event("input"));
        } }, "Reprendre le vôtre"))));
  content.querySelector("h3").focus();
}
