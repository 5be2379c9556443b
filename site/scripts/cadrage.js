// The small conveniences of the site: what depends on today, printing, a table of contents that
// follows the reader. Every page reads whole without it. A classic script, so that it runs from disk.
"use strict";

(() => {
  const DAY = 86_400_000;

  /** The number of the day, counted from 1970-01-01, that a date « 2025-07-31 » names. */
  const dayNumber = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);

  /** Today's number in a time zone, whatever the reader's own. */
  const today = (zone) => {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone, calendar: "gregory", numberingSystem: "latn",
      year: "numeric", month: "2-digit", day: "2-digit",
    });
    const parts = Object.fromEntries(format.formatToParts(new Date()).map((p) => [p.type, p.value]));
    return dayNumber(`${parts.year}-${parts.month}-${parts.day}`);
  };

  /**
   * What to say of a filing window today, or null. The days left count today and the closing day,
   * on which one can still file.
   */
  const stateOfWindow = ({ ouverture, cloture, fuseau }) => {
    const now = today(fuseau);
    if (ouverture && now < dayNumber(ouverture)) {
      const days = dayNumber(ouverture) - now;
      return ["a-venir", days === 1 ? "Ouvre demain" : `Ouvre dans ${days}\u00a0jours`];
    }
    if (!cloture) return null;
    const left = dayNumber(cloture) - now + 1;
    if (left <= 0) return ["ferme", "Fermé"];
    if (left === 1) return ["ouvert", "Ouvert\u00a0: dernier jour"];
    return ["ouvert", `Ouvert\u00a0: il reste ${left}\u00a0jours`];
  };

  const showStates = () => {
    let open = 0;
    for (const place of document.querySelectorAll(".etat")) {
      const state = stateOfWindow(place.dataset);
      if (!state) continue;
      [place.dataset.etat, place.textContent] = state;
      place.hidden = false;
      if (state[0] === "ouvert") open += 1;
    }
    const whole = document.querySelector(".etats-ensemble");
    if (!whole) return;
    const { aucun, une, plusieurs } = whole.dataset;
    whole.textContent = open === 0 ? aucun : open === 1 ? une : `${open} ${plusieurs}`;
    whole.hidden = false;
  };

  const addPrintButton = () => {
    const actions = document.querySelector(".actions");
    if (!actions) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Imprimer";
    button.addEventListener("click", () => window.print());
    actions.appendChild(document.createElement("li")).appendChild(button);
  };

  /** Marks, in both tables of contents, the section that is being read. */
  const followReader = () => {
    const links = [...document.querySelectorAll(".sommaire a")];
    const headings = [...new Set(links.map((link) => link.hash.slice(1)))]
      .map((id) => document.getElementById(decodeURIComponent(id)))
      .filter((heading) => heading);
    const footer = document.querySelector(".pied");
    if (headings.length === 0 || !footer) return;
    const here = document.querySelector(".tiroir-ici");
    const latest = document.querySelector("[data-meme-section]");
    const latestPage = latest && latest.getAttribute("href");

    // A section is being read once its heading has come near the top of the window. The last ones
    // cannot come so far: when the footer shows, they need only be well in sight.
    const nearTop = 160;
    const mark = () => {
      const atEnd = footer.getBoundingClientRect().top < window.innerHeight;
      const line = atEnd ? window.innerHeight * 0.7 : nearTop;
      const current = headings.filter((h) => h.getBoundingClientRect().top <= line).pop();
      const shown = links.filter((link) => current && decodeURIComponent(link.hash) === `#${current.id}`);
      for (const link of links) link.removeAttribute("aria-current");
      for (const link of shown) {
        link.setAttribute("aria-current", "true");
        keepInView(link);
      }
      if (here) here.textContent = shown.length > 0 ? shown[0].lastElementChild.textContent : "";
      if (latest) latest.setAttribute("href", current ? `${latestPage}#${current.id}` : latestPage);
    };

    const options = { rootMargin: `-${nearTop}px 0px 0px 0px`, threshold: [0, 1] };
    const observer = new IntersectionObserver(mark, options);
    for (const element of [...headings, footer]) observer.observe(element);
  };

  /** Scrolls a long table of contents, and nothing else, until the link shows. */
  const keepInView = (link) => {
    const list = link.closest(".sommaire");
    const box = list.getBoundingClientRect();
    const target = link.getBoundingClientRect();
    if (target.top < box.top) list.scrollTop -= box.top - target.top + 16;
    if (target.bottom > box.bottom) list.scrollTop += target.bottom - box.bottom + 16;
  };

  /** The drawer of phones closes once a section is chosen, or with Escape. */
  const closeDrawer = () => {
    const drawer = document.querySelector(".tiroir");
    if (!drawer) return;
    drawer.addEventListener("click", (event) => {
      if (event.target.closest("a")) drawer.open = false;
    });
    drawer.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.open) return;
      drawer.open = false;
      drawer.querySelector("summary").focus();
    });
  };

  /** A table that fits has nothing to scroll: the keyboard need not stop there. */
  const passTablesThatFit = () => {
    const frames = [...document.querySelectorAll(".table[role=region]")];
    const mark = () => {
      for (const frame of frames) {
        if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
        else frame.removeAttribute("tabindex");
      }
    };
    mark();
    window.addEventListener("resize", mark);
  };

  showStates();
  addPrintButton();
  followReader();
  closeDrawer();
  passTablesThatFit();
})();
