// What depends on today: whether one can file, and what comes next once one no longer can. The notes,
// the lists and the simulator use it. A classic script, so that it runs from disk.
"use strict";

(() => {
  const DAY = 86_400_000;

  /** The number of the day, counted from 1970-01-01, that a date « 2025-07-31 » names. */
  const dayNumber = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);

  /** What day and what time it is in a time zone, whatever the reader's own: « 2025-07-31 », « 11:59 ». */
  const clock = (zone) => {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone, calendar: "gregory", numberingSystem: "latn", hourCycle: "h23",
      year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
    });
    const parts = Object.fromEntries(format.formatToParts(new Date()).map((p) => [p.type, p.value]));
    return { day: dayNumber(`${parts.year}-${parts.month}-${parts.day}`), time: `${parts.hour}:${parts.minute}` };
  };

  /**
   * What to say of a filing window, or null, with the days that it is about. The days left count
   * today and the closing day, on which one can still file: until a time, where there is one.
   */
  const stateOfWindow = ([opening, closing], now) => {
    if (opening && now.day < dayNumber(opening)) {
      const days = dayNumber(opening) - now.day;
      return ["a-venir", days === 1 ? "Ouvre demain" : `Ouvre dans ${days}\u00a0jours`, days];
    }
    if (!closing) return null;
    const [date, time] = closing.split("T");
    const left = dayNumber(date) - now.day + 1;
    if (left <= 0 || (left === 1 && time && now.time >= time)) return ["ferme", "Fermé", 0];
    if (left > 1) return ["ouvert", `Ouvert\u00a0: il reste ${left}\u00a0jours`, left];
    const hour = time ? `, jusqu’à ${time.replace(/^0/, "").replace(":", "\u00a0h\u00a0").replace(/\u00a000$/, "")}` : "";
    return ["ouvert", `Ouvert\u00a0: dernier jour${hour}`, left];
  };

  /**
   * What to say of one window or of several together: what is open, the first to close; else what
   * opens next; closed when all are. Null where one of them does not say.
   */
  const stateOfPlace = ({ ouverture, cloture, fenetres, fuseau }) => {
    const windows = fenetres
      ? fenetres.split(" ").map((window) => window.split("/").map((end) => (end === ".." ? "" : end)))
      : [[ouverture, cloture]];
    const now = clock(fuseau);
    const states = windows.map((window) => stateOfWindow(window, now));
    const soonest = (name) => states.filter((state) => state && state[0] === name)
      .reduce((first, state) => (first && first[2] <= state[2] ? first : state), null);
    const open = soonest("ouvert");
    if (open || states.includes(null)) return open;
    return soonest("a-venir") || states[0];
  };

  const showStates = () => {
    for (const place of document.querySelectorAll(".etat")) {
      const state = stateOfPlace(place.dataset);
      if (!state) continue;
      [place.dataset.etat, place.textContent] = state;
      place.hidden = false;
    }
  };

  /** Once all the windows of the page are closed. */
  const showWhatComesNext = () => {
    const next = document.querySelector(".cloture");
    const states = [...document.querySelectorAll(".etat")].map((place) => place.dataset.etat);
    if (!next || states.length === 0 || states.some((state) => state !== "ferme")) return;
    next.hidden = false;
    const link = document.querySelector(".si-ferme");
    if (!link) return;
    link.hidden = false;
    link.onclick = () => { next.open = true; };
  };

  showStates();
  showWhatComesNext();
})();
