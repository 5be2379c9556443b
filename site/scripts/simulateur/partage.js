// Sharing: the link, which holds the answers in the fragment of the address; the table for a
// spreadsheet, the file, the paper.
//
// Uses nombres.js, elements.js, moteur.js, formulaire.js, explications.js and resultats.js, and the
// data.
"use strict";

(() => {
  const {
    calcul, donnees,
    nombres: { NBSP, readAmount, plainEuros, capital, listed },
    elements: { byId, make },
    moteur: { D, label, explanation, sources, partOf },
    formulaire: {
      CONDITIONS, AMOUNTS, projectInputs, groups, otherLines, addGroup, addOther, setInputs,
      valuesOf, isAnswered, clear, questionOf, nameGroups, groupName, openUsed,
    },
    explications: { whereOf, assumptions, openToPrint, closeAfterPrint },
    resultats: { detail, lastResult, reservations },
  } = cadrage;

  const VERSION = 1;

  /** The fragment that the page wrote or read last. */
  let lastFragment = "";

  // The link, written -------------------------------------------------------------------------

  const written = (value) => (typeof value === "boolean" ? (value ? "oui" : "") : value.trim());

  const given = (pairs) => pairs.filter(([, value]) => value);

  const projectPairs = () => [
    ...AMOUNTS.map(([name]) => [name, projectInputs[name]?.value.trim()]),
    ...Object.keys(CONDITIONS)
      .map((name) => [`projet.${name}`, projectInputs[name]?.value ?? ""]),
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

  // The link, read ----------------------------------------------------------------------------

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
      if (!projectInputs[name] || !["oui", "non"].includes(value)) return false;
      projectInputs[name].value = value;
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

  const sayUnreadable = (notice) => {
    notice.replaceChildren(make("p", { class: "encadre-titre" }, "Ce lien est abîmé"),
      make("p", {}, "Ses réponses ne peuvent pas être lues. "
        + "Demandez-le de nouveau, ou remplissez le formulaire."));
    notice.hidden = false;
  };

  /**
   * The fragment of the address as it was written: mail programs encode it whole, or write its
   * « & » as in HTML.
   */
  const fragmentOfAddress = () => {
    let text = location.hash;
    if (/^#v%3D/i.test(text)) {
      try {
        text = decodeURIComponent(text);
      } catch {
        return text;
      }
    }
    return text.replaceAll("&amp;", "&");
  };

  /** Takes the answers of the address; returns whether it has any. */
  const load = () => {
    const text = fragmentOfAddress();
    const notice = byId("page-lien");
    notice.hidden = true;
    if (!/^#v=\d/.test(text)) {
      if (text.startsWith("#v")) sayUnreadable(notice);
      return false;
    }
    lastFragment = location.hash;
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

  // The table ---------------------------------------------------------------------------------

  const lineRow = (line) => {
    const where = groupName(line.collectif) || "Pour un collectif";
    return [
      line.collectif ? `${where} : ${label(line)}` : label(line),
      plainEuros(line.amount), explanation(line),
      sources(line).map(({ text, reason }) => (reason ? `${text} (règle déduite)` : text))
        .join(" ; "),
    ];
  };

  const otherRows = ({ inputs }, index) => {
    const { value } = readAmount(inputs.montant.value);
    if (Number.isNaN(value)) return [];
    return [[inputs.financeur.value.trim() || `Autre financement ${index + 1}`,
      plainEuros(value), "Montant que vous avez indiqué.", ""]];
  };

  const findingRow = (finding) => {
    const where = whereOf(finding);
    return [
      calcul.phrases.gravites[finding.severity], "",
      `${where && `${where} : `}${finding.text} ${finding.remedy}`, "",
    ];
  };

  const reminderRow = (reminder) =>
    ["Rappel", "", `${reminder.phrase} ${reminder.remede}`, partOf(reminder)];

  const answerRow = (input, where) => {
    if (!isAnswered(input)) return [];
    const answer = input.type === "checkbox" ? "oui" : input.value.trim();
    return [["Réponse", "", `${where && `${where} : `}${questionOf(input)} : ${answer}`, ""]];
  };

  const answerRows = () => [
    ...Object.values(projectInputs).flatMap((input) => answerRow(input, "")),
    ...groups.flatMap(({ inputs }, index) =>
      Object.values(inputs).flatMap((input) => answerRow(input, groupName(index + 1)))),
    ...otherLines.flatMap(({ inputs }) =>
      Object.values(inputs).flatMap((input) => answerRow(input, ""))),
  ];

  const table = () => {
    const result = lastResult();
    const { lines, findings } = result;
    const unchecked = [...document.querySelectorAll("#page-non-verifie li")];
    return [
      ["Ligne", "Montant en euros", "Explication", "Source"],
      ...reservations(result).map((text) => ["Réserve", "", text, ""]),
      ...lines.map(lineRow),
      ...otherLines.flatMap(otherRows),
      ...findings.map(findingRow),
      ...donnees.rappels.map(reminderRow),
      ...answerRows(),
      ...assumptions().map((text) => ["Hypothèse", "", capital(text), ""]),
      ...calcul.phrases.mentions.map((text) => ["À savoir", "", text, ""]),
      ...unchecked.map(({ textContent }) => ["Non vérifié", "", textContent, ""]),
      ["Adresse de cette simulation", "", address(), ""],
    ];
  };

  /** A cell that a spreadsheet would take for a formula is made text. */
  const harmless = (cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
  const oneLine = (cell) => harmless(cell).replace(/[\t\r\n]+/g, " ");
  const quoted = (cell) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const csvRow = (row) => `${row.map((cell) => quoted(harmless(cell))).join(";")}\r\n`;
  const asTSV = () => table().map((row) => row.map(oneLine).join("\t")).join("\n");
  const asCSV = () => `\ufeff${table().map(csvRow).join("")}`;

  // The buttons -------------------------------------------------------------------------------

  const say = (...children) => document.querySelector(".etat-action").replaceChildren(...children);

  const copy = async (text, done) => {
    const box = document.querySelector(".copie");
    try {
      await navigator.clipboard.writeText(text);
      box.hidden = true;
      say(done);
    } catch {
      // Not allowed, or not there: the reader copies by hand.
      box.hidden = false;
      const area = byId("page-copie");
      area.value = text;
      area.focus();
      area.select();
      say("Copiez le texte sélectionné ci-dessous.");
    }
  };

  const copyLink = () => {
    remember();
    copy(address(), "Le lien est copié. Vos réponses sont dans l’adresse elle-même.");
  };

  const download = () => {
    const url = URL.createObjectURL(new Blob([asCSV()], { type: "text/csv;charset=utf-8" }));
    const name = `clas-${donnees.departement}-${donnees.annee}.csv`;
    make("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    say("Le fichier est téléchargé.");
  };

  const ACTIONS = {
    lien: copyLink,
    tableau: () => copy(asTSV(), "Le tableau est copié. Collez-le dans un tableur."),
    csv: download,
    imprimer: () => window.print(),
  };

  // The paper ---------------------------------------------------------------------------------

  const MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
    "septembre", "octobre", "novembre", "décembre"];

  const today = () => {
    const now = new Date();
    const day = now.getDate() === 1 ? "1er" : now.getDate();
    return `${day}${NBSP}${MONTHS[now.getMonth()]} ${now.getFullYear()}`;
  };

  const beforePrint = () => {
    const place = document.querySelector(".impression");
    place.textContent = `Simulation imprimée le ${today()}. Pour la retrouver${NBSP}: ${address()}`;
    place.hidden = false;
    openToPrint(detail);
  };

  const afterPrint = () => {
    document.querySelector(".impression").hidden = true;
    closeAfterPrint(detail);
  };

  /**
   * `restore` takes what `fragment` gives; ACTIONS, by the `data-action` of the buttons, are for
   * when there is a result.
   */
  cadrage.partage = {
    fragment, remember, restore, load, follow, ACTIONS, say, beforePrint, afterPrint,
  };
})();
