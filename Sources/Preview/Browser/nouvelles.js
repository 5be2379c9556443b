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

async function tell(news) {
  known.version = news.version;
  isBehind = news.page !== known.page || news.serveur !== known.server;
  if (isBehind && !values.isDirty && !values.isSending) return reload();
  await loadValues();
  showMessages(news);
}

/** Loads the page again if what was just saved changed it, and then does not come back. */
async function catchUp() {
  const query = new URLSearchParams({ version: 0, page: location.pathname });
  const news = await (await fetch(`/_cadrage/nouvelles?${query}`)).json();
  if (news.page === known.page) return;
  reload();
  await new Promise(() => {});
}

/** Loads a page that changed, unless something is being typed in it. */
function comeUpToDate() {
  if (isBehind && !values.isDirty && !values.isSending) reload();
}

/* Where the reader was ------------------------------------------------------ */

const memory = `cadrage-apercu:${location.pathname}`;

function reload() {
  sessionStorage.setItem(memory, JSON.stringify(position()));
  location.reload();
}

/** The last anchor above the top of the window, how far it is, and what is unfolded. */
function position() {
  const anchors = [...document.querySelectorAll("main [id]")].filter((part) => part.offsetParent);
  const above = anchors.filter((part) => part.getBoundingClientRect().top <= 1).pop();
  const focused = document.activeElement?.id;
  return {
    anchor: above?.id ?? null,
    offset: above ? above.getBoundingClientRect().top : -scrollY,
    unfolded: [...document.querySelectorAll("details")].map((part) => part.open),
    focused: focused || null,
    desk: desk.hidden ? null : {
      view: values.view, change, name: values.current?.nom ?? values.wanted ?? null,
      isOpen: values.current !== null, isText: values.current?.isText === true, hasFocus: corner.activeElement !== null },
  };
}

async function comeBackToDesk({ view, change: last, name, isOpen, isText, hasFocus }) {
  values.view = view;
  change = last;
  await loadValues();
  openDesk(true);
  const value = values.all.find((one) => one.nom === name);
  const text = isText && (await loadTexts()).find((one) => one.nom === name);
  if (text) showText(text);
  else if (isOpen && value) showValue(value);
  else if (hasFocus) focusValue(name);
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
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  const start = anchor ? document.getElementById(anchor) : document.documentElement;
  if (!start) return;
  scrollTo({ top: scrollY + start.getBoundingClientRect().top - offset, behavior: "instant" });
}
