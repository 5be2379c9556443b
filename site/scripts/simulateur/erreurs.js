// Errors beside the fields.
//
// Uses nombres.js and elements.js.
"use strict";

(() => {
  const { NBSP } = cadrageSimulateur.nombres;
  const { make, unfoldAround } = cadrageSimulateur.elements;

  const shownErrors = new Map();

  const describe = (input, error) => {
    const box = input.closest(".champ");
    const help = box.querySelector(":scope > .aide");
    const ids = [help?.id, error?.id].filter(Boolean).join(" ");
    if (ids) input.setAttribute("aria-describedby", ids);
    else input.removeAttribute("aria-describedby");
    if (error) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    box.classList.toggle("en-erreur", Boolean(error));
  };

  /** Changes the words of the errors that remain, and removes those that are mended. */
  const refresh = (faults) => {
    for (const [input, element] of shownErrors) {
      const text = faults.get(input);
      if (text && input.isConnected) {
        if (element.lastChild.data !== text) element.lastChild.data = text;
      } else {
        element.remove();
        if (input.isConnected) describe(input, null);
        shownErrors.delete(input);
      }
    }
  };

  const add = (input, text) => {
    const element = make("p", { class: "erreur", id: `${input.id}-erreur` },
      make("strong", {}, `Erreur${NBSP}: `), text);
    input.after(element);
    shownErrors.set(input, element);
    describe(input, element);
    unfoldAround(input);
  };

  /** Shows the errors; new ones only at a pause, so as not to scold while the reader types. */
  const showErrors = (faults, hasPaused) => {
    refresh(faults);
    if (!hasPaused) return;
    for (const [input, text] of faults) {
      if (!shownErrors.has(input)) add(input, text);
    }
  };

  /** `showErrors` takes the sentences by input. */
  cadrageSimulateur.erreurs = { showErrors };
})();
