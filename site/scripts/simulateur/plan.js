// The plan of funding: as bars, line by line, collectif by collectif, and when it is paid.
//
// Uses nombres.js, elements.js, moteur.js, formulaire.js and explications.js, and the data.
"use strict";

(() => {
  const calcul = globalThis.cadrageCalcul;
  const donnees = globalThis.cadrageDonnees;
  const { NBSP, euros } = cadrageSimulateur.nombres;
  const { make, draw } = cadrageSimulateur.elements;
  const { one, label } = cadrageSimulateur.moteur;
  const { groups, groupName } = cadrageSimulateur.formulaire;
  const { fold, why } = cadrageSimulateur.explications;

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
    draw("text", { x: 0, y: index * ROW + 17, class: "barre-nom" }, text),
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

  const calendar = (lines) => one(lines, "totaux.branche_famille").amount === 0
    ? make("p", {}, "Sans aide de la branche Famille, rien n’est versé.")
    : make("ol", { class: "echeancier" },
      Object.entries(WHEN).map(([name, when]) => payment(one(lines, name), when)));

  /** Each makes an element from the lines of a result. */
  cadrageSimulateur.plan = { chart, planTable, groupTable, calendar };
})();
