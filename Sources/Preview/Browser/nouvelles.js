/* News of the sources: the page is loaded again when it changed, and stays where its reader was. */

const known = { version: 0, page: script.page, server: script.serveur };
let waiting = null;

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** A page that nobody looks at asks for nothing: browsers open few connections to one server. */
async function untilSeen() {
  if (!document.hidden) return;
  await new Promise((done) =>
    document.addEventListener("visibilitychange", done, { once: true }));
}

document.addEventListener("visibilitychange", () => document.hidden && waiting?.abort());

async function listen() {
  for (;;) {
    await untilSeen();
    waiting = new AbortController();
    try {
      const query = new URLSearchParams({ version: known.version, page: location.pathname });
      const answer = await fetch(`/_cadrage/nouvelles?${query}`, { signal: waiting.signal });
      if (!answer.ok) throw new Error(answer.status);
      await tell(await answer.json());
    } catch (fault) {
      if (fault.name === "AbortError") continue;
      showStopped();
      known.version = 0;
      await pause(1000);
    }
  }
}

let isBehind = false;

const isOther = (news) => news.page !== known.page || news.serveur !== known.server;

async function tell(news) {
  known.version = news.version;
  isBehind = isOther(news);
  if (isBehind) {
    await untilNoKey();
    if (!values.isDirty && !values.isBusy) return reload();
  }
  await loadValues();
  showMessages(news);
}

/** Loads the page again if what was just saved changed it, and then does not come back. */
async function catchUp() {
  const query = new URLSearchParams({ version: 0, page: location.pathname });
  const answer = await fetch(`/_cadrage/nouvelles?${query}`).catch(() => null);
  if (!answer?.ok) return;
  isBehind = isOther(await answer.json());
  if (isBehind) await reload();
}

/** Loads a page that changed, unless something is being typed in it. */
function comeUpToDate() {
  if (isBehind && !values.isDirty && !values.isBusy) reload();
}

/* Who walks through the page with keys --------------------------------------- */

let quiet = Promise.resolve();
document.addEventListener("keydown", () => (quiet = pause(400)), true);

/** A key that is pressed while the page is loaded again would be lost. */
async function untilNoKey() {
  for (let last = null; last !== quiet;) {
    last = quiet;
    await last;
  }
}

/* Where the reader was ------------------------------------------------------ */

const memory = `cadrage-apercu:${location.pathname}`;

/** Loads the page again, and does not come back. */
function reload() {
  sessionStorage.setItem(memory, JSON.stringify(position()));
  setBusy(true);
  location.reload();
  return new Promise(() => {});
}

/** The last anchor above the top of the window, how far it is, and what is unfolded. */
function position() {
  const anchors = [...document.querySelectorAll("main [id]")].filter((part) => part.offsetParent);
  const above = anchors.filter((part) => part.getBoundingClientRect().top <= 1).pop();
  return {
    anchor: above?.id ?? null,
    offset: above ? above.getBoundingClientRect().top : -scrollY,
    unfolded: [...document.querySelectorAll("details")].map((part) => part.open),
    focused: placeOfFocus(document),
    desk: desk.hidden ? null : positionInDesk(),
  };
}

/** After a change, what changed has the focus. */
function positionInDesk() {
  return {
    view: values.view, words: values.words, unfolded: unfoldedGroups(), change,
    name: values.current?.nom ?? null, isText: values.current?.isText === true,
    hasFocus: corner.activeElement !== null,
    wanted: values.isBusy ? values.wanted : null,
    focused: values.isBusy ? null : placeOfFocus(corner),
  };
}

function comeBack() {
  const text = sessionStorage.getItem(memory);
  sessionStorage.removeItem(memory);
  if (!text) return;
  const { anchor, offset, unfolded, focused, desk: wasOpen } = JSON.parse(text);
  if (wasOpen) comeBackToDesk(wasOpen);
  document.querySelectorAll("details").forEach((part, rank) => {
    if (rank < unfolded.length) part.open = unfolded[rank];
  });
  if (focused) focusAgain(document, focused);
  const start = anchor ? document.getElementById(anchor) : document.documentElement;
  if (!start) return;
  scrollTo({ top: scrollY + start.getBoundingClientRect().top - offset, behavior: "instant" });
}

/** The desk is there at once: no key goes to the page while its values are asked for. */
async function comeBackToDesk(was) {
  setBusy(true);
  setDesk(true);
  await shown;
  if (was.hasFocus) desk.querySelector("h2").focus();
  Object.assign(values, { view: was.view, words: was.words });
  change = was.change;
  await loadValues();
  const value = values.all.find((one) => one.nom === was.name);
  const text = was.isText && (await loadTexts()).find((one) => one.nom === was.name);
  const outside = corner.activeElement === null ? document.activeElement : null;
  if (text) showText(text);
  else if (value) showValue(value);
  else await showList(was.words);
  unfoldGroups(was.unfolded);
  if (!was.hasFocus) {
    corner.activeElement?.blur();
    outside?.focus({ preventScroll: true });
  } else if (was.wanted) {
    focusValue(was.wanted);
  } else if (was.focused) {
    focusAgain(corner, was.focused);
  }
  setBusy(false);
  comeUpToDate();
}

/* What has the focus --------------------------------------------------------- */

const reached = "a[href], button, input, select, textarea, summary, [tabindex]";

/** What tells a part that is made again with the same words, whatever it counts. */
function nameOf(part) {
  const { nom, vue, valeur } = part.dataset;
  const words = part.labels?.[0]?.textContent ?? part.textContent;
  return nom ?? vue ?? valeur ?? `${part.localName} ${words.replace(/\d+/g, "").trim()}`;
}

function namedParts(root, name) {
  return [...root.querySelectorAll(reached)].filter((part) => nameOf(part) === name);
}

/** Which part of the page, or of the preview's corner, has the focus: `{ name, rank }`, or null. */
function placeOfFocus(root) {
  const part = root.activeElement;
  if (!part?.matches(reached)) return null;
  const name = nameOf(part);
  return { name, rank: namedParts(root, name).indexOf(part) };
}

/** Whether a part that had the focus is there and has it again. */
function focusAgain(root, { name, rank }) {
  const parts = namedParts(root, name);
  const part = parts[rank] ?? parts.at(-1);
  for (let outer = part?.parentElement; outer; outer = outer.parentElement) {
    if (outer.localName === "details") outer.open = true;
  }
  part?.focus({ preventScroll: root === document });
  return part !== undefined;
}
