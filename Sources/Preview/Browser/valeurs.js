/* The values of the note: found in the page or in the list, changed one at a time. */

const values = {
  all: [], roots: [], texts: [], current: null, isDirty: false, isBusy: false, view: "liste", words: "" };
const content = element("div", { class: "contenu" });
const desk = element(
  "section", { class: "pupitre", "aria-labelledby": "apercu-pupitre", hidden: true,
    onkeydown: (event) => event.key === "Escape" && back() },
  element(
    "div", { class: "tete" },
    element("h2", { id: "apercu-pupitre", tabindex: "-1" }, "Modifier la note"),
    element("button", { type: "button", onclick: () => openDesk(false) }, "Fermer")),
  content);
const deskOpener = element(
  "button", { type: "button", "aria-expanded": "false", hidden: true,
    onclick: () => openDesk(desk.hidden, true) }, "Modifier");
main.prepend(desk);
bar.append(deskOpener);

/** While it is busy the desk shows nothing else: what is on it is about to go. */
function setBusy(isBusy) {
  values.isBusy = isBusy;
  main.setAttribute("aria-busy", String(isBusy));
}

/**
 * Sends a change; the answer is `{ status, ...what the server says }`. The page is not loaded again
 * before `saved` took note of what was done.
 */
async function send(path, fields) {
  setBusy(true);
  const answer = await request(path, fields);
  if (answer.status !== 200) setBusy(false);
  return answer;
}

async function request(path, fields) {
  const post = () => fetch(`/_cadrage/${path}`, {
    method: "POST", headers: { "X-Cadrage-Jeton": token },
    body: new URLSearchParams({ page: location.pathname, ...fields }),
  });
  try {
    let answer = await post();
    // The preview was started again: what is typed here is not lost for it.
    if (answer.status === 403 && (await renewToken())) answer = await post();
    const isJSON = answer.headers.get("Content-Type").startsWith("application/json");
    if (isJSON) return { status: answer.status, ...(await answer.json()) };
    return { status: answer.status, fautes: [await answer.text()] };
  } catch {
    showStopped();
    return { status: 0, fautes: ["L’aperçu est arrêté : rien n’est enregistré. Votre texte reste ici."] };
  }
}

let token = script.jeton;

/** Takes the token that a fresh page has; whether it is another one. */
async function renewToken() {
  const page = await (await fetch(location.pathname)).text();
  const fresh = /data-jeton="(\w+)"/.exec(page)?.[1];
  const isNew = fresh !== undefined && fresh !== token;
  if (isNew) token = fresh;
  return isNew;
}

async function loadValues() {
  const query = new URLSearchParams({ page: location.pathname });
  try {
    const answer = await fetch(`/_cadrage/valeurs?${query}`);
    if (!answer.ok) return;
    const text = await answer.text();
    // What is the same is not shown again: somebody may be searching it.
    if (text === values.loaded) return;
    values.loaded = text;
    const found = JSON.parse(text);
    Object.assign(values, {
      all: found.valeurs, roots: found.racines, texts: found.textes, isPublished: found.publiee });
  } catch {
    return;
  }
  deskOpener.hidden = values.all.length === 0;
  if (!desk.hidden && !values.current && !values.isDirty && !values.isBusy) showListAgain();
}

/** The list with what changed, its search, what is unfolded and its focus where they were. */
async function showListAgain() {
  const [focused, unfolded] = [placeOfFocus(corner), unfoldedGroups()];
  await showList(values.words);
  unfoldGroups(unfolded);
  if (focused && !focusAgain(corner, focused)) desk.querySelector("h2").focus();
}

const groupName = (details) => details.querySelector("summary").textContent.replace(/ \(\d+\)$/, "");

const unfoldedGroups = () => [...content.querySelectorAll("details[open]")].map(groupName);

function unfoldGroups(names) {
  for (const details of content.querySelectorAll("details")) {
    if (names.includes(groupName(details))) details.open = true;
  }
}

function setDesk(isOpen) {
  desk.hidden = !isOpen;
  deskOpener.setAttribute("aria-expanded", String(isOpen));
  document.documentElement.classList.toggle("cadrage-modifie", isOpen);
  makeMarks(isOpen);
}

function openDesk(isOpen, takesFocus = false) {
  setDesk(isOpen);
  if (!isOpen) {
    values.current = null;
    values.isDirty = false;
    if (takesFocus || corner.activeElement === null) deskOpener.focus();
    return comeUpToDate();
  }
  if (!values.current) showList();
  if (takesFocus) desk.querySelector("h2").focus();
}

/** From a value to the list, from the list to the page. */
async function back() {
  if (!values.current) return openDesk(false, true);
  const name = values.current.nom;
  await showList();
  focusValue(name);
  comeUpToDate();
}

/* The list ------------------------------------------------------------------ */

const waits = (value) => value.mot !== null && !(value.mot === "a_paraitre" && value.cnaf);

function title(value) {
  const words = [value.contexte, value.titre].filter(Boolean).join(", ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Comes back once what the preview is asked for is shown too. */
async function showList(words = "") {
  values.words = words;
  values.current = null;
  values.isDirty = false;
  const search = element("input", {
    id: "apercu-recherche", type: "search", autocomplete: "off", value: words,
    oninput: () => {
      values.words = search.value;
      fill(search.value);
    } });
  const groups = element("div", { class: "groupes" });
  const pending = values.all.filter(waits);
  const fill = (words) => groups.replaceChildren(...listed(words, pending));
  const tab = (view, words) => element(
    "button", { type: "button", "aria-pressed": String(values.view === view), "data-vue": view,
      onclick: () => {
        values.view = view;
        showList();
        content.querySelector(`[data-vue="${view}"]`).focus();
      } }, words);
  const isOfValues = values.view === "liste" || values.view === "attente";
  content.replaceChildren(
    lastChange(),
    values.isPublished ? element(
      "p", { class: "avis-publiee" },
      "Cette note est publiée : ce que vous changez ici n’y paraît qu’après une révision.") : "",
    element("p", { class: "choix" },
      tab("liste", "Valeurs"),
      tab("attente", `Ce qui attend (${pending.length})`),
      tab("textes", "Textes"), tab("publication", "Publier")),
    isOfValues ? element("p", { class: "recherche" },
      element("label", { for: "apercu-recherche" }, "Chercher"), search) : "",
    groups);
  if (values.view === "textes") await listTexts(groups);
  else if (values.view === "publication") await showPublication(groups);
  else fill(words);
}

const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function listed(words, pending) {
  const wanted = folded(words);
  const shown = (values.view === "attente" ? pending : values.all).filter((value) =>
    folded([value.groupe, title(value), value.lu].join(" ")).includes(wanted));
  const groups = Map.groupBy
    ? Map.groupBy(shown, (value) => value.groupe)
    : shown.reduce((all, value) =>
      all.set(value.groupe, [...(all.get(value.groupe) ?? []), value]), new Map());
  const isOpen = Boolean(words) || values.view === "attente" || groups.size < 3;
  const parts = [...groups].map(([name, members]) => element(
    "details", { open: isOpen },
    element("summary", {}, `${name} (${members.length})`),
    element("ul", {}, members.map((value) => element("li", {}, valueButton(value))))));
  if (values.view === "attente" && pending.length === 0) {
    return [element("p", {}, "Plus rien n’attend.")];
  }
  if (parts.length === 0) return [element("p", {}, "Aucune valeur ne répond à ces mots.")];
  const adders = values.view === "attente" || words ? [] : values.roots
    .filter((root) => root.manque.length)
    .map((root) => adder(root, `Ajouter (${root.portee})`));
  return [...parts, ...adders];
}

function valueButton(value) {
  return element(
    "button", { type: "button", class: `une-valeur ${value.genre}`, "data-nom": value.nom,
      onclick: () => showValue(value) },
    element("span", { class: "nom" }, title(value)),
    value.lu !== null ? element("span", { class: "lu" }, value.lu) : null);
}

function focusValue(name) {
  const button = [...content.querySelectorAll("[data-nom]")].find((one) => one.dataset.nom === name);
  for (let part = button?.parentElement; part; part = part.parentElement) {
    if (part.localName === "details") part.open = true;
  }
  (button ?? desk.querySelector("h2")).focus();
}

/* One value ----------------------------------------------------------------- */

function openValue(name) {
  const value = values.all.find((one) => one.nom === name);
  if (!value) return;
  openDesk(true);
  showValue(value);
}

/** @param typed what somebody typed and could not save, with what is wrong with it */
function showValue(value, typed = null) {
  values.current = value;
  values.isDirty = typed !== null;
  const isPlain = value.texte !== null;
  content.replaceChildren(
    element("p", {}, element(
      "button", { type: "button", class: "retour", onclick: back }, "← Toutes les valeurs")),
    element("h3", { tabindex: "-1" }, title(value)),
    isPlain ? valueForm(value, typed) : parts(value),
    value.manque?.length ? adder(value, "Ajouter une précision") : "",
    value.modele ? adder({ ...value, manque: [value.modele], isList: true }, "Ajouter un élément") : "",
    itemButtons(value),
    facts(value));
  showUses(value);
  const first = content.querySelector("form .champ :is(input, textarea, select)");
  (first ?? content.querySelector("h3")).focus();
  showInPage(value);
}

/** The values in a record or a list. */
function parts(value) {
  const inside = values.all.filter((one) => one.nom.startsWith(
    value.nom.endsWith("#") ? value.nom : `${value.nom}/`) && one.nom !== value.nom);
  const rest = (one) => one.nom.slice(value.nom.length + 1);
  return element("ul", {}, inside.filter((one) => !rest(one).includes("/"))
    .map((one) => element("li", {}, valueButton(one))));
}

const writtenText = (value) => [value.mot, value.texte].filter(Boolean).join(" ");

/** What a field starts from that holds something else than the file. */
function typedGiven(value, text) {
  const mot = value.mots?.find((word) => `${text} `.startsWith(`${word} `)) ?? null;
  return { mot, texte: mot ? text.slice(mot.length).trim() : text, iso: null };
}

function valueForm(value, typed) {
  const faults = (found) => input.show(found);
  let timer = 0;
  const input = field(value, typed ? typedGiven(value, typed.text) : value, () => {
    values.isDirty = input.text() !== writtenText(value);
    clearTimeout(timer);
    timer = setTimeout(check, 250);
  });
  async function check() {
    const text = input.text();
    if (text === writtenText(value)) return faults([]);
    const answer = await request("verifier", { nom: value.nom, texte: text });
    if (text === input.text()) faults(answer.fautes ?? []);
  }
  async function save(event) {
    event?.preventDefault();
    clearTimeout(timer);
    const text = input.text();
    const isForYear = scope?.select.value === "annee";
    if (text === writtenText(value) && !isForYear) return back();
    const answer = await send(
      isForYear ? "pour-cette-annee" : "enregistrer",
      { nom: value.nom, avant: writtenText(value), texte: text });
    if (answer.status === 409) return showConflict(value, text, answer.maintenant);
    if (answer.status !== 200) return faults(answer.fautes);
    saved(answer, answer.nom ?? value.nom);
  }
  if (typed) faults(typed.faults);
  const scope = value.annee ? yearScope(value) : null;
  const form = element(
    "form", { novalidate: true, onsubmit: save,
      onkeydown: (event) => {
        if (event.key === "Enter" && event.target.localName === "textarea") save(event);
      } },
    input.part, scope?.part,
    element("p", { class: "boutons" },
      element("button", { type: "submit", class: "principal" }, "Enregistrer"),
      element("button", { type: "button", onclick: back }, "Ne rien changer")));
  return form;
}

/** For whom a lasting value changes: all its years, or the year of the note alone. */
function yearScope(value) {
  const id = `apercu-portee-${++fieldCount}`;
  const choice = select(
    id, [["tous", value.portee], ["annee", "cette année seulement"]], "tous");
  choice.setAttribute("aria-describedby", `${id}-aide`);
  const help = element("p", { class: "aide", id: `${id}-aide`, role: "status" });
  const explain = () => {
    const { fichier, liste } = value.annee;
    help.textContent = choice.value === "tous"
      ? `Le fichier ${value.endroit.split(":")[0]} change.`
      : liste
        ? `Toute la liste « ${liste} » est recopiée dans ${fichier} : cette année, elle ne suit plus l’autre.`
        : `Le fichier ${fichier} dit l’autre valeur, pour cette année.`;
  };
  choice.addEventListener("change", explain);
  explain();
  return {
    select: choice,
    part: element("div", { class: "champ" }, element("label", { for: id }, "Pour"), choice, help),
  };
}

/** Another program changed the value since the page showed it: both are there to choose from. */
function showConflict(value, mine, now) {
  values.isDirty = true;
  const choose = async (text) => {
    if (text === now) {
      values.isDirty = false;
      await loadValues();
      return back();
    }
    const answer = await send("enregistrer", { nom: value.nom, avant: now, texte: text });
    if (answer.status === 200) return saved(answer, value.nom);
    if (answer.status === 409) return showConflict(value, mine, answer.maintenant);
    await loadValues();
    const fresh = values.all.find((one) => one.nom === value.nom) ?? value;
    showValue(fresh, { text: mine, faults: answer.fautes });
  };
  content.replaceChildren(element(
    "div", { class: "conflit", role: "alert" },
    element("h3", { tabindex: "-1" }, `${title(value)} : un autre programme l’a changée`),
    element("p", {}, "Rien n’est enregistré. Le fichier dit maintenant :"),
    element("pre", { tabindex: "0" }, now),
    element("p", {}, "Vous aviez écrit :"),
    element("pre", { tabindex: "0" }, mine),
    element("p", { class: "boutons" },
      element("button", { type: "button", onclick: () => choose(now) }, "Garder celle du fichier"),
      element("button", { type: "button", onclick: () => choose(mine) }, "Mettre la vôtre"))));
  content.querySelector("h3").focus();
}

function itemButtons(value) {
  const buttons = [];
  if (value.retour) buttons.push(element(
    "button", { type: "button", onclick: () => act("pour-tous-les-ans", value) },
    value.retour.liste
      ? `Reprendre la liste de tous les ans : ${value.retour.texte}`
      : `Reprendre la valeur de tous les ans : ${value.retour.texte}`));
  if (value.rang !== undefined) {
    const move = (to, words) => buttons.push(element(
      "button", { type: "button", onclick: () => act("deplacer", value, { vers: to }) }, words));
    if (value.rang > 0) move(value.rang - 1, "Monter");
    if (value.rang < value.nombre - 1) move(value.rang + 1, "Descendre");
  }
  if (!value.obligatoire && (!value.retour || value.retour.liste)) buttons.push(element(
    "button", { type: "button", onclick: () => act("retirer", value) },
    value.rang !== undefined ? "Retirer de la liste" : "Retirer"));
  return buttons.length
    ? element("p", { class: "boutons" }, buttons, element("span", { class: "fautes", role: "alert" }))
    : "";
}

async function act(path, value, fields = {}) {
  const answer = await send(path, { nom: value.nom, ...fields });
  if (answer.status === 200) return saved(answer, null);
  content.querySelector(".boutons .fautes")?.replaceChildren(answer.fautes.join(" "));
}

/** What is to be known of a value. */
function facts(value) {
  const rows = [
    ["Vaut pour", value.portee], ["Écrite dans", value.endroit],
    ["Remplace", value.remplace?.join(" ; ") || null], ["Source", value.source],
  ].filter(([, text]) => text);
  return element("dl", {},
    rows.flatMap(([name, text]) => [element("dt", {}, name), element("dd", {}, text)]),
    element("dt", {}, "Imprimée dans"), element("dd", { class: "emplois" }, "…"));
}

/** Where a value is printed, each page with a link. */
async function showUses(value) {
  const query = new URLSearchParams({ page: location.pathname, nom: value.nom });
  const answer = await fetch(`/_cadrage/emplois?${query}`).catch(() => null);
  const pages = answer?.ok ? (await answer.json()).pages : [];
  const place = content.querySelector(".emplois");
  if (values.current !== value || !place) return;
  if (pages.length === 0) return place.replaceChildren("aucune page, telle quelle");
  place.replaceChildren(element("ul", {}, pages.map(({ titre, adresse, fois }) => element(
    "li", {},
    adresse === location.pathname ? titre : element("a", { href: adresse }, titre),
    fois > 1 ? ` (${fois} fois)` : ""))));
}

/* Adding -------------------------------------------------------------------- */

/** What may be added to a record, a list or a file, one choice after the other. */
function adder(value, words) {
  const holder = element("div", { class: "ajout" });
  const models = value.manque;
  const start = (model) => {
    values.isDirty = true;
    holder.replaceChildren(addForm(value, model));
    holder.querySelector("input, textarea, select")?.focus();
  };
  if (models.length === 1 && value.isList) {
    holder.append(element("button", { type: "button", onclick: () => start(models[0]) }, words));
    return holder;
  }
  const id = `apercu-ajout-${++fieldCount}`;
  const choice = select(
    id, [["", "choisissez"], ...models.map((model, rank) => [String(rank), model.titre])], "");
  choice.addEventListener("change", () => choice.value && start(models[Number(choice.value)]));
  holder.append(element("p", {}, element("label", { for: id }, words), choice));
  return holder;
}

function addForm(value, model) {
  const isRecord = model.champs.length > 0;
  const asked = isRecord ? model.champs.filter((one) => one.genre !== "ensemble") : [model];
  const inputs = asked.map((one) => ({ cle: one.cle, input: field(one) }));
  const needed = inputs.filter((_, rank) => !isRecord || asked[rank].obligatoire);
  const others = inputs.filter((one) => !needed.includes(one));
  const save = async (event) => {
    event.preventDefault();
    const fields = Object.fromEntries(
      inputs.map(({ cle, input }) => [`champ.${cle}`, input.text()]).filter(([, text]) => text));
    const answer = await send(
      "ajouter", { nom: value.nom, ...(value.isList ? {} : { cle: model.cle }), ...fields });
    inputs.forEach(({ cle, input }) => input.show(answer.champs?.[cle] ?? []));
    if (answer.status === 200) return saved(answer, null);
    form.querySelector(".boutons .fautes").replaceChildren((answer.fautes ?? []).join(" "));
  };
  const form = element(
    "form", { novalidate: true, onsubmit: save },
    element("h4", {}, value.isList ? "Un élément de plus" : model.titre),
    needed.map(({ input }) => input.part),
    others.length ? element("details", { open: needed.length === 0 },
      element("summary", {}, "Facultatif"), others.map(({ input }) => input.part)) : null,
    element("p", { class: "boutons" },
      element("button", { type: "submit", class: "principal" }, "Ajouter"),
      element("button", { type: "button",
        onclick: () => (values.current ? showValue(values.current) : showList()) }, "Ne rien ajouter"),
      element("span", { class: "fautes", role: "alert" })));
  return form;
}

/* What was changed ---------------------------------------------------------- */

let change = null;

/** The lines that were changed, before and after, and how to take them back. */
function lastChange() {
  if (!change) return "";
  return element(
    "div", { class: "change", role: "status" },
    element("p", {}, element("strong", {},
      change.mots ? "C’est publié." : change.annule ? "Annulé. " : "Enregistré. ")),
    change.mots ? element("pre", { tabindex: "0" }, change.mots) : null,
    change.lignes.map((line) => [
      element("p", { class: "endroit" }, `${line.fichier}:${line.ligne}`),
      line.avant ? element("pre", { tabindex: "0", class: "avant" },
        element("span", { class: "hors-vue" }, "Avant : "), line.avant) : null,
      line.apres ? element("pre", { tabindex: "0", class: "apres" },
        element("span", { class: "hors-vue" }, "Après : "), line.apres) : null,
    ]),
    change.retours > 0 ? element(
      "p", {}, element("button", { type: "button", onclick: undo },
        change.annule ? "Annuler aussi le changement d’avant" : "Annuler ce changement")) : null);
}

async function saved(answer, name) {
  change = answer;
  values.isDirty = false;
  values.current = null;
  values.wanted = name;
  await catchUp();
  await loadValues();
  await showList();
  if (name) focusValue(name);
  else desk.querySelector("h2").focus();
  setBusy(false);
  comeUpToDate();
}

async function undo() {
  const answer = await send("annuler", {});
  if (answer.status === 200) return saved({ ...answer, annule: true }, null);
  content.querySelector(".change").append(
    element("p", { class: "fautes", role: "alert" }, answer.fautes.join(" ")));
}
