// Starts the page, or says that the calculation cannot run here.
//
// The last file: uses the others and the data, and finds whether one of them did not load.
"use strict";

(() => {
  const workshop = document.getElementById("page-atelier");
  const breakdown = document.getElementById("page-panne");
  if (!workshop) return;

  const parts = globalThis.cadrageSimulateur;

  const begin = () => {
    const { formulaire, lien, evenements, actualisation } = parts;
    workshop.hidden = false;
    breakdown.remove();
    formulaire.findQuestions();
    if (!lien.load()) {
      formulaire.addGroup();
      formulaire.nameGroups();
    }
    evenements.listen();
    actualisation.update({ hasPaused: true });
    evenements.hideBandOverResults();
  };

  const fail = () => breakdown.classList.add("visible");

  // A file throws when one that it uses is missing, and the last before this one uses, through the
  // others, them all.
  const isWhole = globalThis.cadrageCalcul && globalThis.cadrageDonnees && parts?.evenements;

  if (!isWhole || typeof WebAssembly !== "object") fail();
  else parts.moteur.start().then(begin, fail);
})();
