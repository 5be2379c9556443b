/* Parts of the preview's own corner of the page, apart from the styles and scripts of the site. */

const script = document.querySelector('script[src="/_cadrage/apercu.js"]').dataset;

/** An element with its attributes, listeners (`onclick`) and contents; what is null is left out. */
function element(name, attributes = {}, ...contents) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...contents.flat(2).filter((content) => content !== null && content !== undefined));
  return made;
}

/** « 1 erreur », « 2 erreurs ». */
function count(number, noun) {
  return `${number} ${noun}${number > 1 ? "s" : ""}`;
}

const host = element("cadrage-apercu");
const corner = host.attachShadow({ mode: "open" });
const status = element("p", { class: "etat", role: "status" });
const bar = element("div", { class: "barre" }, status);
const main = element("div", { class: "apercu", hidden: true }, bar);
/** Nothing in the corner can have the focus before its styles are there. */
const shown = new Promise((done) => {
  const show = () => done((main.hidden = false));
  corner.append(
    element("link", {
      rel: "stylesheet", href: "/_cadrage/apercu.css", onload: show, onerror: show,
    }),
    main,
  );
});
