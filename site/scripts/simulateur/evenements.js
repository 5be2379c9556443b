// Events: what the reader does, what is computed and shown then, and where the focus goes.
//
// Uses elements.js, moteur.js, formulaire.js, reponses.js, explications.js, resultats.js and
// partage.js.
"use strict";

(() => {
  const {
    elements: { byId, make, unfoldAround },
    moteur: { D, calculate },
    formulaire: {
      form, groups, otherLines, addGroup, addOther, valuesOf, clear, nameGroups, openUsed,
      summaries,
    },
    reponses: { fillSlots, refuseExceptions, inputOf, showErrors },
    explications: { noteToggle, forgetOpened },
    resultats: { brief, detail, band, show, wait, announce, showBand, lastResult },
    partage: { fragment, remember, restore, follow, ACTIONS, say, beforePrint, afterPrint },
  } = cadrage;

  // At each change ----------------------------------------------------------------------------

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

  /** The result if nobody accepts the exceptions asked for; undefined when none is. */
  const withoutExceptions = ({ computed, findings }) => {
    const ranks = findings.filter(({ severity }) => severity === "a-valider")
      .map(({ collectif }) => collectif);
    if (!computed || !ranks.length) return undefined;
    return calculate((slots) => {
      fillSlots(slots, []);
      refuseExceptions(slots, ranks);
    });
  };

  /** Reads, computes and shows. A reader who has paused is not typing: errors need not wait. */
  const update = ({ hasPaused = false } = {}) => {
    let result;
    let faults;
    const placed = [];
    try {
      result = calculate((slots) => { faults = fillSlots(slots, placed); });
      result.refused = withoutExceptions(result);
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

  // Starting again ----------------------------------------------------------------------------

  const undoButton = (before) => {
    const undo = make("button", { type: "button" }, "Reprendre mes réponses");
    undo.addEventListener("click", () => {
      restore(before);
      update({ hasPaused: true });
      say("");
      groups[0].inputs.cout.focus();
    });
    return undo;
  };

  const startAgain = () => {
    const before = fragment();
    clear();
    addGroup();
    nameGroups();
    openUsed();
    forgetOpened();
    const notice = byId("page-lien");
    notice.hidden = true;
    document.querySelector(".copie").hidden = true;
    update({ hasPaused: true });
    notice.replaceChildren(make("p", {}, "Toutes vos réponses sont effacées. "),
      undoButton(before));
    notice.hidden = false;
    notice.focus();
  };

  // Collectifs and free lines -----------------------------------------------------------------

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

  const removeOther = (button) => {
    const index = otherLines.findIndex(({ element }) => element.contains(button));
    otherLines.splice(index, 1)[0].element.remove();
    nameGroups();
    byId("page-ajouter-autre").focus();
    update({ hasPaused: true });
  };

  const add = (addRow, firstField) => {
    const { inputs } = addRow();
    nameGroups();
    inputs[firstField].focus();
    update();
  };

  // Listening ---------------------------------------------------------------------------------

  const listenToForm = () => {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => update());
    // Nothing is shown anew here: what the reader is about to click would go away under the mouse.
    form.addEventListener("change", () => settle());
    form.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (!button) return;
      if (button.dataset.groupe) changeGroups(button);
      if (button.dataset.autre) removeOther(button);
    });
    byId("page-ajouter").addEventListener("click", () => add(addGroup, "cout"));
    byId("page-ajouter-autre").addEventListener("click", () => add(addOther, "financeur"));
    byId("page-recommencer").addEventListener("click", startAgain);
  };

  const goToField = (event) => {
    const link = event.target.closest("[data-vers]");
    if (!link) return;
    event.preventDefault();
    const input = byId(link.dataset.vers);
    unfoldAround(input);
    input.focus();
    input.scrollIntoView({ block: "center" });
  };

  const goToResults = (event) => {
    event.preventDefault();
    const results = byId("page-resultats");
    results.scrollIntoView();
    results.focus({ preventScroll: true });
  };

  const listenToResults = () => {
    byId("page-actions").addEventListener("click", ({ target }) => {
      const action = target.closest("[data-action]")?.dataset.action;
      if (action && lastResult()) ACTIONS[action]();
    });
    brief.addEventListener("click", goToField);
    // « toggle » does not bubble.
    detail.addEventListener("toggle", ({ target }) => noteToggle(target), true);
    band.addEventListener("click", goToResults);
  };

  /** The answers stand in the fragment: a link to a part of the page must not take their place. */
  const goWithinPage = (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && byId(decodeURIComponent(link.hash.slice(1)));
    if (!target || event.defaultPrevented) return;
    event.preventDefault();
    if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  };

  const listenToWindow = () => {
    document.addEventListener("click", goWithinPage);
    // A reader may leave before the pause after which answers are kept.
    window.addEventListener("beforeunload", remember);
    document.addEventListener("visibilitychange", remember);
    window.addEventListener("hashchange", () => {
      if (follow()) update({ hasPaused: true });
    });
    window.addEventListener("beforeprint", beforePrint);
    window.addEventListener("afterprint", afterPrint);
  };

  const listen = () => {
    listenToForm();
    listenToResults();
    listenToWindow();
  };

  const hideBandOverResults = () => {
    if (!("IntersectionObserver" in window)) return;
    new IntersectionObserver(([{ isIntersecting }]) => {
      band.classList.toggle("recouvert", isIntersecting);
    }).observe(byId("page-resultats"));
  };

  /** What the start of the page does, each once. */
  cadrage.evenements = { update, listen, hideBandOverResults };
})();
