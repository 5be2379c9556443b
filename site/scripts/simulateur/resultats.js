// The results: the plan of funding, as bars, line by line, collectif by collectif, and when it is
// paid; and what the page says first, of a result or of what is still missing.
//
// Uses nombres.js, elements.js, moteur.js, formulaire.js and explications.js, and the data.
"use strict";

(() => {
  const {
    calcul, donnees,
    nombres: { NBSP, euros, capital },
    elements: { byId, make, draw },
    moteur: { one, label },
    formulaire: { groups, groupName, questionOf, unanswered },
    explications: { fold, why, forgetContents, findingsElement, reminders, assumptions },
  } = cadrage;

  // As bars -----------------------------------------------------------------------------------

  const ROW = 50;

  const barsOf = (lines) => [
    { text: "Branche Famille (Caf)", line: one(lines, "totaux.branche_famille"), kind: "caf" },
    ...lines.filter((line) => line.name === "totaux.complements")
      .map((line) => ({ text: label(line), line, kind: "autre" })),
    { text: "Autres financements", line: one(lines, "totaux.autres_financements"), kind: "autre" },
    { text: "Reste à financer", line: one(lines, "totaux.reste_a_financer"), kind: "reste" },
  ].filter(({ line, kind }) => kind === "caf" || line.amount > 0);

  const hatching = () =>
    draw("defs", {},
      draw("pattern", {
        id: "hachures", width: 6, height: 6, patternUnits: "userSpaceOnUse",
        patternTransform: "rotate(45)",
      }, draw("rect", { class: "hachure", width: 2, height: 6 })));

  const bar = ({ text, line, kind }, index, whole) => [
    draw("text", { x: 0, y: index * ROW + 17 }, text),
    draw("rect", { x: 0, y: index * ROW + 24, width: "66%", height: 16, class: "piste" }),
    draw("rect", {
      x: 0, y: index * ROW + 24, height: 16, class: `part part-${kind}`,
      width: `${(66 * line.amount) / whole}%`,
      fill: kind === "reste" ? "url(#hachures)" : undefined,
    }),
    draw("text", { x: "100%", y: index * ROW + 38, class: "barre-montant" }, euros(line.amount)),
  ];

  /** Who pays what, as bars: the same amounts as the table under it. */
  const chart = (lines) => {
    const bars = barsOf(lines);
    // Lengths only: the longest bar is the whole cost, or the whole funding when it exceeds it.
    const whole = Math.max(1, one(lines, "totaux.cout").amount, one(lines, "totaux.total").amount);
    const description = bars.map(({ text, line }) => `${text}${NBSP}: ${euros(line.amount)}`);
    return make("figure", { class: "graphique" },
      draw("svg", {
        role: "img", "aria-labelledby": "graphique-titre graphique-texte", width: "100%",
        height: bars.length * ROW,
      },
      draw("title", { id: "graphique-titre" }, "Qui paie quoi"),
      draw("desc", { id: "graphique-texte" }, `${description.join(" ; ")}.`),
      hatching(),
      bars.map((each, index) => bar(each, index, whole))));
  };

  // Line by line ------------------------------------------------------------------------------

  const SUMS = {
    "totaux.ps": "collectifs.ps", "totaux.bonus_enfants": "collectifs.bonus_enfants",
    "totaux.bonus_parents": "collectifs.bonus_parents",
  };
  /** Lines that say something only when they are not zero. */
  const SILENT = new Set([
    "totaux.ecretement", "totaux.surfinancement", "totaux.autres_financements",
  ]);
  const STRONG = new Set(["totaux.branche_famille", "totaux.total", "totaux.reste_a_financer"]);

  const table = (caption, firstColumn, ...bodies) =>
    make("table", { class: "plan" },
      make("caption", { class: "hors-vue" }, caption),
      make("thead", {}, make("tr", {},
        make("th", { scope: "col" }, firstColumn),
        make("th", { scope: "col", class: "droite" }, "Montant"))),
      bodies);

  const row = (line, name, explained, className) =>
    make("tr", { class: className },
      make("th", { scope: "row" }, name, explained),
      make("td", { class: "droite" }, euros(line.amount)));

  const planRow = (line, lines) => {
    const name = label(line);
    const parts = SUMS[line.name]
      ? lines.filter((other) => other.name === SUMS[line.name]).slice(0, 64) : [];
    return row(line, name, why(line, name, parts), STRONG.has(line.name) && "forte");
  };

  const planTable = (lines) =>
    table("Le plan de financement, ligne par ligne", "Ligne",
      make("tbody", {}, lines
        .filter((line) => line.name.startsWith("totaux."))
        .filter((line) => line.amount > 0 || !SILENT.has(line.name))
        .map((line) => planRow(line, lines))));

  // Collectif by collectif --------------------------------------------------------------------

  const groupRow = (line) => {
    const name = calcul.phrases.lignes[line.name];
    return row(line, name, why(line, `${name} ${groupName(line.collectif)}`));
  };

  const groupRows = (lines, rank) =>
    make("tbody", {},
      groups.length > 1 && make("tr", { class: "groupe-ligne" },
        make("th", { scope: "rowgroup", colspan: 2 }, groupName(rank))),
      lines.filter((line) => line.collectif === rank).map(groupRow));

  /** Nothing when it would repeat the plan. */
  const groupTable = (lines) => {
    const own = lines.filter((line) => line.name.startsWith("collectifs."));
    const isBlocked = own.some((line) => line.name.endsWith("sans_blocage"));
    if (groups.length === 1 && !isBlocked) return null;
    return fold("collectifs", "volet", [
      make("span", { class: "volet-titre" }, "Collectif par collectif"),
    ], () => [
      table("Ce que reçoit chaque collectif", "Ligne, pour un collectif",
        groups.map((_, index) => groupRows(own, index + 1))),
    ]);
  };

  // When it is paid ---------------------------------------------------------------------------

  const [yearN, yearN1] = (donnees?.annee ?? "").split("-");
  const WHEN = {
    "echeancier.acompte_n": `avant la fin de ${yearN}`,
    "echeancier.acompte_n1": `en ${yearN1}`,
    "echeancier.solde": "après votre bilan, d’après vos comptes réels",
  };

  const payment = (line, when) => {
    const title = calcul.phrases.lignes[line.name];
    return make("li", {},
      make("p", {}, make("strong", {}, euros(line.amount)), ` ${when}`),
      make("p", { class: "precision" }, title), why(line, title));
  };

  /** Why the shares of the instalments hold, where no document of the year says them. */
  const deduced = () => {
    const reason = donnees.motifs[donnees.regles["regles.acomptes.annee_n"].motif];
    return reason && make("p", { class: "source" },
      make("strong", {}, `Calendrier déduit${NBSP}: `), reason);
  };

  const calendar = (lines) => one(lines, "totaux.branche_famille").amount === 0
    ? make("p", {}, "Sans aide de la branche Famille, rien n’est versé.")
    : [make("ol", { class: "echeancier" },
      Object.entries(WHEN).map(([name, when]) => payment(one(lines, name), when))), deduced()];

  // On the page -------------------------------------------------------------------------------

  const brief = byId("page-bref");
  const detail = byId("page-detail");
  const band = byId("page-bandeau");
  let last = null;

  const blockingOf = (findings) => findings.filter(({ severity }) => severity === "bloquant");

  const blockedSentence = (lines, blocking) => {
    const possible = lines.find((line) => line.name === "collectifs.ps_sans_blocage");
    if (groups.length !== 1 || !possible) {
      return "Des collectifs n’ont droit à rien pour le moment : voyez les points à corriger.";
    }
    return `${blocking.length > 1 ? "Des points sont" : "Un point est"} à corriger. `
      + `Ensuite, la Ps pourrait être de ${euros(possible.amount)} par collectif.`;
  };

  const isHopeless = (lines, findings) =>
    blockingOf(findings).length > 0 && one(lines, "totaux.branche_famille").amount === 0;

  /** What the amount hangs on: exceptions that somebody must accept, questions without an answer. */
  const reservations = ({ lines, findings, refused }) => {
    if (one(lines, "totaux.branche_famille").amount === 0) return [];
    const asked = findings.filter(({ severity }) => severity === "a-valider").length;
    return [
      refused && (asked > 1
        ? "Si les exceptions demandées sont acceptées. Si toutes sont refusées"
        : "Si l’exception demandée est acceptée. Sinon")
        + `${NBSP}: ${euros(one(refused.lines, "totaux.branche_famille").amount)}.`,
      unanswered().length > 0 && "Si les conditions du projet sans réponse sont remplies.",
    ].filter(Boolean);
  };

  const remainder = (lines) => {
    const over = one(lines, "totaux.surfinancement").amount;
    if (over > 0) return [`Les financements dépassent le coût de ${euros(over)}.`];
    const remaining = one(lines, "totaux.reste_a_financer").amount;
    return [`Coût ${euros(one(lines, "totaux.cout").amount)}. `,
      make("strong", {}, `Reste à financer${NBSP}: ${euros(remaining)}.`)];
  };

  const verdict = (result) => {
    const { lines, findings } = result;
    const help = one(lines, "totaux.branche_famille").amount;
    const blocking = blockingOf(findings);
    const isNone = isHopeless(lines, findings);
    return make("div", { class: `verdict ${isNone ? "verdict-sans" : "cadre"}` },
      make("h3", {}, isNone ? "Aucune aide en l’état" : "Aide possible de la branche Famille"),
      make("p", { class: "total" }, euros(help)),
      blocking.length > 0 && make("p", {}, blockedSentence(lines, blocking)),
      ...reservations(result).map((text) => make("p", {}, text)),
      make("p", {}, remainder(lines)));
  };

  const section = (title, ...children) =>
    make("section", { class: "partie" }, make("h3", {}, title), ...children);

  const show = (result) => {
    last = result;
    forgetContents();
    brief.replaceChildren(...[verdict(result),
      findingsElement(result.findings), reminders(),
      section("Qui paie quoi", chart(result.lines))].filter(Boolean));
    detail.replaceChildren(
      section("Combien, et pourquoi", planTable(result.lines), groupTable(result.lines)),
      make("div", {}, section("Quand l’argent arrive", ...[calendar(result.lines)].flat()),
        section("Ce que le calcul suppose", make("ul", { class: "hypotheses" },
          assumptions().map((text) => make("li", {}, capital(text)))))));
  };

  // No result ---------------------------------------------------------------------------------

  const linkTo = (input, text) =>
    make("li", {}, make("a", { href: `#${input.id}`, "data-vers": input.id }, text));

  const faultItem = ([input, text]) => linkTo(input, `${questionOf(input)}${NBSP}: ${text}`);

  const missingItem = ({ input, text }) => (input ? linkTo(input, text) : make("li", {}, text));

  const toCorrect = (count) =>
    (count > 1 ? `${count} réponses sont à corriger` : "Une réponse est à corriger");

  /** Says what is missing or wrong, with links to the fields. */
  const wait = (faults, missing, findings) => {
    last = null;
    forgetContents();
    const isFaulty = faults.size > 0;
    brief.replaceChildren(...[
      make("div", { class: `verdict ${isFaulty ? "verdict-faute" : "verdict-attente"}` },
        make("h3", {}, isFaulty ? toCorrect(faults.size) : "Il manque encore"),
        make("ul", {}, isFaulty ? [...faults].map(faultItem) : missing.map(missingItem))),
      findingsElement(findings),
    ].filter(Boolean));
    detail.replaceChildren();
  };

  // In short: aloud, and on small screens -----------------------------------------------------

  const helpName = ({ lines, findings }) =>
    (isHopeless(lines, findings) ? "Aide en l’état" : "Aide possible");

  const announcement = (result, faults) => {
    if (!result) return faults.size ? `${toCorrect(faults.size)}.` : "";
    const blocking = blockingOf(result.findings).length;
    return `${helpName(result)}${NBSP}: ${euros(one(result.lines, "totaux.branche_famille").amount)}. `
      + (result.refused ? "Une exception est à faire accepter. " : "")
      + `Reste à financer${NBSP}: ${euros(one(result.lines, "totaux.reste_a_financer").amount)}.`
      + (blocking ? ` ${blocking} point${blocking > 1 ? "s" : ""} à corriger.` : "");
  };

  /** Said once: the same words again would be read again. */
  const announce = (result, faults) => {
    const place = byId("page-annonce");
    const text = announcement(result, faults);
    if (place.textContent !== text) place.textContent = text;
  };

  const showBand = (result) => {
    band.hidden = !result;
    if (!result) return;
    const help = euros(one(result.lines, "totaux.branche_famille").amount);
    const remaining = euros(one(result.lines, "totaux.reste_a_financer").amount);
    band.replaceChildren(make("span", {}, `${helpName(result)} `, make("strong", {}, help)), " ",
      make("span", {}, `Reste ${remaining}`));
  };

  const lastResult = () => last;

  /** The three places of results, what fills them, and what is there: null when no result is. */
  cadrage.resultats = {
    brief, detail, band, show, wait, announce, showBand, lastResult, reservations,
  };
})();
