// The departments of a table, filtered as one types names or numbers. A classic script, so that it runs
// from disk.
"use strict";

(() => {
  const place = document.querySelector(".filtre");
  const input = document.getElementById("page-filtre");
  const state = document.querySelector(".filtre-etat");
  const rows = [...document.querySelectorAll("tr[data-filtre]")];
  if (!place) return;

  /** Without accents, capitals, hyphens and apostrophes: « Côtes-d’Armor » is « cotes d armor ». */
  const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
    .replace(/[^a-z0-9]+/g, " ").trim();

  const filter = () => {
    const wanted = input.value.split(/[,;]/).map(folded).filter((name) => name !== "");
    for (const row of rows) {
      const name = ` ${folded(row.dataset.filtre)}`;
      row.hidden = wanted.length > 0 && !wanted.some((words) => name.includes(` ${words}`));
    }
    const shown = rows.filter((row) => !row.hidden).length;
    state.textContent = wanted.length === 0 ? "" : shown === 0
      ? "Aucun département de ce nom ni de ce numéro n’a sa note ici."
      : `${shown} département${shown > 1 ? "s" : ""} sur ${rows.length}.`;
  };

  place.hidden = false;
  input.addEventListener("input", filter);
  // The browser may have kept what was typed.
  filter();
})();
