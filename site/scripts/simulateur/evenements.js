// Events: what the reader does, and where the focus goes then.
//
// Uses elements.js, moteur.js, formulaire.js, explications.js, resultats.js, lien.js,
// actualisation.js and partage.js.
"use strict";

(() => {
  const { byId, make, unfoldAround } = cadrageSimulateur.elements;
  const { D } = cadrageSimulateur.moteur;
  const {
    form, groups, otherLines, addGroup, addOther, valuesOf, clear, nameGroups, openUsed,
  } = cadrageSimulateur.formulaire;
  const { noteToggle, forgetOpened } = cadrageSimulateur.explications;
  const { brief, detail, band, lastResult } = cadrageSimulateur.resultats;
  const { fragment, restore, follow } = cadrageSimulateur.lien;
  const { update, settle } = cadrageSimulateur.actualisation;
  const { ACTIONS, say, beforePrint, afterPrint } = cadrageSimulateur.partage;

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

  const listenToWindow = () => {
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

  /** Each once, when the page starts. */
  cadrageSimulateur.evenements = { listen, hideBandOverResults };
})();
