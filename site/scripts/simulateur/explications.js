// Explanations: why an amount is what it is, what is to correct, what the calculation supposes; and
// the folded parts that hold them.
//
// Uses nombres.js, elements.js, moteur.js and formulaire.js, and the data.
"use strict";

(() => {
  const {
    calcul, donnees,
    nombres: { THIN, NBSP, formatted, filled, listed, capital },
    elements: { make },
    moteur: { explanation, sources },
    formulaire: { groups, groupName, isAnswered, questionOf, unanswered },
  } = cadrage;

  // Folded parts ------------------------------------------------------------------------------

  /** The keys of the parts that the reader opened: they stay so from one result to the next. */
  const opened = new Set();
  /** What makes the content of each part of the result shown, by key. */
  const contents = new Map();

  /** A part that stays open from one result to the next, and is made only once it is. */
  const fold = (key, className, summary, content) => {
    const details = make("details", { class: className, "data-cle": key },
      make("summary", {}, summary), make("div", {}));
    contents.set(key, content);
    if (opened.has(key)) {
      details.open = true;
      fill(details);
    }
    return details;
  };

  const fill = (details) => {
    const content = contents.get(details.dataset.cle);
    if (content && !details.lastElementChild.childNodes.length) {
      details.lastElementChild.append(...content());
    }
  };

  /** What the reader opened or closed; what printing opened is not the reader's choice. */
  const noteToggle = (details) => {
    if ("imprime" in details.dataset) return;
    if (details.open) {
      opened.add(details.dataset.cle);
      fill(details);
    } else {
      opened.delete(details.dataset.cle);
    }
  };

  const openToPrint = (place) => {
    for (const details of place.querySelectorAll("details:not([open])")) {
      details.dataset.imprime = "";
      fill(details);
      details.open = true;
    }
  };

  const closeAfterPrint = (place) => {
    for (const details of place.querySelectorAll("details[data-imprime]")) {
      delete details.dataset.imprime;
      details.open = false;
    }
  };

  const forgetContents = () => contents.clear();
  const forgetOpened = () => opened.clear();

  // Why ---------------------------------------------------------------------------------------

  const sourceElements = (thing) => sources(thing).flatMap(({ text, reason, parts }) => {
    const links = [...parts].map(([anchor, title], rank) =>
      [rank > 0 && ", ", make("a", { href: `${donnees.note}#${anchor}` }, title)]);
    const source = make("p", { class: "source" }, `Source${NBSP}: ${text}.`,
      links.length > 0 && [` Dans la note${NBSP}: `, links, "."]);
    if (!reason) return [source];
    return [source, make("p", { class: "source" },
      make("strong", {}, `Règle déduite${NBSP}: `), reason)];
  });

  /** « Pourquoi ? » beside an amount; `others` are the lines that it sums. */
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

  // What is to correct ------------------------------------------------------------------------

  /** Of which collectif, and of which funder, a finding is; empty for one of the whole project. */
  const whereOf = ({ collectif, funder }) => [groupName(collectif),
    funder && capital(donnees.financements[funder - 1].nom)].filter(Boolean).join(", ");

  const findingElement = (finding) => {
    const where = whereOf(finding);
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

  // What the department reminds every project of ----------------------------------------------

  const reminder = ({ phrase, remede, document, section }) =>
    make("li", {},
      make("p", {}, make("strong", {}, phrase), ` ${remede}`),
      ...sourceElements({ rules: [], words: { document, section } }));

  const reminders = () => donnees.rappels.length > 0
    && make("section", { class: "partie" },
      make("h3", {}, "Rappels du département"),
      make("ul", { class: "rappels" }, donnees.rappels.map(reminder)));

  // What is supposed --------------------------------------------------------------------------

  /** Whether a collectif answers a question, which may have several boxes. */
  const answers = (inputs, champ) => {
    const own = inputs[champ] ? [inputs[champ]]
      : Object.entries(inputs).filter(([name]) => name.startsWith(`${champ}.`))
        .map(([, input]) => input);
    return own.some(isAnswered);
  };

  const assumption = ({ champ, operande, valeur }) => {
    if (champ === "projet") {
      const questions = unanswered().map(questionOf);
      return questions.length
        ? [`${calcul.phrases.hypotheses.projet}${NBSP}: ${questions.join(" ")}`] : [];
    }
    const concerned = groups.flatMap(({ inputs }, index) =>
      (answers(inputs, champ) ? [] : [index + 1]));
    if (!concerned.length) return [];
    const text = filled(calcul.phrases.hypotheses[champ],
      operande ? { [operande]: formatted(valeur, calcul.operandes[operande]) } : {});
    const isForAll = concerned.length === groups.length;
    const noun = concerned.length > 1 ? "collectifs" : "collectif";
    return [isForAll ? text : `${text} (${noun} ${listed(concerned.map(String))})`];
  };

  /** What is supposed of the collectifs about which nothing was said. */
  const assumptions = () => donnees.hypotheses.flatMap(assumption);

  /**
   * Folded parts (contents are forgotten at each result, what is open when one starts again) and
   * what stands in them.
   */
  cadrage.explications = {
    fold, noteToggle, openToPrint, closeAfterPrint, forgetContents, forgetOpened, why,
    whereOf, findingsElement, reminders, assumptions,
  };
})();
