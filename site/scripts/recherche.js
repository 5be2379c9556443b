// The search in all notes: it loads the words of those that are asked for, and finds the parts that hold
// what is typed, whatever the accents and the endings. A classic script, so that it runs from disk.
"use strict";

(() => {
  const form = document.getElementById("page-chercher");
  const input = document.getElementById("page-mots");
  const department = document.getElementById("page-departement");
  const year = document.getElementById("page-annee");
  const state = document.querySelector(".recherche-etat");
  const list = document.querySelector(".trouvailles");
  const LIMIT = 30;

  // Words ---------------------------------------------------------------------------------

  const WORD = /[\p{L}\p{N}]+/gu;
  // Words of questions too: « Quand suis-je payé ? » looks for « payé ».
  const EMPTY = new Set(("a ai au aux avec c ce ces cette combien comment d dans de des dois doit du elle elles en es est et faut il ils j je l la le les leur leurs m ma me mes moi mon n ne nos notre "
    + "nous on ont ou où par pas peut peux pour puis qu quand que quel quelle quelles quels qui quoi s sa se ses son sont suis sur t un une vos votre vous y à être").split(" "));
  const ENDING = /(?:ements?|ations?|itions?|ateur|atrice|euse|eur|ives?|ifs?|ique|able|ible|ance|ence|ante?|ente?|ees?|er|ez|ir|e|i)$/;

  /** Without accents and capitals. */
  const folded = (word) => word.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
    .replace(/œ/g, "oe").replace(/æ/g, "ae");

  /** What words of one family share: « financer », « financements » and « financeur » are « financ ». */
  const stem = (word) => {
    let root = folded(word);
    if (root.length < 4 || /\d/.test(root)) return root;
    root = root.replace(/aux$/, "al").replace(/[sx]$/, "");
    const rest = root.replace(ENDING, "");
    return rest.length > 3 ? rest : root;
  };

  const stems = (text) => [...text.matchAll(WORD)].map((match) => ({ stem: stem(match[0]), start: match.index, end: match.index + match[0].length }));

  // Notes ---------------------------------------------------------------------------------

  const notes = [...document.querySelectorAll("[data-note]")].map((link) => {
    const [place, when] = link.dataset.note.split("/");
    return { name: link.dataset.note, department: place, year: when, title: link.textContent, link: link.getAttribute("href"), parts: null };
  });
  const named = new Map(notes.map((note) => [note.name, note]));

  /** Called by the file of each note. */
  globalThis.cadrageRecherche = (name, parts) => {
    const note = named.get(name);
    note.parts = parts.map(([anchor, title, text]) => ({ note, anchor, title, text, inTitle: stems(title), inText: stems(text) }));
  };

  const load = (note) => note.loading ??= new Promise((done) => {
    const script = document.createElement("script");
    script.src = note.link.replace(/index\.html$/, "recherche.js");
    script.onload = done;
    // It may come another time.
    script.onerror = () => {
      note.loading = null;
      done();
    };
    document.head.append(script);
  });

  const chosen = () => notes.filter((note, rank) => {
    if (department.value && note.department !== department.value) return false;
    if (year.value === "toutes") return true;
    if (year.value) return note.year === year.value;
    return rank === 0 || notes[rank - 1].department !== note.department;
  });

  // Search --------------------------------------------------------------------------------

  /** The words that are looked for; the last one may go on. */
  const wanted = () => {
    const words = [...input.value.matchAll(WORD)].map(([word]) => word);
    const full = words.filter((word) => !EMPTY.has(word.toLowerCase()));
    const isOpen = /[\p{L}\p{N}]$/u.test(input.value);
    return (full.length > 0 ? full : words).map((word, rank, all) => ({
      stem: stem(word), start: isOpen && rank === all.length - 1 ? folded(word) : null,
    }));
  };

  const matches = (word, found) => found.stem === word.stem
    || (word.start !== null && word.start.length > 2 && found.stem.startsWith(word.stem.slice(0, word.start.length)) && found.stem.startsWith(word.start.slice(0, found.stem.length)));

  const rated = (part, words) => {
    let score = 0;
    let found = 0;
    for (const word of words) {
      const title = part.inTitle.some((one) => matches(word, one));
      const count = part.inText.filter((one) => matches(word, one)).length;
      if (title || count > 0) found += 1;
      score += (title ? 5 : 0) + Math.min(count, 4);
    }
    return { part, found, score };
  };

  /** Parts that say the same in several notes are one. */
  const grouped = (results) => {
    const groups = new Map();
    for (const { part } of results) {
      const key = `${part.title}\n${part.text}`;
      if (groups.has(key)) groups.get(key).others.push(part);
      else groups.set(key, { part, others: [] });
    }
    return [...groups.values()];
  };

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };

  const linkTo = (part, text) => {
    const link = element("a", "", text);
    link.href = `${part.note.link}#${part.anchor}`;
    return link;
  };

  /** What stands around the first word that was found, each one marked. */
  const excerpt = (part, words) => {
    const hits = part.inText.filter((one) => words.some((word) => matches(word, one)));
    const from = hits.length === 0 ? 0 : Math.max(0, part.text.lastIndexOf(" ", Math.max(0, hits[0].start - 60)));
    let to = Math.min(part.text.length, from + 220);
    if (to < part.text.length) to = part.text.lastIndexOf(" ", to);
    const paragraph = element("p", "extrait", from > 0 ? "… " : "");
    let place = from;
    for (const { start, end } of hits.filter((hit) => hit.end <= to)) {
      paragraph.append(part.text.slice(place, start), element("mark", "", part.text.slice(start, end)));
      place = end;
    }
    paragraph.append(part.text.slice(place, to), to < part.text.length ? " …" : "");
    return paragraph;
  };

  const item = ({ part, others }, words) => {
    const made = element("li", "", element("h2", "", linkTo(part, part.title)), element("p", "precision", part.note.title), excerpt(part, words));
    if (others.length > 0) {
      const same = element("p", "precision", `Même texte\u00a0: `);
      others.forEach((other, rank) => same.append(rank > 0 ? ", " : "", linkTo(other, other.note.title)));
      made.append(same);
    }
    return made;
  };

  const count = (number, noun) => `${number}\u00a0${noun}${number > 1 ? "s" : ""}`;

  const keepInAddress = () => {
    const values = new URLSearchParams();
    for (const [name, field] of [["mots", input], ["departement", department], ["annee", year]]) {
      if (field.value) values.set(name, field.value);
    }
    history.replaceState(null, "", values.size > 0 ? `#${values}` : location.pathname);
  };

  let turn = 0;
  const search = async () => {
    const mine = turn += 1;
    keepInAddress();
    const words = wanted();
    if (words.length === 0) {
      list.replaceChildren();
      state.textContent = "";
      return;
    }
    const asked = chosen();
    const missing = asked.filter((note) => note.parts === null);
    if (missing.length > 0) state.textContent = `Lecture de ${count(missing.length, "note")}…`;
    await Promise.all(missing.map(load));
    // Something else was typed meanwhile.
    if (mine !== turn) return;
    const unread = asked.filter((note) => note.parts === null);
    const results = asked.flatMap((note) => note.parts ?? []).map((part) => rated(part, words)).filter(({ found }) => found > 0);
    const most = Math.max(0, ...results.map(({ found }) => found));
    const best = grouped(results.filter(({ found }) => found === most).sort((a, b) => b.score - a.score));
    list.replaceChildren(...best.slice(0, LIMIT).map((group) => item(group, words)));
    const where = ` dans ${count(asked.length - unread.length, "note")}`;
    const sentences = [
      best.length === 0 ? `Aucune partie n’a ce mot${where}.`
        : most < words.length ? `Aucune partie n’a tous ces mots${where}. Voici celles qui en ont le plus.`
          : `${count(best.length, "partie")}${where}.`,
      best.length > LIMIT ? `Les ${LIMIT} premières sont ici\u00a0: précisez votre recherche.` : "",
      unread.length > 0 ? `${count(unread.length, "note")} ${unread.length > 1 ? "n’ont pas pu être lues" : "n’a pas pu être lue"}.` : "",
    ];
    state.textContent = sentences.filter((sentence) => sentence !== "").join(" ");
  };

  let timer = 0;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(search, 200);
  };

  const readAddress = () => {
    const values = new URLSearchParams(location.hash.slice(1));
    input.value = values.get("mots") ?? "";
    for (const [name, field] of [["departement", department], ["annee", year]]) {
      const value = values.get(name) ?? "";
      field.value = [...field.options].some((option) => option.value === value) ? value : "";
    }
    search();
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  input.addEventListener("input", later);
  department.addEventListener("change", search);
  year.addEventListener("change", search);
  window.addEventListener("hashchange", readAddress);
  readAddress();
})();
