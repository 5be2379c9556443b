// At each change: reads the answers, computes, shows; and, once the reader pauses, says the rest.
//
// Uses elements.js, moteur.js, formulaire.js, reponses.js, erreurs.js, resultats.js and lien.js.
"use strict";

(() => {
  const { byId } = cadrageSimulateur.elements;
  const { calculate } = cadrageSimulateur.moteur;
  const { summaries } = cadrageSimulateur.formulaire;
  const { fillSlots, inputOf } = cadrageSimulateur.reponses;
  const { showErrors } = cadrageSimulateur.erreurs;
  const { show, wait, announce, showBand } = cadrageSimulateur.resultats;
  const { remember } = cadrageSimulateur.lien;

  const workshop = byId("page-atelier");
  const breakdown = byId("page-panne");
  let pause = 0;
  /** What waits for the reader to pause: new errors, and what is said aloud. */
  let waiting = () => {};
  const settle = () => waiting();

  /** Adds what the calculation refuses to the faults of writing; returns what is only missing. */
  const sortErrors = (errors, faults, placed) => {
    const missing = [];
    for (const error of errors) {
      const input = inputOf(error, placed);
      if (input && faults.has(input)) continue;
      if (error.kind === "valeur-manquante" || !input) missing.push({ input, text: error.text });
      else faults.set(input, error.text);
    }
    return missing;
  };

  const settleLater = (delay) => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      settle();
      remember();
    }, delay);
  };

  /** Reads, computes and shows. */
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
    const missing = sortErrors(result.errors, faults, placed);
    // Where an answer cannot be read there is no result, even if the rest would give one.
    const shown = result.computed && faults.size === 0 ? result : null;
    if (shown) show(shown);
    else wait(faults, missing, faults.size ? [] : result.findings);
    byId("page-actions").hidden = !shown;
    summaries();
    showErrors(faults, hasPaused);
    showBand(shown);
    waiting = () => {
      showErrors(faults, true);
      announce(shown, faults);
    };
    settleLater(hasPaused ? 200 : 900);
  };

  /** `hasPaused` says that the reader is not typing: errors need not wait. */
  cadrageSimulateur.actualisation = { update, settle };
})();
