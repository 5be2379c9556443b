/* The texts of the note: a section as Markdown beside the page that prints it. */

async function loadTexts() {
  const query = new URLSearchParams({ page: location.pathname });
  const answer = await fetch(`/_cadrage/textes?${query}`);
  return answer.ok ? (await answer.json()).sections : [];
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

function showText(section) {
  values.current = { nom: section.nom, isText: true };
  values.isDirty = false;
  const id = `apercu-texte-${++fieldCount}`;
  const text = element(
    "textarea", { id, rows: 18, class: "markdown", spellcheck: "true",
      oninput: () => { values.isDirty = text.value !== section.texte; } }, section.texte);
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
  scope.addEventListener("change", explain);
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
  const used = section.valeurs.map((name) => values.all.find((one) => one.nom === name))
    .filter(Boolean);
  content.replaceChildren(
    element("p", {}, element(
      "button", { type: "button", class: "retour", onclick: back }, "← Tous les textes")),
    element("h3", { tabindex: "-1" }, section.titre),
    element(
      "form", { novalidate: true, onsubmit: save },
      element("div", { class: "champ" },
        element("label", { for: `${id}-pour` }, "Pour"), scope, concerned),
      element("div", { class: "champ" },
        element("label", { for: id }, "Texte"), text, faults),
      element("p", { class: "boutons" },
        element("button", { type: "submit", class: "principal" }, "Enregistrer"),
        element("button", { type: "button", onclick: back }, "Ne rien changer"))),
    used.length ? element(
      "details", {},
      element("summary", {}, `Les valeurs de ce texte (${used.length})`),
      element("ul", {}, used.map((value) => element("li", {}, valueButton(value))))) : "",
  );
  document.getElementById(section.nom)?.scrollIntoView({ block: "start", behavior: "instant" });
  text.focus();
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
