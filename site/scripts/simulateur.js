// The simulator. It reads the answers, hands them to the calculation (the note's own, compiled to
// WebAssembly: scripts/calcul.js) with the rules of this note (donnees.js), and shows what comes back.
//
// Nothing is computed here: every amount on the page, sums included, is a number that the
// calculation returned. A classic script without requests, so that it runs from disk.
"use strict";

(() => {
  const VERSION = 1;
  const calcul = globalThis.cadrageCalcul;
  const donnees = globalThis.cadrageDonnees;
  const byId = (id) => document.getElementById(id);
  const workshop = byId("page-atelier");
  const breakdown = byId("page-panne");
  if (!workshop) return;

  // Words -----------------------------------------------------------------------------------

  const THIN = "\u202f";
  const NBSP = "\u00a0";
  const PARSE = {
    montant: `Écrivez un montant en euros, par exemple 9${THIN}000 ou 8${THIN}750,50.`,
    centimes: `Écrivez deux chiffres au plus après la virgule, par exemple 8${THIN}750,50.`,
    point: (whole, rest) =>
      `Ce point est ambigu. Écrivez ${whole}${THIN}${rest} ou ${whole},${rest.slice(0, 2)}.`,
    nombre: "Écrivez un nombre en chiffres, par exemple 10.",
    duree: `Écrivez une durée en minutes, par exemple 90 ou 1${NBSP}h${NBSP}30.`,
  };

  // Numbers as people write them --------------------------------------------------------------

  /** Without spaces of any kind, and with one kind of minus. */
  const bare = (text) => text.replace(/[\s\u200b\u2060]/g, "").replace(/^[−–]/, "-");

  /** Cents of « 9 000,50 € »: { value }, or { fault } that says how to write it. Empty: NaN. */
  const readAmount = (text) => {
    const written = bare(text).replace(/(€|euros?)$/i, "");
    if (!written) return text.trim() ? { fault: PARSE.montant } : { value: NaN };
    const ambiguous = /^-?(\d{1,3})\.(\d{3})$/.exec(written);
    if (ambiguous) return { fault: PARSE.point(ambiguous[1], ambiguous[2]) };
    const parts = /^(-?)(\d{1,15})(?:[.,](\d*))?$/.exec(written);
    if (!parts) return { fault: PARSE.montant };
    const [, sign, whole, decimals = ""] = parts;
    if (decimals.length > 2) return { fault: PARSE.centimes };
    return { value: Number(sign + whole + decimals.padEnd(2, "0")) };
  };

  const readNumber = (text) => {
    const written = bare(text);
    if (!written) return { value: NaN };
    if (!/^-?\d{1,15}([.,]\d+)?$/.test(written)) return { fault: PARSE.nombre };
    return { value: Number(written.replace(",", ".")) };
  };

  /** Minutes of « 90 », « 90 min », « 1 h 30 », « 2h ». */
  const readMinutes = (text) => {
    const written = bare(text).toLowerCase().replace(/(min|mn|minutes?)$/, "");
    const clock = /^(\d{1,2})(?:h|heures?)(\d{0,2})$/.exec(written);
    if (clock) return { value: Number(clock[1]) * 60 + Number(clock[2] || 0) };
    const { value } = readNumber(written);
    return value === undefined ? { fault: PARSE.duree } : { value };
  };

  // Numbers as the page writes them -----------------------------------------------------------

  const grouped = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, THIN);

  /** A whole number with its decimal point moved left, without zeros at the end beyond `kept`. */
  const decimal = (number, places, kept) => {
    const digits = String(Math.abs(number)).padStart(places + 1, "0");
    let rest = digits.slice(-places);
    while (rest.length > kept && rest.endsWith("0")) rest = rest.slice(0, -1);
    if (/^0*$/.test(rest)) rest = "";
    return [(number < 0 ? "−" : "") + digits.slice(0, -places), rest];
  };
  const written = ([whole, rest]) => grouped(whole) + (rest && `,${rest}`);

  const euros = (cents) => `${written(decimal(cents, 2, 2))}${NBSP}€`;
  /** « 2758,28 », for spreadsheets. */
  const plainEuros = (cents) => {
    const [whole, rest] = decimal(cents, 2, 2);
    return `${whole},${rest || "00"}`;
  };
  const duration = (minutes) => {
    const hours = Math.floor(minutes / 60);
    if (!hours) return `${minutes}${NBSP}min`;
    const rest = minutes % 60;
    return `${hours}${NBSP}h${rest ? NBSP + String(rest).padStart(2, "0") : ""}`;
  };
  const counted = (number, noun) => {
    const [one, many] = calcul.phrases.noms[noun] ?? ["", ""];
    return `${grouped(String(number))}${NBSP}${number < 2 ? one : many}`;
  };
  const formatted = (number, kind) => {
    switch (kind) {
      case "€": return euros(number);
      case "€/10000": return `${written(decimal(number, 6, 2))}${NBSP}€`;
      case "%": return `${written(decimal(number, 2, 0))}${NBSP}%`;
      case "min": return duration(number);
      case undefined: return grouped(String(number));
      default: return counted(number, kind);
    }
  };
  const filled = (sentence, values) =>
    sentence.replace(/\{([a-z_0-9]+)\}/g, (whole, name) => values[name] ?? whole);
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const listed = (items) =>
    items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} et ${items.at(-1)}`;

  // The calculation ---------------------------------------------------------------------------

  const S = calcul?.emplacements;
  const D = calcul?.disposition;
  let engine = null;

  const start = async () => {
    const bytes = Uint8Array.from(atob(calcul.module), (letter) => letter.charCodeAt(0));
    engine = (await WebAssembly.instantiate(bytes)).instance.exports;
  };

  /** The records of one kind in the output. */
  const records = (slots, count, first, size) =>
    Array.from({ length: count }, (_, index) =>
      slots.subarray(first + size * index, first + size * (index + 1)));

  const operands = (names, slots, first) =>
    Object.fromEntries(names.map((name, index) =>
      [name, formatted(slots[first + index], calcul.operandes[name])]));

  const bound = (field, kind, number) =>
    formatted(number, kind === "trop-nombreux" ? field.bornes_nombre : field.bornes);

  /** Runs the calculation on slots that `fill` writes. */
  const calculate = (fill) => {
    const input = new Float64Array(engine.memory.buffer, engine.input(), D.inputSize);
    input.fill(NaN);
    fill(input);
    engine.calculate();
    const output = new Float64Array(engine.memory.buffer, engine.output(), D.outputSize);
    const errors = records(output, output[S.sortie.errors], D.errors, D.errorSize)
      .map((slots) => {
        const kind = calcul.erreurs[slots[S.erreur.kind]];
        const field = calcul.champs[slots[S.erreur.field]];
        return {
          kind, field: field.nom,
          collectif: slots[S.erreur.collectif], element: slots[S.erreur.element],
          text: filled(calcul.phrases.erreurs[kind], {
            champ: calcul.phrases.champs[field.nom],
            minimum: bound(field, kind, slots[S.erreur.low]),
            maximum: bound(field, kind, slots[S.erreur.high]),
          }),
        };
      });
    const findings = records(output, output[S.sortie.findings], D.findings, D.findingSize)
      .map((slots) => {
        const code = calcul.constats[slots[S.constat.code]];
        const words = calcul.phrases.constats[code.nom];
        const values = operands(code.operandes, slots, D.findingOperands);
        return {
          name: code.nom, severity: code.gravite, collectif: slots[S.constat.collectif],
          text: filled(words.phrase, values), remedy: filled(words.remede, values),
          rules: code.regle ? [code.regle] : [], words,
        };
      });
    const lines = records(output, output[S.sortie.lines], D.lines, D.lineSize)
      .map((slots) => {
        const code = calcul.lignes[slots[S.ligne.code]];
        const formula = calcul.formules[slots[S.ligne.formula]];
        return {
          name: code.nom, collectif: slots[S.ligne.collectif], funder: slots[S.ligne.funder],
          amount: slots[S.ligne.amount], formula, rules: code.regle ? [code.regle] : formula.regles,
          // The slots stay as they are until the next calculation, so sentences can wait.
          values: operands(formula.operandes, slots, D.lineOperands),
        };
      });
    return { computed: output[S.sortie.status] === 0, errors, findings, lines };
  };

  const explanation = (line) =>
    filled(calcul.phrases.formules[line.formula.nom].phrase,
      { ...line.values, montant: euros(line.amount) });

  /** Where a rule is stated, and why it holds when no document of the year says it. */
  const sourceOf = (path, funder) => {
    if (path === "financements") {
      const { nom, dispositif, montant } = donnees.financements[funder - 1];
      return { text: `${capital(nom)}, ${dispositif}${montant ? `, ${montant}` : ""}` };
    }
    const rule = donnees.regles[path];
    if (!rule) return { text: "le montant que vous avez donné" };
    const section = rule.section ? `, partie${NBSP}${rule.section}` : "";
    return {
      text: `${rule.document}${section}`,
      reason: donnees.motifs[rule.motif],
    };
  };

  /** The sources of a line or a finding, each once. */
  const sources = ({ rules, funder, formula, words }) => {
    const own = words ?? calcul.phrases.formules[formula.nom];
    const found = rules.map((path) => sourceOf(path, funder));
    if (!found.length && own.document) {
      found.push({ text: `${own.document}, partie${NBSP}${own.section}` });
    }
    return found.filter((source, index) =>
      found.findIndex((other) => other.text === source.text && other.reason === source.reason) === index);
  };

  // The form ----------------------------------------------------------------------------------

  const CONDITIONS = {
    quatre_axes: "hasFourAxes", collectif: "isCollective", regulier: "isRegular",
    au_dela_des_devoirs: "goesBeyondHomework", gratuit_ou_symbolique: "isFreeOrSymbolic",
  };
  /** Text fields of a collectif: name, slot, how it is read. */
  const FIELDS = [
    ["nombre", "count", readNumber], ["cout", "cost", readAmount],
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
  ];
  const AMOUNTS = [
    ["plafond", "ceiling"], ["montant_bonus_enfants", "childrenBonus"],
    ["montant_bonus_parents", "parentsBonus"],
  ];
  /** The field of the form behind a field of an error. */
  const AMOUNT_FIELDS = {
    plafond: "plafond", "bareme.bonus.enfants": "montant_bonus_enfants",
    "bareme.bonus.parents": "montant_bonus_parents",
  };

  const form = byId("page-questions");
  const groups = [];
  const otherLines = [];
  let serial = 0;

  /** The inputs inside an element by name, each with what describes it. */
  const inputsOf = (element, prefix) => {
    const inputs = {};
    for (const input of element.querySelectorAll("input")) {
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

  const addGroup = (values = {}, after = groups.length) => {
    serial += 1;
    const element = byId("modele-collectif").content.firstElementChild.cloneNode(true);
    const group = { element, inputs: inputsOf(element, `c${serial}`) };
    setInputs(group.inputs, values);
    groups.splice(after, 0, group);
    const next = groups[after + 1];
    byId("page-collectifs").insertBefore(element, next ? next.element : null);
    return group;
  };

  const addOther = (values = {}) => {
    serial += 1;
    const element = byId("modele-autre").content.firstElementChild.cloneNode(true);
    const line = { element, inputs: inputsOf(element, `a${serial}`) };
    setInputs(line.inputs, values);
    otherLines.push(line);
    byId("page-autres").append(element);
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

  /** The form's own inputs: conditions, funders, the amounts of the year. */
  let projectInputs = {};

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

  // From the form to the slots ------------------------------------------------------------------

  /** Writes the answers into the slots; returns the faults of writing, by input. */
  const fillSlots = (slots, placed) => {
    const faults = new Map();
    const read = (input, reader) => {
      const { value, fault } = reader(input.value);
      if (fault) faults.set(input, fault);
      return fault ? NaN : value;
    };
    for (const [name, value] of Object.entries(donnees.entree)) slots[S.entree[name]] = value;
    for (const [name, slot] of AMOUNTS) {
      const input = projectInputs[name];
      if (input) slots[S.entree[slot]] = read(input, readAmount);
    }
    for (const [name, slot] of Object.entries(CONDITIONS)) {
      slots[S.entree[slot]] = projectInputs[name].checked ? 1 : 0;
    }
    slots[S.entree.funders] = donnees.financements.length;
    for (const [index, funder] of donnees.financements.entries()) {
      const at = D.funders + D.funderSize * index;
      const input = projectInputs[funder.code];
      slots[at + S.financeur.basis] = funder.base;
      slots[at + S.financeur.low] = funder.bas;
      slots[at + S.financeur.high] = funder.haut;
      slots[at + S.financeur.asked] = input.type === "checkbox"
        ? (input.checked ? funder.bas : NaN) : read(input, readAmount);
    }
    for (const { inputs } of otherLines) {
      const amount = read(inputs.montant, readAmount);
      if (Number.isNaN(amount)) continue;
      const at = D.otherFunding + D.otherFundingSize * placed.length;
      slots[at + S.autre.amount] = amount;
      slots[at + S.autre.isBrancheFamille] = inputs.branche_famille.checked ? 1 : 0;
      placed.push(inputs);
    }
    slots[S.entree.otherFunding] = placed.length;
    slots[S.entree.collectifs] = groups.length;
    for (const [index, { inputs }] of groups.entries()) {
      const at = D.collectifs + D.collectifSize * index;
      for (const [name, slot, reader] of FIELDS) {
        slots[at + S.collectif[slot]] = read(inputs[name], reader);
      }
      for (const [name, slot] of EXCEPTIONS) {
        if (inputs[name].checked) slots[at + S.collectif[slot]] = 1;
      }
      for (const [name, slot, criteria] of BONUSES) {
        const ticked = criteria.map((criterion) => inputs[`${name}.${criterion}`].checked);
        if (!ticked.includes(true)) continue;
        const first = at + S.collectif[slot];
        slots[first] = 2;
        ticked.forEach((isTicked, place) => { slots[first + 1 + place] = isTicked ? 1 : 0; });
      }
      for (const [place, funder] of donnees.financements.entries()) {
        const input = inputs[`complement.${funder.code}`];
        if (input) slots[at + D.complements + place] = read(input, readAmount);
      }
    }
    return faults;
  };

  /** The input that an error of the calculation is about, if there is one. */
  const inputOf = (error, placed) => {
    const inputs = error.collectif ? groups[error.collectif - 1].inputs : projectInputs;
    switch (error.field) {
      case "complements": {
        const { code } = donnees.financements[error.element - 1] ?? {};
        return inputs[error.collectif ? `complement.${code}` : code];
      }
      case "autres_financements": return placed[error.element - 1]?.montant;
      case "collectifs": return groups[0].inputs.nombre;
      default: return inputs[AMOUNT_FIELDS[error.field] ?? error.field];
    }
  };

  // Errors beside the fields --------------------------------------------------------------------

  let shownErrors = new Map();

  const describe = (input, error) => {
    const box = input.closest(".champ");
    const help = box.querySelector(":scope > .aide");
    const ids = [help?.id, error?.id].filter(Boolean).join(" ");
    if (ids) input.setAttribute("aria-describedby", ids);
    else input.removeAttribute("aria-describedby");
    if (error) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    box.classList.toggle("en-erreur", Boolean(error));
  };

  /** Shows the errors; new ones only when the reader has paused, so as not to scold while typing. */
  const showErrors = (faults, hasPaused) => {
    for (const [input, element] of shownErrors) {
      const text = faults.get(input);
      if (text && input.isConnected) {
        if (element.lastChild.data !== text) element.lastChild.data = text;
      } else {
        element.remove();
        if (input.isConnected) describe(input, null);
        shownErrors.delete(input);
      }
    }
    if (!hasPaused) return;
    for (const [input, text] of faults) {
      if (shownErrors.has(input)) continue;
      const element = make("p", { class: "erreur", id: `${input.id}-erreur` },
        make("strong", {}, `Erreur${NBSP}: `), text);
      input.after(element);
      shownErrors.set(input, element);
      describe(input, element);
      for (let fold = input.closest("details"); fold; fold = fold.parentElement.closest("details")) {
        fold.open = true;
      }
    }
  };

  // The results ---------------------------------------------------------------------------------

  const SVG = "http://www.w3.org/2000/svg";
  const build = (element, attributes, children) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.flat(Infinity).filter((child) => child || child === 0));
    return element;
  };
  const make = (tag, attributes, ...children) =>
    build(document.createElement(tag), attributes, children);
  const draw = (tag, attributes, ...children) =>
    build(document.createElementNS(SVG, tag), attributes, children);

  const brief = byId("page-bref");
  const detail = byId("page-detail");
  const opened = new Set();
  /** What « Pourquoi ? » shows is made when it opens. */
  let contents = new Map();
  let last = null;

  /** A part that stays open from one result to the next, and is made only once it is. */
  const fold = (key, className, summary, content) => {
    const details = make("details", { class: className, "data-cle": key },
      make("summary", {}, summary), make("div", {}));
    contents.set(key, content);
    if (opened.has(key)) {
      details.open = true;
      open(details);
    }
    return details;
  };
  const open = (details) => {
    const content = contents.get(details.dataset.cle);
    if (content && !details.lastElementChild.childNodes.length) {
      details.lastElementChild.append(...content());
    }
  };

  const sourceElements = (thing) => sources(thing).flatMap(({ text, reason }) => [
    make("p", { class: "source" }, `Source${NBSP}: ${text}.`),
    reason && make("p", { class: "source deduite" },
      make("strong", {}, `Règle déduite${NBSP}: `), reason),
  ]);

  const why = (line, name, others = []) => {
    const key = [line.name, line.collectif, line.funder].join("/");
    return fold(key, "pourquoi",
      ["Pourquoi", THIN, "?", make("span", { class: "hors-vue" }, ` ${name}`)],
      () => [
        make("p", {}, explanation(line)), ...sourceElements(line),
        ...others.flatMap((other) => [
          make("p", {}, groupName(other.collectif) && `${groupName(other.collectif)}${NBSP}: `,
            explanation(other)),
          ...sourceElements(other),
        ]),
      ]);
  };

  const label = (line) =>
    line.name === "totaux.complements"
      ? capital(donnees.financements[line.funder - 1].nom)
      : calcul.phrases.lignes[line.name];

  const SUMS = {
    "totaux.ps": "collectifs.ps", "totaux.bonus_enfants": "collectifs.bonus_enfants",
    "totaux.bonus_parents": "collectifs.bonus_parents",
  };
  /** Lines that say something only when they are not zero. */
  const SILENT = new Set([
    "totaux.ecretement", "totaux.surfinancement", "totaux.autres_financements",
  ]);
  const STRONG = new Set(["totaux.branche_famille", "totaux.total", "totaux.reste_a_financer"]);

  const one = (lines, name) => lines.find((line) => line.name === name);

  const findingElement = (finding) => {
    const where = groupName(finding.collectif);
    return make("li", { class: `constat constat-${finding.severity}` },
      make("p", {},
        make("strong", { class: "gravite" }, calcul.phrases.gravites[finding.severity]), " ",
        where && make("span", { class: "constat-ou" }, `${where}${NBSP}: `), finding.text),
      make("p", { class: "remede" }, finding.remedy),
      ...sourceElements(finding));
  };

  const ORDER = ["bloquant", "a-valider", "avertissement"];
  const findingsElement = (findings) => {
    if (!findings.length) return null;
    const sorted = ORDER.flatMap((severity) =>
      findings.filter((finding) => finding.severity === severity));
    return make("ul", { class: "constats" }, sorted.map(findingElement));
  };

  /** Who pays what, as bars: the same amounts as the table under it. */
  const chart = (lines) => {
    const bars = [
      { text: "Branche Famille (Caf)", line: one(lines, "totaux.branche_famille"), kind: "caf" },
      ...lines.filter((line) => line.name === "totaux.complements")
        .map((line) => ({ text: label(line), line, kind: "autre" })),
      { text: "Autres financements", line: one(lines, "totaux.autres_financements"), kind: "autre" },
      { text: "Reste à financer", line: one(lines, "totaux.reste_a_financer"), kind: "reste" },
    ].filter(({ line, kind }) => kind === "caf" || line.amount > 0);
    // Lengths only: the longest bar is the whole cost, or the whole funding when it exceeds it.
    const whole = Math.max(1, one(lines, "totaux.cout").amount, one(lines, "totaux.total").amount);
    const row = 50;
    const description = bars.map(({ text, line }) => `${text}${NBSP}: ${euros(line.amount)}`);
    return make("figure", { class: "graphique" },
      draw("svg", {
        role: "img", "aria-labelledby": "graphique-titre graphique-texte", width: "100%",
        height: bars.length * row,
      },
      draw("title", { id: "graphique-titre" }, "Qui paie quoi"),
      draw("desc", { id: "graphique-texte" }, `${description.join(" ; ")}.`),
      draw("defs", {},
        draw("pattern", {
          id: "hachures", width: 6, height: 6, patternUnits: "userSpaceOnUse",
          patternTransform: "rotate(45)",
        }, draw("rect", { class: "hachure", width: 2, height: 6 }))),
      bars.map(({ text, line, kind }, index) => [
        draw("text", { x: 0, y: index * row + 17, class: "barre-nom" }, text),
        draw("rect", { x: 0, y: index * row + 24, width: "66%", height: 16, class: "piste" }),
        draw("rect", {
          x: 0, y: index * row + 24, height: 16, class: `part part-${kind}`,
          width: `${(66 * line.amount) / whole}%`, fill: kind === "reste" ? "url(#hachures)" : undefined,
        }),
        draw("text", { x: "100%", y: index * row + 38, class: "barre-montant" }, euros(line.amount)),
      ])));
  };

  const planTable = (lines) =>
    make("table", { class: "plan" },
      make("caption", { class: "hors-vue" }, "Le plan de financement, ligne par ligne"),
      make("thead", {}, make("tr", {},
        make("th", { scope: "col" }, "Ligne"),
        make("th", { scope: "col", class: "droite" }, "Montant"))),
      make("tbody", {}, lines
        .filter((line) => line.name.startsWith("totaux."))
        .filter((line) => line.amount > 0 || !SILENT.has(line.name))
        .map((line) => {
          const name = label(line);
          const parts = SUMS[line.name]
            ? lines.filter((other) => other.name === SUMS[line.name]).slice(0, 64) : [];
          return make("tr", { class: STRONG.has(line.name) && "forte" },
            make("th", { scope: "row" }, name, why(line, name, parts)),
            make("td", { class: "droite" }, euros(line.amount)));
        })));

  const groupTable = (lines) => {
    const own = lines.filter((line) => line.name.startsWith("collectifs."));
    const isBlocked = own.some((line) => line.name.endsWith("sans_blocage"));
    if (groups.length === 1 && !isBlocked) return null;
    return fold("collectifs", "volet", [
      make("span", { class: "volet-titre" }, "Collectif par collectif"),
    ], () => [
      make("table", { class: "plan" },
        make("caption", { class: "hors-vue" }, "Ce que reçoit chaque collectif"),
        make("thead", {}, make("tr", {},
          make("th", { scope: "col" }, "Ligne, pour un collectif"),
          make("th", { scope: "col", class: "droite" }, "Montant"))),
        groups.map((_, index) => make("tbody", {},
          groups.length > 1 && make("tr", { class: "groupe-ligne" },
            make("th", { scope: "rowgroup", colspan: 2 }, groupName(index + 1))),
          own.filter((line) => line.collectif === index + 1).map((line) => {
            const name = calcul.phrases.lignes[line.name];
            return make("tr", {},
              make("th", { scope: "row" }, name,
                why(line, `${name} ${groupName(line.collectif)}`)),
              make("td", { class: "droite" }, euros(line.amount)));
          })))),
    ]);
  };

  const [yearN, yearN1] = (donnees?.annee ?? "").split("-");
  const WHEN = {
    "echeancier.acompte_n": `avant la fin de ${yearN}`,
    "echeancier.acompte_n1": `en ${yearN1}`,
    "echeancier.solde": "après votre bilan, d’après vos comptes réels",
  };
  const calendar = (lines) => one(lines, "totaux.branche_famille").amount === 0
    ? make("p", {}, "Sans aide de la branche Famille, rien n’est versé.")
    : make("ol", { class: "echeancier" }, Object.entries(WHEN).map(([name, when]) => {
      const line = one(lines, name);
      const title = calcul.phrases.lignes[name];
      return make("li", {},
        make("p", {}, make("strong", {}, euros(line.amount)), ` ${when}`),
        make("p", { class: "precision" }, title), why(line, title));
    }));

  /** What is supposed of the collectifs about which nothing was said. */
  const assumptions = () =>
    donnees.hypotheses.flatMap(({ champ, operande, valeur }) => {
      const concerned = groups.flatMap(({ inputs }, index) => {
        const own = inputs[champ] ? [inputs[champ]]
          : Object.entries(inputs).filter(([name]) => name.startsWith(`${champ}.`))
            .map(([, input]) => input);
        const isSaid = own.some((input) =>
          (input.type === "checkbox" ? input.checked : input.value.trim() !== ""));
        return isSaid ? [] : [index + 1];
      });
      if (!concerned.length) return [];
      const text = filled(calcul.phrases.hypotheses[champ],
        operande ? { [operande]: formatted(valeur, calcul.operandes[operande]) } : {});
      const isForAll = concerned.length === groups.length;
      const noun = concerned.length > 1 ? "collectifs" : "collectif";
      return [isForAll ? text : `${text} (${noun} ${listed(concerned.map(String))})`];
    });

  const verdict = ({ lines, findings }) => {
    const help = one(lines, "totaux.branche_famille");
    const remaining = one(lines, "totaux.reste_a_financer");
    const over = one(lines, "totaux.surfinancement");
    const blocking = findings.filter(({ severity }) => severity === "bloquant");
    const isBlocked = blocking.length > 0;
    const possible = lines.find((line) => line.name === "collectifs.ps_sans_blocage");
    return make("div", { class: "verdict cadre" },
      make("h3", {}, isBlocked && help.amount === 0
        ? "Aucune aide en l’état" : "Aide possible de la branche Famille"),
      make("p", { class: "total" }, euros(help.amount)),
      isBlocked && make("p", { class: "verdict-suite" },
        groups.length === 1 && possible
          ? `${blocking.length > 1 ? "Des points sont" : "Un point est"} à corriger. Ensuite, la Ps pourrait être de ${euros(possible.amount)} par collectif.`
          : "Des collectifs n’ont droit à rien pour le moment : voyez les points à corriger."),
      make("p", { class: "verdict-suite" }, over.amount > 0
        ? `Les financements dépassent le coût de ${euros(over.amount)}.`
        : `Coût ${euros(one(lines, "totaux.cout").amount)}. `,
      over.amount > 0 ? null
        : make("strong", {}, `Reste à financer${NBSP}: ${euros(remaining.amount)}.`)));
  };

  /** Says what is missing or wrong, with links to the fields. */
  const wait = (faults, missing, findings) => {
    const isFaulty = faults.size > 0;
    const goTo = (input, text) => make("li", {},
      make("a", { href: `#${input.id}`, "data-vers": input.id }, text));
    const named = (input, text) => {
      const name = form.querySelector(`label[for="${input.id}"]`)?.textContent;
      return goTo(input, name ? `${name}${NBSP}: ${text}` : text);
    };
    const items = isFaulty ? [...faults].map(([input, text]) => named(input, text))
      : missing.map(({ input, text }) => (input ? goTo(input, text) : make("li", {}, text)));
    brief.replaceChildren(...[
      make("div", { class: "verdict cadre" },
        make("h3", {}, isFaulty ? "Une réponse est à corriger" : "Il manque encore"),
        make("ul", {}, items)),
      findingsElement(findings),
    ].filter(Boolean));
    detail.replaceChildren();
  };

  const section = (title, ...children) =>
    make("section", { class: "partie" }, make("h3", {}, title), ...children);

  const show = (result) => {
    brief.replaceChildren(...[verdict(result), findingsElement(result.findings),
      section("Qui paie quoi", chart(result.lines))].filter(Boolean));
    detail.replaceChildren(
      section("Combien, et pourquoi", ...[planTable(result.lines), groupTable(result.lines)].filter(Boolean)),
      make("div", {}, section("Quand l’argent arrive", calendar(result.lines)),
        section("Ce que le calcul suppose", make("ul", { class: "hypotheses" },
          assumptions().map((text) => make("li", {}, capital(text)))))));
  };

  // At each change --------------------------------------------------------------------------------

  const summaries = () => {
    const set = (element, name, text) => {
      const place = element.querySelector(`[data-resume=${name}]`);
      if (place && place.textContent !== text) place.textContent = text;
    };
    for (const { element, inputs } of groups) {
      const asked = BONUSES.filter(([name, , criteria]) =>
        criteria.some((criterion) => inputs[`${name}.${criterion}`].checked));
      const names = asked.map(([name]) => name.slice("bonus_".length));
      set(element, "bonus", asked.length ? `demandé${NBSP}: ${listed(names)}` : "aucun demandé");
      const isSaid = [...FIELDS.slice(3).map(([name]) => inputs[name].value.trim()),
        inputs.handicap.checked, inputs.contrainte_locaux.checked].some(Boolean);
      set(element, "organisation", isSaid ? "précisée" : "la plus courante");
    }
    const unmet = Object.keys(CONDITIONS).filter((name) => !projectInputs[name].checked).length;
    set(form, "projet", unmet ? `${unmet} à revoir` : "toutes remplies");
    const asked = donnees.financements.filter(({ code }) => {
      const input = projectInputs[code];
      return input.type === "checkbox" ? input.checked : input.value.trim() !== "";
    });
    set(form, "financements", asked.length ? `demandé${NBSP}: ${asked.length}` : "aucun demandé");
    set(form, "autres", otherLines.length ? counted(otherLines.length, "lignes") : "aucun");
  };

  let pause = 0;

  /** Reads, computes and shows; what is said aloud and new errors wait for a pause. */
  const update = ({ hasPaused = false } = {}) => {
    let result;
    let faults;
    const placed = [];
    try {
      result = calculate((slots) => { faults = fillSlots(slots, placed); });
    } catch {
      // The calculation refuses what it cannot hold by an error; a trap is a fault of ours.
      workshop.hidden = true;
      breakdown.classList.add("visible");
      return;
    }
    const missing = [];
    for (const error of result.errors) {
      const input = inputOf(error, placed);
      if (input && faults.has(input)) continue;
      if (error.kind === "valeur-manquante" || !input) missing.push({ input, text: error.text });
      else faults.set(input, error.text);
    }
    // Where an answer cannot be read there is no result, even if the rest would give one.
    const isComputed = result.computed && faults.size === 0;
    last = isComputed ? result : null;
    contents = new Map();
    if (isComputed) show(result);
    else wait(faults, missing, faults.size ? [] : result.findings);
    byId("page-actions").hidden = !isComputed;
    summaries();
    showErrors(faults, hasPaused);
    showBand(isComputed ? result : null);
    clearTimeout(pause);
    pause = setTimeout(() => {
      showErrors(faults, true);
      announce(isComputed ? result : null, faults);
      remember();
    }, hasPaused ? 200 : 900);
  };

  const announce = (result, faults) => {
    const place = byId("page-annonce");
    let text = "";
    if (result) {
      const blocking = result.findings.filter(({ severity }) => severity === "bloquant").length;
      text = `Aide possible${NBSP}: ${euros(one(result.lines, "totaux.branche_famille").amount)}. `
        + `Reste à financer${NBSP}: ${euros(one(result.lines, "totaux.reste_a_financer").amount)}.`
        + (blocking ? ` ${blocking} point${blocking > 1 ? "s" : ""} à corriger.` : "");
    } else if (faults.size) {
      text = "Une réponse est à corriger.";
    }
    if (place.textContent !== text) place.textContent = text;
  };

  const band = byId("page-bandeau");
  const showBand = (result) => {
    band.hidden = !result;
    if (!result) return;
    const help = euros(one(result.lines, "totaux.branche_famille").amount);
    const remaining = euros(one(result.lines, "totaux.reste_a_financer").amount);
    band.replaceChildren(make("span", {}, "Aide possible ", make("strong", {}, help)), " ",
      make("span", {}, `Reste ${remaining}`));
  };

  // The answers in the fragment of the address --------------------------------------------------

  let lastFragment = "";

  const fragment = () => {
    const pairs = [["v", String(VERSION)]];
    const add = (name, value) => pairs.push([name, value]);
    for (const [name] of AMOUNTS) if (projectInputs[name]?.value.trim()) add(name, projectInputs[name].value.trim());
    for (const name of Object.keys(CONDITIONS)) if (!projectInputs[name].checked) add(`projet.${name}`, "non");
    groups.forEach(({ inputs }, index) => {
      for (const [name, value] of Object.entries(valuesOf(inputs))) {
        if (value === true) add(`c${index + 1}.${name}`, "oui");
        else if (value && value.trim()) add(`c${index + 1}.${name}`, value.trim());
      }
    });
    for (const { code } of donnees.financements) {
      const input = projectInputs[code];
      const value = input.type === "checkbox" ? (input.checked ? "oui" : "") : input.value.trim();
      if (value) add(`aide.${code}`, value);
    }
    otherLines.forEach(({ inputs }, index) => {
      add(`autre${index + 1}.montant`, inputs.montant.value.trim());
      if (inputs.financeur.value.trim()) add(`autre${index + 1}.financeur`, inputs.financeur.value.trim());
      if (inputs.branche_famille.checked) add(`autre${index + 1}.branche_famille`, "oui");
    });
    return `#${new URLSearchParams(pairs)}`;
  };

  const remember = () => {
    const text = isBlank() ? "" : fragment();
    if (text === lastFragment) return;
    lastFragment = text;
    history.replaceState(null, "", text || location.pathname + location.search);
  };

  const isBlank = () => !/&/.test(fragment().replace("&c1.nombre=1", ""));

  const clear = () => {
    for (const list of [groups, otherLines]) {
      for (const { element } of list.splice(0)) element.remove();
    }
    for (const [name, input] of Object.entries(projectInputs)) {
      if (input.type === "checkbox") input.checked = name in CONDITIONS;
      else input.value = "";
    }
  };

  /** Puts the answers of a fragment into the form; returns the names of those it does not know. */
  const restore = (text) => {
    clear();
    const unknown = [];
    const collectifs = [];
    const others = [];
    const into = (list, rank, capacity, known, name, value) => {
      if (rank < 1 || rank > capacity || !known.includes(name)) return false;
      (list[rank - 1] ??= {})[name] = value;
      return true;
    };
    const names = (id) => [...byId(id).content.querySelectorAll("input")].map(({ name }) => name);
    const [groupNames, otherNames] = [names("modele-collectif"), names("modele-autre")];
    for (const [key, value] of new URLSearchParams(text.slice(1))) {
      const [, head, , name] = /^([a-z]+(\d*))\.(.+)$/.exec(key) ?? [];
      const rank = Number(/\d+$/.exec(head ?? "")?.[0] ?? 0);
      let isKnown = key === "v";
      if (AMOUNTS.some(([amount]) => amount === key)) {
        isKnown = Boolean(projectInputs[key]);
        if (isKnown) projectInputs[key].value = value;
      } else if (head === "projet" && name in CONDITIONS) {
        isKnown = true;
        projectInputs[name].checked = value !== "non";
      } else if (head === "aide" && donnees.financements.some(({ code }) => code === name)) {
        isKnown = true;
        setInputs(projectInputs, { [name]: value });
      } else if (/^c\d+$/.test(head ?? "")) {
        isKnown = into(collectifs, rank, D.collectifCapacity, groupNames, name, value);
      } else if (/^autre\d+$/.test(head ?? "")) {
        isKnown = into(others, rank, D.otherFundingCapacity, otherNames, name, value);
      }
      if (!isKnown) unknown.push(key);
    }
    for (const values of collectifs.filter(Boolean)) addGroup(values);
    for (const values of others.filter(Boolean)) addOther(values);
    if (!groups.length) addGroup();
    nameGroups();
    openUsed();
    return unknown;
  };

  /** Opens the folded parts that hold an answer. */
  const openUsed = () => {
    for (const details of form.querySelectorAll("details.volet")) {
      details.open = [...details.querySelectorAll("input")].some((input) =>
        (input.type === "checkbox" ? input.checked !== input.defaultChecked
          : input.value.trim() !== ""));
    }
  };

  const load = () => {
    const text = location.hash;
    const notice = byId("page-lien");
    notice.hidden = true;
    if (!/^#v=\d/.test(text)) return false;
    lastFragment = text;
    const unknown = restore(text);
    const version = Number(new URLSearchParams(text.slice(1)).get("v"));
    const sentences = [];
    if (version > VERSION) sentences.push("Ce lien vient d’une version plus récente de cette page.");
    if (version < VERSION) sentences.push("Ce lien vient d’une version plus ancienne de cette page.");
    if (unknown.length) {
      sentences.push(`Ces réponses n’existent plus et n’ont pas été reprises${NBSP}: ${listed(unknown)}.`);
    } else if (sentences.length) {
      sentences.push("Toutes ses réponses ont été reprises.");
    }
    if (sentences.length) {
      notice.replaceChildren(make("p", { class: "encadre-titre" }, "Vérifiez les réponses"),
        make("p", {}, sentences.join(" ")));
      notice.hidden = false;
    }
    return true;
  };

  // What one takes away ---------------------------------------------------------------------------

  const table = () => {
    const rows = [["Ligne", "Montant en euros", "Explication", "Source"]];
    for (const line of last.lines) {
      const where = groupName(line.collectif);
      const name = line.collectif ? `${where || "Pour un collectif"} : ${label(line)}` : label(line);
      rows.push([name, plainEuros(line.amount), explanation(line),
        sources(line).map(({ text, reason }) => (reason ? `${text} (règle déduite)` : text)).join(" ; ")]);
    }
    otherLines.forEach(({ inputs }, index) => {
      const { value } = readAmount(inputs.montant.value);
      if (Number.isNaN(value)) return;
      rows.push([inputs.financeur.value.trim() || `Autre financement ${index + 1}`,
        plainEuros(value), "Montant que vous avez indiqué.", ""]);
    });
    for (const { severity, collectif, text, remedy } of last.findings) {
      const where = groupName(collectif);
      rows.push([calcul.phrases.gravites[severity], "", `${where && `${where} : `}${text} ${remedy}`, ""]);
    }
    for (const text of assumptions()) rows.push(["Hypothèse", "", capital(text), ""]);
    for (const text of calcul.phrases.mentions) rows.push(["À savoir", "", text, ""]);
    rows.push(["Adresse de cette simulation", "", address(), ""]);
    return rows;
  };

  /** A cell that a spreadsheet would take for a formula is made text. */
  const harmless = (cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
  const oneLine = (cell) => harmless(cell).replace(/[\t\r\n]+/g, " ");
  const quoted = (cell) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const asTSV = () => table().map((row) => row.map(oneLine).join("\t")).join("\n");
  const asCSV = () =>
    `\ufeff${table().map((row) => `${row.map((cell) => quoted(harmless(cell))).join(";")}\r\n`).join("")}`;

  const address = () => location.href.replace(/#.*$/, "") + fragment();

  const say = (...children) => document.querySelector(".etat-action").replaceChildren(...children);

  const copy = async (text, done) => {
    const box = document.querySelector(".copie");
    try {
      await navigator.clipboard.writeText(text);
      box.hidden = true;
      say(done);
    } catch {
      // Not allowed, or not there: the reader copies by hand.
      box.hidden = false;
      const area = byId("page-copie");
      area.value = text;
      area.focus();
      area.select();
      say("Copiez le texte sélectionné ci-dessous.");
    }
  };

  const download = () => {
    const url = URL.createObjectURL(new Blob([asCSV()], { type: "text/csv;charset=utf-8" }));
    const link = make("a", { href: url, download: `clas-${donnees.departement}-${donnees.annee}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    say("Le fichier est téléchargé.");
  };

  const ACTIONS = {
    lien: () => { remember(); copy(address(), "Le lien est copié. Vos réponses sont dans l’adresse elle-même."); },
    tableau: () => copy(asTSV(), "Le tableau est copié. Collez-le dans un tableur."),
    csv: download,
    imprimer: () => window.print(),
  };

  const MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
    "septembre", "octobre", "novembre", "décembre"];
  const beforePrint = () => {
    const now = new Date();
    const day = now.getDate() === 1 ? "1er" : now.getDate();
    const place = document.querySelector(".impression");
    place.textContent = `Simulation imprimée le ${day}${NBSP}${MONTHS[now.getMonth()]} ${now.getFullYear()}. `
      + `Pour la retrouver${NBSP}: ${address()}`;
    place.hidden = false;
    for (const details of detail.querySelectorAll("details:not([open])")) {
      details.dataset.imprime = "";
      open(details);
      details.open = true;
    }
  };
  const afterPrint = () => {
    document.querySelector(".impression").hidden = true;
    for (const details of detail.querySelectorAll("details[data-imprime]")) {
      delete details.dataset.imprime;
      details.open = false;
    }
  };

  // Events ------------------------------------------------------------------------------------------

  const focusOn = (input) => {
    for (let part = input.closest("details"); part; part = part.parentElement.closest("details")) {
      part.open = true;
    }
    input.focus();
    input.scrollIntoView({ block: "center" });
  };

  const startAgain = () => {
    const before = fragment();
    clear();
    addGroup();
    nameGroups();
    openUsed();
    opened.clear();
    byId("page-lien").hidden = true;
    document.querySelector(".copie").hidden = true;
    update({ hasPaused: true });
    const undo = make("button", { type: "button" }, "Reprendre mes réponses");
    undo.addEventListener("click", () => {
      restore(before);
      update({ hasPaused: true });
      say("");
      groups[0].inputs.cout.focus();
    });
    const notice = byId("page-lien");
    notice.replaceChildren(make("p", {}, "Toutes vos réponses sont effacées. "), undo);
    notice.hidden = false;
    notice.focus();
  };

  const changeGroups = (button) => {
    const index = groups.findIndex(({ element }) => element.contains(button));
    if (button.dataset.groupe === "copier") {
      if (groups.length >= D.collectifCapacity) return;
      const { inputs } = addGroup(valuesOf(groups[index].inputs), index + 1);
      inputs.cout.focus();
    } else {
      groups.splice(index, 1)[0].element.remove();
      groups[Math.max(0, index - 1)].inputs.cout.focus();
    }
    nameGroups();
    update({ hasPaused: true });
  };

  const listen = () => {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => update());
    form.addEventListener("change", () => update({ hasPaused: true }));
    form.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (!button) return;
      if (button.dataset.groupe) changeGroups(button);
      if (button.dataset.autre) {
        const index = otherLines.findIndex(({ element }) => element.contains(button));
        otherLines.splice(index, 1)[0].element.remove();
        nameGroups();
        byId("page-ajouter-autre").focus();
        update({ hasPaused: true });
      }
    });
    byId("page-ajouter").addEventListener("click", () => {
      const { inputs } = addGroup();
      nameGroups();
      inputs.cout.focus();
      update();
    });
    byId("page-ajouter-autre").addEventListener("click", () => {
      const { inputs } = addOther();
      nameGroups();
      inputs.financeur.focus();
      update();
    });
    byId("page-recommencer").addEventListener("click", startAgain);
    byId("page-actions").addEventListener("click", ({ target }) => {
      const action = target.closest("[data-action]")?.dataset.action;
      if (action && last) ACTIONS[action]();
    });
    brief.addEventListener("click", (event) => {
      const link = event.target.closest("[data-vers]");
      if (!link) return;
      event.preventDefault();
      focusOn(byId(link.dataset.vers));
    });
    // « toggle » does not bubble.
    detail.addEventListener("toggle", ({ target }) => {
      if ("imprime" in target.dataset) return;
      if (target.open) {
        opened.add(target.dataset.cle);
        open(target);
      } else {
        opened.delete(target.dataset.cle);
      }
    }, true);
    band.addEventListener("click", (event) => {
      event.preventDefault();
      const results = byId("page-resultats");
      results.scrollIntoView();
      results.focus({ preventScroll: true });
    });
    window.addEventListener("hashchange", () => {
      if (location.hash !== lastFragment && load()) update({ hasPaused: true });
    });
    window.addEventListener("beforeprint", beforePrint);
    window.addEventListener("afterprint", afterPrint);
  };

  const hideBandOverResults = () => {
    if (!("IntersectionObserver" in window)) return;
    new IntersectionObserver(([{ isIntersecting }]) => {
      band.classList.toggle("recouvert", isIntersecting);
    }).observe(byId("page-resultats"));
  };

  const begin = () => {
    workshop.hidden = false;
    breakdown.remove();
    projectInputs = inputsOf(form, "projet");
    if (!load()) {
      addGroup();
      nameGroups();
    }
    listen();
    update({ hasPaused: true });
    hideBandOverResults();
  };

  const fail = () => breakdown.classList.add("visible");

  if (!calcul || !donnees || typeof WebAssembly !== "object") fail();
  else start().then(begin, fail);
})();
