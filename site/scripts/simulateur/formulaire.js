// The form: the questions on the project, and the collectifs and free lines that one adds.
//
// Uses nombres.js, elements.js and moteur.js, and the data.
"use strict";

(() => {
  const {
    donnees,
    nombres: { NBSP, readCost, readNumber, readMinutes, counted, listed },
    elements: { byId },
    moteur: { D },
  } = cadrage;

  // The questions, by the names of their inputs -----------------------------------------------

  const CONDITIONS = {
    quatre_axes: "hasFourAxes", collectif: "isCollective", regulier: "isRegular",
    au_dela_des_devoirs: "goesBeyondHomework", gratuit_ou_symbolique: "isFreeOrSymbolic",
  };
  /** Text fields of a collectif: name, slot, how it is read. */
  const FIELDS = [
    ["nombre", "count", readNumber], ["cout", "cost", readCost],
    ["enfants", "children", readNumber], ["animateurs", "animators", readNumber],
    ["seances_hebdomadaires", "sessionsPerWeek", readNumber],
    ["duree_seance_minutes", "sessionMinutes", readMinutes], ["semaines", "weeks", readNumber],
  ];
  const EXCEPTIONS = [
    ["rural", "isRural"], ["handicap", "hasDisability"],
    ["contrainte_locaux", "hasPremisesConstraint"],
  ];
  /** The criteria of a bonus, in the order of the slots that follow its own. */
  const BONUSES = [
    ["bonus_enfants", "childrenBonus", ["projet", "materiel", "intervenants", "sorties"]],
    ["bonus_parents", "parentsBonus", ["projet", "intervenants", "actions", "public"]],
  // The page of a year before the bonuses has none.
  ].filter(([name]) => byId("modele-collectif").content.querySelector(`[name="${name}.projet"]`));
  const AMOUNTS = [
    ["plafond", "ceiling"], ["montant_bonus_enfants", "childrenBonus"],
    ["montant_bonus_parents", "parentsBonus"],
  ];

  // What is on the page -----------------------------------------------------------------------

  const form = byId("page-questions");
  const groups = [];
  const otherLines = [];
  /** The form's own inputs: conditions, funders, the amounts of the year. */
  const projectInputs = {};
  let serial = 0;

  /** The inputs inside an element by name, each with what describes it. */
  const inputsOf = (element, prefix) => {
    const inputs = {};
    for (const input of element.querySelectorAll("input, select")) {
      const box = input.closest(".champ");
      input.id ||= `${prefix}-${input.name.replace(/\W/g, "-")}`;
      const help = box?.querySelector(":scope > .aide");
      if (help) {
        help.id ||= `${input.id}-aide`;
        input.setAttribute("aria-describedby", help.id);
      }
      if (input.type === "text") {
        const label = input.parentElement.querySelector(":scope > label");
        if (label) label.htmlFor = input.id;
      }
      inputs[input.name] = input;
    }
    return inputs;
  };

  /** Once, before any collectif is there: its inputs are not the project's. */
  const findQuestions = () => Object.assign(projectInputs, inputsOf(form, "projet"));

  const copyOf = (template, letter, values) => {
    serial += 1;
    const element = byId(template).content.firstElementChild.cloneNode(true);
    const inputs = inputsOf(element, `${letter}${serial}`);
    setInputs(inputs, values);
    return { element, inputs };
  };

  const addGroup = (values = {}, after = groups.length) => {
    const group = copyOf("modele-collectif", "c", values);
    groups.splice(after, 0, group);
    const next = groups[after + 1];
    byId("page-collectifs").insertBefore(group.element, next ? next.element : null);
    return group;
  };

  const addOther = (values = {}) => {
    const line = copyOf("modele-autre", "a", values);
    otherLines.push(line);
    byId("page-autres").append(line.element);
    return line;
  };

  const setInputs = (inputs, values) => {
    for (const [name, value] of Object.entries(values)) {
      const input = inputs[name];
      if (!input) continue;
      if (input.type === "checkbox") input.checked = value === true || value === "oui";
      else input.value = value;
    }
  };

  const valuesOf = (inputs) =>
    Object.fromEntries(Object.entries(inputs).map(([name, input]) =>
      [name, input.type === "checkbox" ? input.checked : input.value]));

  const isAnswered = (input) =>
    (input.type === "checkbox" ? input.checked : input.value.trim() !== "");

  const clear = () => {
    for (const list of [groups, otherLines]) {
      for (const { element } of list.splice(0)) element.remove();
    }
    for (const input of Object.values(projectInputs)) {
      if (input.type === "checkbox") input.checked = false;
      else input.value = "";
    }
  };

  /** What an input asks, in the words of the page: those of its group, if it has one, then its own. */
  const questionOf = (input) => {
    const label = form.querySelector(`label[for="${input.id}"]`) ?? input.closest("label");
    const legend = input.closest("fieldset:not(.groupe, .conditions)")
      ?.querySelector(":scope > legend");
    return [legend, label].filter(Boolean).map(({ textContent }) => textContent.trim())
      .join(`${NBSP}: `);
  };

  // What the form says of itself --------------------------------------------------------------

  const nameGroups = () => {
    const alone = groups.length === 1;
    for (const [index, { element }] of groups.entries()) {
      element.querySelector(".groupe-titre").textContent =
        alone ? "Vos collectifs" : `Collectif ${index + 1}`;
      element.querySelector("[data-groupe=retirer]").hidden = alone;
    }
    byId("page-ajouter").disabled = groups.length >= D.collectifCapacity;
    for (const [index, { element }] of otherLines.entries()) {
      element.querySelector("legend").textContent = `Financement ${index + 1}`;
    }
    byId("page-ajouter-autre").disabled = otherLines.length >= D.otherFundingCapacity;
  };

  /** What is called « collectif 2 » in the results; nothing when there is one description only. */
  const groupName = (rank) => (rank && groups.length > 1 ? `Collectif ${rank}` : "");

  /** Opens the folded parts that hold an answer. */
  const openUsed = () => {
    for (const details of form.querySelectorAll("details.volet")) {
      details.open = [...details.querySelectorAll("input")].some(isAnswered);
    }
  };

  /** Beside the title of a folded part, what it holds; untouched when it says so already. */
  const summarize = (element, name, text) => {
    const place = element.querySelector(`[data-resume=${name}]`);
    if (place && place.textContent !== text) place.textContent = text;
  };

  const summarizeGroup = ({ element, inputs }) => {
    const asked = BONUSES.filter(([name, , criteria]) =>
      criteria.some((criterion) => inputs[`${name}.${criterion}`].checked));
    const names = asked.map(([name]) => name.slice("bonus_".length));
    summarize(element, "bonus",
      asked.length ? `demandé${NBSP}: ${listed(names)}` : "aucun demandé");
    const isSaid = [...FIELDS.slice(3).map(([name]) => inputs[name]),
      inputs.handicap, inputs.contrainte_locaux].filter(Boolean).some(isAnswered);
    summarize(element, "organisation", isSaid ? "précisée" : "la plus courante");
  };

  /** The conditions that this year has, as inputs. */
  const conditionInputs = () =>
    Object.keys(CONDITIONS).map((name) => projectInputs[name]).filter(Boolean);

  /** The inputs of the conditions about which nothing was said. */
  const unanswered = () => conditionInputs().filter(({ value }) => value === "");

  const conditionsVerdict = () => {
    const unmet = conditionInputs().filter(({ value }) => value === "non").length;
    const silent = unanswered().length;
    if (unmet) {
      return `${unmet} condition${unmet > 1 ? "s ne sont pas remplies" : " n’est pas remplie"}`
        + `${NBSP}: en l’état, la Ps ne peut pas être versée.`;
    }
    if (silent) return `${silent} question${silent > 1 ? "s" : ""} sans réponse.`;
    return "Toutes ces conditions sont remplies.";
  };

  const summaries = () => {
    groups.forEach(summarizeGroup);
    summarize(form, "projet", conditionsVerdict());
    const asked = donnees.financements.filter(({ code }) => isAnswered(projectInputs[code]));
    summarize(form, "financements",
      asked.length ? `demandé${NBSP}: ${asked.length}` : "aucun demandé");
    summarize(form, "autres", otherLines.length ? counted(otherLines.length, "lignes") : "aucun");
  };

  /**
   * The questions as data; the project's inputs by name; the collectifs (`groups`) and the free
   * lines, each { element, inputs }, in the order of the page; what changes them and names them.
   */
  cadrage.formulaire = {
    CONDITIONS, FIELDS, EXCEPTIONS, BONUSES, AMOUNTS, form, projectInputs, groups, otherLines,
    findQuestions, addGroup, addOther, setInputs, valuesOf, isAnswered, clear, questionOf,
    nameGroups, groupName, openUsed, unanswered, summaries,
  };
})();
