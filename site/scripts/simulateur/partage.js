// What one takes away: the link, the table for a spreadsheet, the file, the paper.
//
// Uses nombres.js, elements.js, moteur.js, formulaire.js, explications.js, resultats.js and
// lien.js, and the data.
"use strict";

(() => {
  const calcul = globalThis.cadrageCalcul;
  const donnees = globalThis.cadrageDonnees;
  const { NBSP, readAmount, plainEuros, capital } = cadrageSimulateur.nombres;
  const { byId, make } = cadrageSimulateur.elements;
  const { label, explanation, sources } = cadrageSimulateur.moteur;
  const { groupName, otherLines } = cadrageSimulateur.formulaire;
  const { assumptions, openToPrint, closeAfterPrint } = cadrageSimulateur.explications;
  const { detail, lastResult } = cadrageSimulateur.resultats;
  const { address, remember } = cadrageSimulateur.lien;

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

  const findingRow = ({ severity, collectif, text, remedy }) => {
    const where = groupName(collectif);
    return [
      calcul.phrases.gravites[severity], "", `${where && `${where} : `}${text} ${remedy}`, "",
    ];
  };

  const table = () => {
    const { lines, findings } = lastResult();
    return [
      ["Ligne", "Montant en euros", "Explication", "Source"],
      ...lines.map(lineRow),
      ...otherLines.flatMap(otherRows),
      ...findings.map(findingRow),
      ...assumptions().map((text) => ["Hypothèse", "", capital(text), ""]),
      ...calcul.phrases.mentions.map((text) => ["À savoir", "", text, ""]),
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

  /** ACTIONS, by the `data-action` of the buttons, are for when there is a result. */
  cadrageSimulateur.partage = { ACTIONS, say, beforePrint, afterPrint };
})();
