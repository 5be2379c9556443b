// The text of a note, copied at a touch. A classic script, so that it runs from disk.
"use strict";

(() => {
  /** Copies a whole text; where the browser does not let it, selects it for the reader to copy. */
  const copy = async (button) => {
    const place = document.getElementById(button.dataset.copie);
    const state = button.closest("section").querySelector(".etat-copie");
    try {
      await navigator.clipboard.writeText(place.textContent);
      state.textContent = "C’est copié : collez-le où vous voulez.";
    } catch {
      getSelection().selectAllChildren(place);
      state.textContent = "Le texte est sélectionné : copiez-le.";
    }
  };

  for (const button of document.querySelectorAll("[data-copie]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
})();
