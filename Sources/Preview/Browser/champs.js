/* A field for each kind of value: what it shows, and the text that the file would get. */

let fieldCount = 0;

const waitingWords = {
  a_confirmer: "à confirmer : une valeur proposée, pas encore décidée",
  a_completer: "à compléter : personne ne la connaît encore",
  a_paraitre: "à paraître : la Cnaf la publiera",
};

/**
 * @param model what may stand there (`genre`, `unites`, `choix`, `mots`, `titre`, `aide`)
 * @param given what stands there (`texte`, `iso`, `mot`), or nothing
 * @param changed called at each change
 * @returns `{ part, text(), focus(), show(faults) }`
 */
function field(model, given = {}, changed = () => {}) {
  const name = `apercu-champ-${++fieldCount}`;
  const input = control(model, given, name);
  const faults = element("div", { class: "fautes", id: `${name}-fautes`, role: "alert" });
  const help = element("p", { class: "aide", id: `${name}-aide` }, model.aide);
  const label = element("label", { for: name }, model.titre, model.obligatoire ? "" : null);
  const known = element("div", { class: "valeur" }, input.parts);
  const word = model.mots?.length ? wordChoice(model, given, name) : null;
  const update = () => {
    known.hidden = word !== null && word.value !== "" && word.value !== "a_confirmer";
    changed();
  };
  const part = element(
    "div", { class: "champ", oninput: update, onchange: update },
    label, word && element("p", { class: "etat-valeur" },
      element("label", { for: `${name}-mot` }, "Cette valeur est "), word),
    known, help, faults);
  input.main.setAttribute("aria-describedby", `${name}-aide ${name}-fautes`);
  if (word) known.hidden = word.value !== "" && word.value !== "a_confirmer";
  return {
    part,
    text: () => [word?.value, known.hidden ? "" : input.text()].filter(Boolean).join(" "),
    focus: () => (known.hidden ? word : input.main).focus(),
    show: (found) => {
      faults.replaceChildren(...found.map((fault) => element("p", {}, fault)));
      input.main.setAttribute("aria-invalid", String(found.length > 0));
    },
  };
}

function wordChoice(model, given, name) {
  const options = [["", "connue"], ...model.mots.map((word) => [word, waitingWords[word]])];
  return select(`${name}-mot`, options, given.mot ?? "");
}

function select(id, options, chosen) {
  return element(
    "select", { id },
    options.map(([value, title]) =>
      element("option", { value, selected: value === chosen }, title)));
}

/** The control of a kind: `{ parts, main, text() }`. */
function control(model, given, id) {
  const text = given.texte ?? "";
  const simple = (attributes) => {
    const main = element("input", { id, type: "text", autocomplete: "off", value: text, ...attributes });
    return { parts: [main], main, text: () => main.value.trim() };
  };
  switch (model.genre) {
    case "texte": {
      const main = element("textarea", { id, rows: text.length > 160 ? 8 : 3 }, text);
      return { parts: [main], main, text: () => main.value.trim() };
    }
    case "choix": {
      const options = model.choix.map((choice) => [choice.code, choice.titre]);
      const main = select(id, options.some(([code]) => code === text) ? options
        : [[text, text || "choisissez"], ...options], text);
      return { parts: [main], main, text: () => main.value };
    }
    case "jour":
    case "mois":
      if (text && !given.iso) return simple({});
      return calendar(model, given, id);
    case "periode":
      return dayOrWords(given, simple({}));
    case "montant":
      return amount(model, text, id);
    case "entier":
      return simple({ inputmode: "numeric" });
    case "telephone":
      return simple({ inputmode: "tel" });
    case "courriel":
      return simple({ inputmode: "email" });
    case "adresse":
      return simple({ inputmode: "url" });
    default:
      return simple({});
  }
}

/** A date keeps its spelling as long as it stays the same. */
function calendar(model, given, id) {
  const type = model.genre === "jour" ? "date" : "month";
  const main = element("input", { id, type, value: given.iso });
  return {
    parts: [main], main,
    text: () => (main.value === given.iso && given.texte ? given.texte : main.value),
  };
}

/** Words such as « mi-septembre 2025 », or a day that a calendar writes. */
function dayOrWords(given, words) {
  const day = element("input", {
    type: "date", value: given.iso?.length === 10 ? given.iso : "", "aria-label": "Choisir un jour",
    onchange: () => { if (day.value) words.main.value = day.value; } });
  return { ...words, parts: [words.main, day] };
}

/** A number with its unit beside it. */
function amount(model, text, id) {
  const [, number, unit] = /^(.*?)\s*(€(?:\/[a-z]+)?)?$/.exec(text);
  const main = element("input", {
    id, type: "text", inputmode: "decimal", autocomplete: "off", value: number, size: "12" });
  const units = model.unites;
  const choice = units.length > 1 || (unit && !units.includes(unit))
    ? select(`${id}-unite`, [...new Set([unit, ...units].filter(Boolean))].map((one) => [one, one]),
      unit ?? units[0])
    : null;
  choice?.setAttribute("aria-label", "Unité");
  return {
    parts: [main, choice ?? element("span", { class: "unite" }, ` ${units[0]}`)], main,
    text: () => {
      const typed = main.value.trim();
      return !typed || typed.includes("€") ? typed : `${typed} ${choice?.value ?? units[0]}`;
    },
  };
}
