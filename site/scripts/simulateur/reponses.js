// The answers: from the form to the slots of the calculation, and from an error back to its input,
// beside which it is shown.
//
// Uses nombres.js, elements.js, moteur.js and formulaire.js, and the data.
"use strict";

(() => {
  const {
    donnees,
    nombres: { NBSP, readAmount },
    elements: { make, unfoldAround },
    moteur: { S, D },
    formulaire: {
      CONDITIONS, FIELDS, EXCEPTIONS, BONUSES, AMOUNTS, projectInputs, groups, otherLines,
    },
  } = cadrage;

  // Into the slots ----------------------------------------------------------------------------

  // In each of these, `read` gives the value of an input and notes the fault of its writing.

  const fillProject = (slots, read) => {
    for (const [name, value] of Object.entries(donnees.entree)) slots[S.entree[name]] = value;
    for (const [name, slot] of AMOUNTS) {
      const input = projectInputs[name];
      if (input) slots[S.entree[slot]] = read(input, readAmount);
    }
    for (const [name, slot] of Object.entries(CONDITIONS)) {
      const answer = projectInputs[name]?.value;
      if (answer) slots[S.entree[slot]] = answer === "oui" ? 1 : 0;
    }
  };

  const fillFunders = (slots, read) => {
    slots[S.entree.funders] = donnees.financements.length;
    for (const [index, funder] of donnees.financements.entries()) {
      const at = D.funders + D.funderSize * index;
      const input = projectInputs[funder.code];
      slots[at + S.financeur.basis] = funder.base;
      slots[at + S.financeur.low] = funder.bas;
      slots[at + S.financeur.high] = funder.haut;
      slots[at + S.financeur.share] = funder.part;
      slots[at + S.financeur.isRural] = funder.rural;
      slots[at + S.financeur.asked] = input.type === "checkbox"
        ? (input.checked ? funder.bas : NaN) : read(input, readAmount);
    }
  };

  /** Lines without an amount take no slot: `placed` receives the inputs of those that do. */
  const fillOtherLines = (slots, read, placed) => {
    for (const { inputs } of otherLines) {
      const amount = read(inputs.montant, readAmount);
      if (Number.isNaN(amount)) continue;
      const at = D.otherFunding + D.otherFundingSize * placed.length;
      slots[at + S.autre.amount] = amount;
      slots[at + S.autre.isBrancheFamille] = inputs.branche_famille.checked ? 1 : 0;
      placed.push(inputs);
    }
    slots[S.entree.otherFunding] = placed.length;
  };

  const fillBonus = (slots, first, ticked) => {
    if (!ticked.includes(true)) return;
    slots[first] = 2;
    ticked.forEach((isTicked, place) => { slots[first + 1 + place] = isTicked ? 1 : 0; });
  };

  const fillGroup = (slots, read, at, inputs) => {
    for (const [name, slot, reader] of FIELDS) {
      slots[at + S.collectif[slot]] = read(inputs[name], reader);
    }
    for (const [name, slot] of EXCEPTIONS) {
      if (inputs[name]?.checked) slots[at + S.collectif[slot]] = 1;
    }
    for (const [name, slot, criteria] of BONUSES) {
      fillBonus(slots, at + S.collectif[slot],
        criteria.map((criterion) => inputs[`${name}.${criterion}`].checked));
    }
    for (const [place, funder] of donnees.financements.entries()) {
      const input = inputs[`complement.${funder.code}`];
      if (input) slots[at + D.complements + place] = read(input, readAmount);
    }
  };

  /**
   * Writes the answers into the slots; returns the faults of writing, by input, in the order in
   * which they will be listed.
   */
  const fillSlots = (slots, placed) => {
    const faults = new Map();
    const read = (input, reader) => {
      const { value, fault } = reader(input.value);
      if (fault) faults.set(input, fault);
      return fault ? NaN : value;
    };
    fillProject(slots, read);
    fillFunders(slots, read);
    fillOtherLines(slots, read, placed);
    slots[S.entree.collectifs] = groups.length;
    for (const [index, { inputs }] of groups.entries()) {
      fillGroup(slots, read, D.collectifs + D.collectifSize * index, inputs);
    }
    return faults;
  };

  /** Takes back, in slots that are filled, the exceptions that some collectifs ask for. */
  const refuseExceptions = (slots, ranks) => {
    for (const rank of ranks) {
      const at = D.collectifs + D.collectifSize * (rank - 1);
      for (const [, slot] of EXCEPTIONS) slots[at + S.collectif[slot]] = 0;
    }
  };

  // Back from errors --------------------------------------------------------------------------

  /** The field of the form behind a field of an error. */
  const AMOUNT_FIELDS = {
    plafond: "plafond", "bareme.bonus.enfants": "montant_bonus_enfants",
    "bareme.bonus.parents": "montant_bonus_parents",
  };

  /** The input that an error of the calculation is about, if there is one. */
  const inputOf = (error, placed) => {
    const inputs = error.collectif ? groups[error.collectif - 1].inputs : projectInputs;
    switch (error.field) {
      case "complements": {
        const { code } = donnees.financements[error.element - 1] ?? {};
        return inputs[error.collectif ? `complement.${code}` : code];
      }
      case "autres_financements": return placed[error.element - 1]?.montant;
      case "collectifs": return groups[0].inputs.nombre;
      default: return inputs[AMOUNT_FIELDS[error.field] ?? error.field];
    }
  };

  // Beside the fields -------------------------------------------------------------------------

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

  /**
   * `placed`, an empty array that `fillSlots` fills, is what `inputOf` finds free lines by;
   * `showErrors` takes the sentences by input.
   */
  cadrage.reponses = { fillSlots, refuseExceptions, inputOf, showErrors };
})();
