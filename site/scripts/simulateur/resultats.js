// The results: what the page shows and says of a calculation, or of what it still misses.
//
// Uses nombres.js, elements.js, moteur.js, formulaire.js, explications.js and plan.js.
"use strict";

(() => {
  const { NBSP, euros, capital } = cadrageSimulateur.nombres;
  const { byId, make } = cadrageSimulateur.elements;
  const { one } = cadrageSimulateur.moteur;
  const { form, groups } = cadrageSimulateur.formulaire;
  const { forgetContents, findingsElement, assumptions } = cadrageSimulateur.explications;
  const { chart, planTable, groupTable, calendar } = cadrageSimulateur.plan;

  const brief = byId("page-bref");
  const detail = byId("page-detail");
  const band = byId("page-bandeau");
  let last = null;

  const blockingOf = (findings) => findings.filter(({ severity }) => severity === "bloquant");

  // A result ----------------------------------------------------------------------------------

  const blockedSentence = (lines, blocking) => {
    const possible = lines.find((line) => line.name === "collectifs.ps_sans_blocage");
    if (groups.length !== 1 || !possible) {
      return "Des collectifs n’ont droit à rien pour le moment : voyez les points à corriger.";
    }
    return `${blocking.length > 1 ? "Des points sont" : "Un point est"} à corriger. `
      + `Ensuite, la Ps pourrait être de ${euros(possible.amount)} par collectif.`;
  };

  const remainder = (lines) => {
    const over = one(lines, "totaux.surfinancement").amount;
    if (over > 0) return [`Les financements dépassent le coût de ${euros(over)}.`];
    const remaining = one(lines, "totaux.reste_a_financer").amount;
    return [`Coût ${euros(one(lines, "totaux.cout").amount)}. `,
      make("strong", {}, `Reste à financer${NBSP}: ${euros(remaining)}.`)];
  };

  const verdict = ({ lines, findings }) => {
    const help = one(lines, "totaux.branche_famille").amount;
    const blocking = blockingOf(findings);
    const isBlocked = blocking.length > 0;
    return make("div", { class: "verdict cadre" },
      make("h3", {}, isBlocked && help === 0
        ? "Aucune aide en l’état" : "Aide possible de la branche Famille"),
      make("p", { class: "total" }, euros(help)),
      isBlocked && make("p", { class: "verdict-suite" }, blockedSentence(lines, blocking)),
      make("p", { class: "verdict-suite" }, remainder(lines)));
  };

  const section = (title, ...children) =>
    make("section", { class: "partie" }, make("h3", {}, title), ...children);

  const show = (result) => {
    last = result;
    forgetContents();
    brief.replaceChildren(...[verdict(result), findingsElement(result.findings),
      section("Qui paie quoi", chart(result.lines))].filter(Boolean));
    detail.replaceChildren(
      section("Combien, et pourquoi", planTable(result.lines), groupTable(result.lines)),
      make("div", {}, section("Quand l’argent arrive", calendar(result.lines)),
        section("Ce que le calcul suppose", make("ul", { class: "hypotheses" },
          assumptions().map((text) => make("li", {}, capital(text)))))));
  };

  // No result ---------------------------------------------------------------------------------

  const linkTo = (input, text) =>
    make("li", {}, make("a", { href: `#${input.id}`, "data-vers": input.id }, text));

  const faultItem = ([input, text]) => {
    const name = form.querySelector(`label[for="${input.id}"]`)?.textContent;
    return linkTo(input, name ? `${name}${NBSP}: ${text}` : text);
  };

  const missingItem = ({ input, text }) => (input ? linkTo(input, text) : make("li", {}, text));

  /** Says what is missing or wrong, with links to the fields. */
  const wait = (faults, missing, findings) => {
    last = null;
    forgetContents();
    const isFaulty = faults.size > 0;
    brief.replaceChildren(...[
      make("div", { class: "verdict cadre" },
        make("h3", {}, isFaulty ? "Une réponse est à corriger" : "Il manque encore"),
        make("ul", {}, isFaulty ? [...faults].map(faultItem) : missing.map(missingItem))),
      findingsElement(findings),
    ].filter(Boolean));
    detail.replaceChildren();
  };

  // In short: aloud, and on small screens -----------------------------------------------------

  const announcement = (result, faults) => {
    if (!result) return faults.size ? "Une réponse est à corriger." : "";
    const blocking = blockingOf(result.findings).length;
    return `Aide possible${NBSP}: ${euros(one(result.lines, "totaux.branche_famille").amount)}. `
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
    band.replaceChildren(make("span", {}, "Aide possible ", make("strong", {}, help)), " ",
      make("span", {}, `Reste ${remaining}`));
  };

  const lastResult = () => last;

  /** `lastResult` is null unless a result is on the page. */
  cadrageSimulateur.resultats = { brief, detail, band, show, wait, announce, showBand, lastResult };
})();
