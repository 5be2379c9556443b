/* Values in the page itself, while the note is being changed. */

function makeMarks(isOn) {
  const seen = new Set();
  for (const mark of document.querySelectorAll(".cadrage-valeur")) {
    // A value that a tag cuts in two is reached once.
    const isFirst = mark.previousSibling?.dataset?.valeur !== mark.dataset.valeur;
    if (!isOn || !isFirst) {
      for (const name of ["tabindex", "role", "title"]) mark.removeAttribute(name);
      continue;
    }
    seen.add(mark.dataset.valeur);
    mark.setAttribute("tabindex", "0");
    mark.setAttribute("role", "button");
    mark.setAttribute("title", "Modifier cette valeur");
  }
  for (const term of document.querySelectorAll("abbr[aria-haspopup], abbr[data-terme]")) {
    if (term.querySelector(".cadrage-valeur") || term.closest(".cadrage-valeur")) makeTerm(term, !isOn);
  }
}

/** A term that says what it stands for is no button while the value that it is a part of is one. */
function makeTerm(term, isButton) {
  term.toggleAttribute("data-terme", !isButton);
  const given = { tabindex: "0", role: "button", "aria-haspopup": "dialog" };
  for (const [name, value] of Object.entries(given)) {
    if (isButton) term.setAttribute(name, value);
    else term.removeAttribute(name);
  }
}

/** Brings a value of the page into view, unless it is seen. */
function showInPage(value) {
  const marks = [...document.querySelectorAll(".cadrage-valeur")];
  const own = marks.filter((mark) => mark.dataset.valeur === value.nom);
  for (const mark of marks) mark.classList.toggle("cadrage-choisie", own.includes(mark));
  const isSeen = own.some((mark) => {
    const { top, bottom } = mark.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight * 0.4;
  });
  if (own.length && !isSeen) own[0].scrollIntoView({ block: "start", behavior: "instant" });
}

function markOf(event) {
  if (desk.hidden) return null;
  return event.target.closest?.(".cadrage-valeur");
}

document.addEventListener("click", (event) => {
  const mark = markOf(event);
  if (!mark) return;
  // A value may stand in a link.
  event.preventDefault();
  openValue(mark.dataset.valeur);
}, true);

document.addEventListener("keydown", (event) => {
  const mark = markOf(event);
  if (!mark || (event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  openValue(mark.dataset.valeur);
}, true);
