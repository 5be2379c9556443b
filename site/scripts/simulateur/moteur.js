// The calculation: the note's own, compiled to WebAssembly. Runs it, and reads what comes back as
// errors, findings and lines with their words and their sources.
//
// Uses nombres.js and the data.
"use strict";

(() => {
  const {
    calcul, donnees,
    nombres: { NBSP, euros, formatted, filled, capital },
  } = cadrage;

  const S = calcul?.emplacements;
  const D = calcul?.disposition;
  let engine = null;

  /** What was packed as in a block of LZ4: bytes that stand there, then bytes to copy from before. */
  const unpacked = (packed) => {
    const bytes = [];
    let place = 0;
    const length = (half) => {
      let sum = half;
      for (let more = half === 15 ? 255 : 0; more === 255;) {
        more = packed[place++];
        sum += more;
      }
      return sum;
    };
    while (place < packed.length) {
      const token = packed[place++];
      for (let left = length(token >> 4); left > 0; left--) bytes.push(packed[place++]);
      if (place >= packed.length) break;
      const distance = packed[place++] + packed[place++] * 256;
      for (let left = length(token & 15) + 4; left > 0; left--) bytes.push(bytes[bytes.length - distance]);
    }
    return Uint8Array.from(bytes);
  };

  const start = async () => {
    const packed = Uint8Array.from(atob(calcul.module), (letter) => letter.charCodeAt(0));
    engine = (await WebAssembly.instantiate(unpacked(packed))).instance.exports;
  };

  // What comes back ---------------------------------------------------------------------------

  /** The records of one kind in the output. */
  const records = (slots, count, first, size) =>
    Array.from({ length: count }, (_, index) =>
      slots.subarray(first + size * index, first + size * (index + 1)));

  const OPERANDS = Object.entries(calcul?.operandes ?? {});

  /** The numbers in the slots, by the names of the operands that stand there. */
  const operands = (ranks, slots, first) =>
    Object.fromEntries((ranks ?? []).map((rank, index) => {
      const [name, kind] = OPERANDS[rank];
      return [name, formatted(slots[first + index], kind)];
    }));

  /** The paths of the rules at these ranks. */
  const pathsOf = (ranks) => ranks.map((rank) => calcul.chemins[rank]);

  const bound = (field, kind, number) =>
    formatted(number, (kind === "trop-nombreux" && field.bornes_nombre) || field.bornes);

  const readError = (slots) => {
    const kind = calcul.erreurs[slots[S.erreur.kind]];
    const field = calcul.champs[slots[S.erreur.field]];
    return {
      kind, field: field.nom,
      collectif: slots[S.erreur.collectif], element: slots[S.erreur.element],
      text: filled(calcul.phrases.erreurs[kind], {
        champ: calcul.phrases.champs[field.nom],
        minimum: bound(field, kind, slots[S.erreur.low]),
        maximum: bound(field, kind, slots[S.erreur.high]),
      }),
    };
  };

  const readFinding = (slots) => {
    const code = calcul.constats[slots[S.constat.code]];
    const words = calcul.phrases.constats[code.nom];
    const values = operands(code.operandes, slots, D.findingOperands);
    return {
      name: code.nom, severity: calcul.gravites[code.gravite], collectif: slots[S.constat.collectif],
      funder: slots[S.constat.funder],
      text: filled(words.phrase, values), remedy: filled(words.remede, values),
      rules: pathsOf([code.regle ?? []].flat()), words,
    };
  };

  const readLine = (slots) => {
    const code = calcul.lignes[slots[S.ligne.code]];
    const formula = calcul.formules[slots[S.ligne.formula]];
    return {
      name: code.nom, collectif: slots[S.ligne.collectif], funder: slots[S.ligne.funder],
      amount: slots[S.ligne.amount], formula,
      rules: pathsOf([formula.regles ?? [], code.regle ?? []].flat()),
      values: operands(formula.operandes, slots, D.lineOperands),
    };
  };

  /** Runs the calculation on slots that `fill` writes. */
  const calculate = (fill) => {
    const input = new Float64Array(engine.memory.buffer, engine.input(), D.inputSize);
    input.fill(NaN);
    fill(input);
    engine.calculate();
    const output = new Float64Array(engine.memory.buffer, engine.output(), D.outputSize);
    const read = (reader, count, first, size) =>
      records(output, output[count], first, size).map(reader);
    return {
      computed: output[S.sortie.status] === 0,
      errors: read(readError, S.sortie.errors, D.errors, D.errorSize),
      findings: read(readFinding, S.sortie.findings, D.findings, D.findingSize),
      lines: read(readLine, S.sortie.lines, D.lines, D.lineSize),
    };
  };

  const one = (lines, name) => lines.find((line) => line.name === name);

  // Words and sources of a line ---------------------------------------------------------------

  const label = (line) =>
    line.name === "totaux.complements"
      ? capital(donnees.financements[line.funder - 1].nom)
      : calcul.phrases.lignes[line.name];

  const explanation = (line) =>
    filled(calcul.phrases.formules[line.formula.nom].phrase,
      { ...line.values, montant: euros(line.amount) });

  /** Its parts have the numbers of that document, which the site does not show. */
  const partOf = ({ document, section }) =>
    `${document}, partie${NBSP}${section} du document d’origine`;

  /**
   * Where a rule is stated, why it holds when no document of the year says it, and the part of our
   * note that says it: its anchor and its title.
   */
  const sourceOf = (path, funder) => {
    if (path === "financements") {
      const { nom, dispositif, montant, partie } = donnees.financements[funder - 1];
      return {
        text: `${capital(nom)}, ${dispositif}${montant ? `, ${montant}` : ""}`,
        part: donnees.parties[partie],
      };
    }
    const rule = donnees.regles[path];
    if (!rule) return { text: "le montant que vous avez donné" };
    const source = donnees.sources[rule.source];
    return {
      text: source.section ? partOf(source) : source.document,
      reason: donnees.motifs[rule.motif],
      part: donnees.parties[rule.partie],
    };
  };

  /** The sources of a line or a finding, each once, with all the parts of the note that say it. */
  const sources = ({ rules, funder, formula, words }) => {
    const own = words ?? calcul.phrases.formules[formula.nom];
    const found = rules.map((path) => sourceOf(path, funder));
    if (!found.length && own.document) {
      found.push({ text: partOf(own) });
    }
    const grouped = new Map();
    for (const { text, reason, part } of found) {
      const key = `${text}/${reason}`;
      const source = grouped.get(key) ?? { text, reason, parts: new Set() };
      if (part) source.parts.add(part);
      grouped.set(key, source);
    }
    return [...grouped.values()];
  };

  /**
   * The names of the slots (S) and where they stand (D); `start`, once, before `calculate`; the
   * lines of a result by name, and what is said of each.
   */
  cadrage.moteur = { S, D, start, calculate, one, label, explanation, sources, partOf };
})();
