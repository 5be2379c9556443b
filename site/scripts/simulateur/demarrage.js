// Starts the page, or says that the calculation cannot run here.
//
// The last file: uses the others and the data, and finds whether one of them did not load.
"use strict";

(() => {
  const { calcul, donnees, moteur, formulaire, partage, evenements } = globalThis.cadrage ?? {};
  const workshop = document.getElementById("page-atelier");
  const breakdown = document.getElementById("page-panne");
  if (!workshop) return;

  const begin = () => {
    workshop.hidden = false;
    breakdown.remove();
    formulaire.findQuestions();
    if (!partage.load()) {
      formulaire.addGroup();
      formulaire.nameGroups();
    }
    evenements.listen();
    evenements.update({ hasPaused: true });
    evenements.hideBandOverResults();
  };

  const fail = () => breakdown.classList.add("visible");

  // A file throws when one that it uses is missing; through the others, events use them all.
  const isWhole = calcul && donnees && evenements;

  if (!isWhole || typeof WebAssembly !== "object") fail();
  else moteur.start().then(begin, fail);
})();
