// The list of departments: how many campaigns are open, and those that one looks for by a name or a
// number. A classic script, so that it runs from disk.
"use strict";

(() => {
  /** How many campaigns of a list are open, from what etat.js said of each. */
  const countOpen = () => {
    const whole = document.querySelector(".etats-ensemble");
    if (!whole) return;
    const open = document.querySelectorAll(".etat[data-etat=ouvert]").length;
    const { aucun, une, plusieurs } = whole.dataset;
    whole.textContent = open === 0 ? aucun : open === 1 ? une : `${open} ${plusieurs}`;
    whole.hidden = false;
  };

  countOpen();
  const place = document.querySelector(".filtre");
  const input = document.getElementById("page-filtre");
  const state = document.querySelector(".filtre-etat");
  const grid = [...document.querySelectorAll(".grille > li")];
  const notes = [...document.querySelectorAll(".departements > li")];
  if (!place) return;

  /** Without accents, capitals, hyphens and apostrophes: « Côtes-d’Armor » is « cotes d armor ». */
  const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
    .replace(/[^a-z0-9]+/g, " ").trim();

  /** Whether a word of the name, or the number, begins so. */
  const holds = (item, words) => ` ${folded(item.dataset.filtre)}`.includes(` ${words}`);

  const sentence = (found, cells) => {
    if (found > 0) return found === 1 ? "1 département a sa note ici." : `${found} départements ont leur note ici.`;
    if (cells.length === 0) return "Aucun département de ce nom ni de ce numéro.";
    const names = cells.slice(0, 3).map((cell) => {
      const [code, ...name] = cell.dataset.filtre.split(" ");
      return `${name.join(" ")} (${code})`;
    });
    return `${names.join(", ")}${cells.length > 3 ? "…" : ""}\u00a0: pas de note ici. Adressez-vous à la Caf.`;
  };

  const filter = () => {
    const words = folded(input.value);
    const show = (item) => {
      item.hidden = words !== "" && !holds(item, words);
      return !item.hidden;
    };
    const cells = grid.filter(show);
    const found = notes.filter(show).length;
    state.textContent = words === "" ? "" : sentence(found, cells);
  };

  place.hidden = false;
  input.addEventListener("input", filter);
  // The browser may have kept what was typed.
  filter();
})();
