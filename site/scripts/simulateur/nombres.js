// Numbers: read as people write them, written as the page writes them, and put into sentences.
//
// The simulator is these files, each a classic script, so that it runs from disk. They load in the
// order of SimulatorPage.swift; each uses only those before it, which its first lines name, and
// adds one object, called like its file, to the namespace `cadrage`. Nothing of the rules is
// computed in them: every amount on the page, sums included, is a number that the calculation
// (scripts/calcul.js) returned for the rules of this note (donnees.js).
//
// The first file: uses the data alone.
"use strict";

// Undefined when their file did not load: demarrage.js says so to the reader.
globalThis.cadrage = { calcul: globalThis.cadrageCalcul, donnees: globalThis.cadrageDonnees };

(() => {
  const { calcul } = cadrage;

  const THIN = "\u202f";
  const NBSP = "\u00a0";
  const PARSE = {
    montant: `Écrivez un montant en euros, par exemple 9${THIN}000 ou 8${THIN}750,50.`,
    centimes: `Écrivez deux chiffres au plus après la virgule, par exemple 8${THIN}750,50.`,
    nul: "Écrivez un montant supérieur à 0.",
    point: (whole, rest) =>
      `Ce point est ambigu. Écrivez ${whole}${THIN}${rest} ou ${whole},${rest.slice(0, 2)}.`,
    nombre: "Écrivez un nombre en chiffres, par exemple 10.",
    entier: "Écrivez un nombre entier, par exemple 10.",
    duree: `Écrivez une durée en minutes, par exemple 90 ou 1${NBSP}h${NBSP}30.`,
    unite: (number) =>
      `Minutes ou heures${THIN}? Écrivez ${number}${NBSP}min ou ${number}${NBSP}h.`,
  };

  // As people write them ----------------------------------------------------------------------

  /** Without spaces of any kind, and with one kind of minus. */
  const bare = (text) => text.replace(/[\s\u200b\u2060]/g, "").replace(/^[−–]/, "-");

  /** Cents of « 9 000,50 € »: { value }, or { fault } that says how to write it. Empty: NaN. */
  const readAmount = (text) => {
    const written = bare(text).replace(/(€|euros?)$/i, "");
    if (!written) return text.trim() ? { fault: PARSE.montant } : { value: NaN };
    const ambiguous = /^-?(\d{1,3})\.(\d{3})$/.exec(written);
    if (ambiguous) return { fault: PARSE.point(ambiguous[1], ambiguous[2]) };
    const parts = /^(-?)(\d{1,15})(?:[.,](\d*))?$/.exec(written);
    if (!parts) return { fault: PARSE.montant };
    const [, sign, whole, decimals = ""] = parts;
    if (decimals.length > 2) return { fault: PARSE.centimes };
    return { value: Number(sign + whole + decimals.padEnd(2, "0")) };
  };

  /** A project that costs nothing is no project. */
  const readCost = (text) => {
    const { value, fault } = readAmount(text);
    return value === 0 ? { fault: PARSE.nul } : { value, fault };
  };

  const readNumber = (text) => {
    const written = bare(text);
    if (!written) return { value: NaN };
    if (/^-?\d{1,15}([.,]0*)?$/.test(written)) return { value: Number.parseInt(written, 10) };
    return { fault: /^-?\d{1,15}[.,]\d+$/.test(written) ? PARSE.entier : PARSE.nombre };
  };

  /** No session is so short: such a number without unit may be one of hours. */
  const FEW_MINUTES = 10;

  /** Minutes of « 90 », « 90 min », « 1 h 30 », « 1:30 », « 1,5 h », « 2 heures ». */
  const readMinutes = (text) => {
    const written = bare(text).toLowerCase();
    const clock = /^(\d{1,2})(?:heures?|h|:)(\d{1,2})?(?:min|mn|minutes?)?$/.exec(written);
    if (clock) return { value: Number(clock[1]) * 60 + Number(clock[2] ?? 0) };
    const hours = /^(\d{1,2})[.,](\d{1,2})(?:heures?|h)$/.exec(written);
    if (hours) return { value: Math.round(Number(`${hours[1]}.${hours[2]}`) * 60) };
    const { value } = readNumber(written.replace(/(min|mn|minutes?)$/, ""));
    if (value === undefined) return { fault: PARSE.duree };
    const isBare = /^\d+$/.test(written);
    return isBare && value > 0 && value < FEW_MINUTES ? { fault: PARSE.unite(value) } : { value };
  };

  // As the page writes them -------------------------------------------------------------------

  const grouped = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, THIN);

  /** A whole number with its decimal point moved left, without zeros at the end beyond `kept`. */
  const decimal = (number, places, kept) => {
    const digits = String(Math.abs(number)).padStart(places + 1, "0");
    let rest = digits.slice(-places);
    while (rest.length > kept && rest.endsWith("0")) rest = rest.slice(0, -1);
    if (/^0*$/.test(rest)) rest = "";
    return [(number < 0 ? "−" : "") + digits.slice(0, -places), rest];
  };
  const written = ([whole, rest]) => grouped(whole) + (rest && `,${rest}`);

  const euros = (cents) => `${written(decimal(cents, 2, 2))}${NBSP}€`;

  /** « 2758,28 », for spreadsheets. */
  const plainEuros = (cents) => {
    const [whole, rest] = decimal(cents, 2, 2);
    return `${whole},${rest || "00"}`;
  };

  const duration = (minutes) => {
    const hours = Math.floor(minutes / 60);
    if (!hours) return `${minutes}${NBSP}min`;
    const rest = minutes % 60;
    return `${hours}${NBSP}h${rest ? NBSP + String(rest).padStart(2, "0") : ""}`;
  };

  const counted = (number, noun) => {
    const [one, many] = calcul.phrases.noms[noun] ?? ["", ""];
    return `${grouped(String(number))}${NBSP}${number < 2 ? one : many}`;
  };

  /** A number of the calculation, by its kind: a unit, or the noun of what is counted. */
  const formatted = (number, kind) => {
    switch (kind) {
      case "€": return euros(number);
      case "€/10000": return `${written(decimal(number, 6, 2))}${NBSP}€`;
      case "%": return `${written(decimal(number, 2, 0))}${NBSP}%`;
      case "min": return duration(number);
      case undefined: return grouped(String(number));
      default: return counted(number, kind);
    }
  };

  // In sentences ------------------------------------------------------------------------------

  /** A sentence of the calculation with the values that its braces name. */
  const filled = (sentence, values) =>
    sentence.replace(/\{([a-z_0-9]+)\}/g, (whole, name) => values[name] ?? whole);

  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  const listed = (items) =>
    items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} et ${items.at(-1)}`;

  /** What reads (text → { value } or { fault }), what writes, and the two no-break spaces. */
  cadrage.nombres = {
    THIN, NBSP, readAmount, readCost, readNumber, readMinutes, euros, plainEuros, counted,
    formatted, filled, capital, listed,
  };
})();
