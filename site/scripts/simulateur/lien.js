// The link: the answers, written in the fragment of the address and read back from it.
//
// Uses nombres.js, elements.js, moteur.js and formulaire.js, and the funders of donnees.js.
"use strict";

(() => {
  const VERSION = 1;
  const donnees = globalThis.cadrageDonnees;
  const { NBSP, listed } = cadrageSimulateur.nombres;
  const { byId, make } = cadrageSimulateur.elements;
  const { D } = cadrageSimulateur.moteur;
  const {
    CONDITIONS, AMOUNTS, projectInputs, groups, otherLines,
    addGroup, addOther, setInputs, valuesOf, clear, nameGroups, openUsed,
  } = cadrageSimulateur.formulaire;

  /** The fragment that the page wrote or read last. */
  let lastFragment = "";

  // Writing -----------------------------------------------------------------------------------

  const written = (value) => (typeof value === "boolean" ? (value ? "oui" : "") : value.trim());

  const given = (pairs) => pairs.filter(([, value]) => value);

  const projectPairs = () => [
    ...AMOUNTS.map(([name]) => [name, projectInputs[name]?.value.trim()]),
    ...Object.keys(CONDITIONS)
      .map((name) => [`projet.${name}`, projectInputs[name].checked ? "" : "non"]),
  ];

  const groupPairs = ({ inputs }, index) =>
    Object.entries(valuesOf(inputs)).map(([name, value]) =>
      [`c${index + 1}.${name}`, written(value)]);

  const funderPairs = () => {
    const values = valuesOf(projectInputs);
    return donnees.financements.map(({ code }) => [`aide.${code}`, written(values[code])]);
  };

  /** The amount even when it is empty: it says that the line is there. */
  const otherPairs = ({ inputs }, index) => {
    const values = valuesOf(inputs);
    const pair = (name) => [`autre${index + 1}.${name}`, written(values[name])];
    return [pair("montant"), ...given([pair("financeur"), pair("branche_famille")])];
  };

  const fragment = () => {
    const pairs = [
      ["v", String(VERSION)],
      ...given([...projectPairs(), ...groups.flatMap(groupPairs), ...funderPairs()]),
      ...otherLines.flatMap(otherPairs),
    ];
    return `#${new URLSearchParams(pairs)}`;
  };

  const address = () => location.href.replace(/#.*$/, "") + fragment();

  const isBlank = () => !/&/.test(fragment().replace("&c1.nombre=1", ""));

  /** Keeps the answers in the address, without a step in the history. */
  const remember = () => {
    const text = isBlank() ? "" : fragment();
    if (text === lastFragment) return;
    lastFragment = text;
    history.replaceState(null, "", text || location.pathname + location.search);
  };

  // Reading -----------------------------------------------------------------------------------

  /** The collectifs, or the free lines, that a fragment describes. */
  const listOf = (template, capacity) => ({
    rows: [], capacity,
    names: [...byId(template).content.querySelectorAll("input")].map(({ name }) => name),
  });

  const putInList = ({ rows, capacity, names }, rank, name, value) => {
    if (rank < 1 || rank > capacity || !names.includes(name)) return false;
    (rows[rank - 1] ??= {})[name] = value;
    return true;
  };

  const putAmount = (name, value) => {
    if (!projectInputs[name]) return false;
    projectInputs[name].value = value;
    return true;
  };

  /** Puts one answer where it goes; returns whether the page has such a question. */
  const put = (key, value, lists) => {
    if (key === "v") return true;
    if (AMOUNTS.some(([amount]) => amount === key)) return putAmount(key, value);
    const [, kind, rank, name] = /^([a-z]+)(\d*)\.(.+)$/.exec(key) ?? [];
    if (rank) {
      return Object.hasOwn(lists, kind) && putInList(lists[kind], Number(rank), name, value);
    }
    if (kind === "projet" && name in CONDITIONS) {
      projectInputs[name].checked = value !== "non";
      return true;
    }
    if (kind === "aide" && donnees.financements.some(({ code }) => code === name)) {
      setInputs(projectInputs, { [name]: value });
      return true;
    }
    return false;
  };

  /** Puts the answers of a fragment into the form; returns the names of those it does not know. */
  const restore = (text) => {
    clear();
    const lists = {
      c: listOf("modele-collectif", D.collectifCapacity),
      autre: listOf("modele-autre", D.otherFundingCapacity),
    };
    const unknown = [...new URLSearchParams(text.slice(1))]
      .filter(([key, value]) => !put(key, value, lists)).map(([key]) => key);
    for (const values of lists.c.rows.filter(Boolean)) addGroup(values);
    for (const values of lists.autre.rows.filter(Boolean)) addOther(values);
    if (!groups.length) addGroup();
    nameGroups();
    openUsed();
    return unknown;
  };

  /** What to say of a link that this page does not take whole. */
  const warnings = (version, unknown) => {
    const sentences = [];
    if (version > VERSION) {
      sentences.push("Ce lien vient d’une version plus récente de cette page.");
    }
    if (version < VERSION) {
      sentences.push("Ce lien vient d’une version plus ancienne de cette page.");
    }
    if (unknown.length) {
      sentences.push("Ces réponses n’existent plus et n’ont pas été reprises"
        + `${NBSP}: ${listed(unknown)}.`);
    } else if (sentences.length) {
      sentences.push("Toutes ses réponses ont été reprises.");
    }
    return sentences;
  };

  /** Takes the answers of the address; returns whether it has any. */
  const load = () => {
    const text = location.hash;
    const notice = byId("page-lien");
    notice.hidden = true;
    if (!/^#v=\d/.test(text)) return false;
    lastFragment = text;
    const unknown = restore(text);
    const version = Number(new URLSearchParams(text.slice(1)).get("v"));
    const sentences = warnings(version, unknown);
    if (sentences.length) {
      notice.replaceChildren(make("p", { class: "encadre-titre" }, "Vérifiez les réponses"),
        make("p", {}, sentences.join(" ")));
      notice.hidden = false;
    }
    return true;
  };

  /** Takes the answers of an address that someone else than `remember` changed. */
  const follow = () => location.hash !== lastFragment && load();

  /** `fragment` is what `restore` takes; `address` is the link to share. */
  cadrageSimulateur.lien = { fragment, address, remember, restore, load, follow };
})();
