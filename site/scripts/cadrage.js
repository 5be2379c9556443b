// The small conveniences of the site: printing, sharing, a table of contents that follows the
// reader, parts that fold. Every page reads whole without it. A classic script, so that it runs from disk.
"use strict";

(() => {
  const make = (name, properties) => Object.assign(document.createElement(name), properties);

  /** Adds a button to those of the page, where it has some. */
  const addButton = (text, act) => {
    const actions = document.querySelector(".actions:not(.copier)");
    if (!actions) return;
    const button = make("button", { type: "button", textContent: text, onclick: act });
    actions.appendChild(make("li")).appendChild(button);
  };

  const addPrintButton = () => addButton("Imprimer", () => window.print());

  /** A permanent link beside each heading: its address is in the page in any case, as its id. */
  const linkHeadings = () => {
    for (const title of document.querySelectorAll('[class^="titre-"]')) {
      const heading = title.firstElementChild;
      const link = make("a", { className: "ancre", href: `#${heading.id}`, textContent: "#" });
      link.setAttribute("aria-label", `Lien permanent vers ${heading.textContent}`);
      title.append(link);
    }
  };

  /** The device's own way to share, where it has one. */
  const addShareButton = () => {
    if (!navigator.share) return;
    addButton("Partager", () => {
      // Who closes the sheet shares nothing, and that is no fault.
      navigator.share({ title: document.title, url: location.href }).catch(() => {});
    });
  };

  /** Where the table of contents stands beside the text. */
  const beside = window.matchMedia("(min-width: 60rem)");

  /** Marks, in the table of contents, the section that is being read. */
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
      const current = headings.filter((h) => !h.closest("[hidden]") && h.getBoundingClientRect().top <= line).pop();
      const shown = links.filter((link) => current && decodeURIComponent(link.hash) === `#${current.id}`);
      for (const link of links) link.removeAttribute("aria-current");
      for (const link of shown) {
        link.setAttribute("aria-current", "true");
        keepInView(link);
      }
      if (here) here.textContent = shown.length > 0 ? shown[0].lastChild.textContent : "";
      if (latest) latest.setAttribute("href", current ? `${latestPage}#${current.id}` : latestPage);
    };

    const options = { rootMargin: `-${nearTop}px 0px 0px 0px`, threshold: [0, 1] };
    const observer = new IntersectionObserver(mark, options);
    for (const element of [...headings, footer]) observer.observe(element);
  };

  /** Scrolls a long table of contents, and nothing else, until the link shows. */
  const keepInView = (link) => {
    const list = link.closest(beside.matches ? ".tiroir" : ".sommaire");
    const box = list.getBoundingClientRect();
    const target = link.getBoundingClientRect();
    if (target.top < box.top) list.scrollTop -= box.top - target.top + 16;
    if (target.bottom > box.bottom) list.scrollTop += target.bottom - box.bottom + 16;
  };

  /**
   * The drawer of phones closes once a section is chosen, or with Escape; beside the text it stays open,
   * and its title is no button.
   */
  const closeDrawer = () => {
    const drawer = document.querySelector(".tiroir");
    if (!drawer) return;
    const fit = () => {
      drawer.open = beside.matches;
      drawer.querySelector("summary").tabIndex = beside.matches ? -1 : 0;
    };
    fit();
    beside.addEventListener("change", fit);
    drawer.addEventListener("click", (event) => {
      if (event.target.closest("a") && !beside.matches) drawer.open = false;
    });
    drawer.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.open || beside.matches) return;
      drawer.open = false;
      drawer.querySelector("summary").focus();
    });
  };

  /**
   * On phones the parts of a note, and of what changed, fold under their headings: searches in the page,
   * and addresses, open what they lead to. Browsers that cannot do so show all.
   */
  const foldParts = () => {
    const phone = window.matchMedia("(max-width: 39.99rem)");
    const titles = [...document.querySelectorAll(".note .texte > .titre-2, .pli")];
    if (titles.length === 0 || !("onbeforematch" in document.body)) return;
    const parts = [];

    const isFolded = ({ button }) => button.getAttribute("aria-expanded") === "false";

    const set = ({ button, body }, isOpen) => {
      button.setAttribute("aria-expanded", String(isOpen));
      if (isOpen) body.removeAttribute("hidden");
      else body.setAttribute("hidden", "until-found");
      if (isOpen) window.dispatchEvent(new Event("resize"));
      say();
    };

    const fold = (title) => {
      const heading = title.querySelector("h2, h3");
      const body = make("div", { className: "depliable", id: `page-partie-${parts.length + 1}` });
      while (title.nextElementSibling && !title.nextElementSibling.matches(".titre-2, .pli, .notes")) {
        body.append(title.nextElementSibling);
      }
      const button = make("button", { type: "button" });
      button.setAttribute("aria-controls", body.id);
      button.append(...heading.childNodes);
      heading.append(button);
      title.classList.add("pliante");
      title.after(body);
      const holds = [...body.querySelectorAll(".titre-3 > h3")]
        .map((part) => part.lastChild.textContent.trim());
      const hint = make("p", { className: "apercu" });
      hint.setAttribute("aria-hidden", "true");
      hint.textContent = title.dataset.apercu ?? holds.join(" · ");
      title.append(hint);
      const part = { title, heading, button, body, hint };
      set(part, false);
      title.onclick = () => set(part, isFolded(part));
      body.addEventListener("beforematch", () => set(part, true));
      parts.push(part);
    };

    const unfold = ({ title, heading, button, body, hint }) => {
      heading.append(...button.childNodes);
      button.remove();
      hint.remove();
      title.classList.remove("pliante");
      title.onclick = null;
      body.replaceWith(...body.childNodes);
    };

    const all = make("button", { type: "button", className: "tout-deplier" });
    all.onclick = () => {
      const isOpen = parts.some(isFolded);
      for (const part of parts) set(part, isOpen);
    };
    const say = () => {
      all.textContent = parts.some(isFolded) ? "Tout ouvrir" : "Tout refermer";
    };

    /** What the address points at: its part opens. */
    const openTarget = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target) return;
      const part = parts.find(({ title, body }) => title.contains(target) || body.contains(target));
      if (!part) return;
      set(part, true);
      target.scrollIntoView({ behavior: "instant" });
    };

    const fit = () => {
      if (phone.matches && !parts.length) {
        for (const title of titles) fold(title);
        // Before the text of a note, before the values of what changed.
        titles[0].parentElement.before(all);
        say();
        openTarget();
      } else if (!phone.matches) {
        for (const part of parts.splice(0)) unfold(part);
        all.remove();
      }
    };
    fit();
    phone.addEventListener("change", fit);
    window.addEventListener("hashchange", openTarget);
  };

  /**
   * Acronyms say what they stand for where they are touched or chosen with the keyboard, which stops at
   * the first of each part. Escape, or a touch elsewhere, closes it.
   */
  const explainTerms = () => {
    const terms = [...document.querySelectorAll(".texte abbr")];
    if (terms.length === 0 || !terms[0].showPopover) return;
    const forms = new Map(terms.filter((term) => term.title).map((term) => [term.textContent, term.title]));
    const box = make("div", { className: "terme", popover: "auto", tabIndex: -1 });
    box.setAttribute("role", "dialog");
    document.querySelector("main").append(box);

    const show = (term) => {
      const form = forms.get(term.textContent);
      box.replaceChildren(make("b", { textContent: term.textContent }), form[0].toUpperCase() + form.slice(1));
      const all = document.querySelector(".pied a[href*=glossaire]");
      if (all) box.append(make("br"), all.cloneNode(true));
      box.setAttribute("aria-label", term.textContent);
      box.style.inset = "";
      box.showPopover();
      if (window.innerWidth >= 640) {
        const place = term.getBoundingClientRect();
        const left = Math.min(place.left, window.innerWidth - box.offsetWidth - 16);
        const below = place.bottom + 8 + box.offsetHeight < window.innerHeight;
        box.style.inset = `${below ? place.bottom + 8 : place.top - 8 - box.offsetHeight}px auto auto ${left}px`;
      }
      box.focus();
    };

    for (const term of terms.filter(({ textContent }) => forms.has(textContent))) {
      if (term.title && !term.closest("a")) {
        term.tabIndex = 0;
        term.setAttribute("role", "button");
        term.setAttribute("aria-haspopup", "dialog");
        term.onkeydown = (event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          show(term);
        };
      }
      if (!term.closest("a")) term.onclick = () => show(term);
    }
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

  addPrintButton();
  addShareButton();
  linkHeadings();
  followReader();
  closeDrawer();
  passTablesThatFit();
  explainTerms();
  foldParts();
})();
