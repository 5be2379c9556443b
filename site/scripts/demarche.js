// What one does, from two answers: the situation, and the other helps that one asks for. The address
// holds both, as in « #premiere-demande,msa ». Without script all situations are shown, and each has
// its address. A classic script, so that it runs from disk.
"use strict";

(() => {
  const page = document.querySelector(".demarche");
  const helps = [...page.querySelectorAll(".aide input")];
  const mail = page.querySelector("a[href^='mailto:?']");
  const letter = mail && mail.getAttribute("href");
  const printed = document.querySelector(".adresse-imprimee");
  const words = printed && printed.textContent;

  /** What an address asks for: a part of the page, then helps. */
  const answers = () => {
    try {
      return decodeURIComponent(location.hash.slice(1)).split(",");
    } catch {
      return [""];
    }
  };

  const situation = () => page.querySelector(".situation:target");

  /** Puts the answers in the address, in the letter that sends it, and on paper. */
  const write = () => {
    const chosen = situation();
    if (chosen) {
      const codes = helps.filter((help) => help.checked).map((help) => help.value);
      history.replaceState(null, "", `#${[chosen.id, ...codes].join(",")}`);
    }
    const answer = chosen ? location.hash : "";
    if (mail) mail.setAttribute("href", letter.replace(/(?=%0D%0A$)/, encodeURIComponent(answer)));
    if (printed) printed.textContent = words + answer;
  };

  /** Shows what the address asks for; an address without helps leaves those that were ticked. */
  const read = () => {
    const [part, ...codes] = answers();
    const place = document.getElementById(part);
    if (codes.length > 0) {
      for (const help of helps) help.checked = codes.includes(help.value);
      if (place && !place.matches(":target")) location.replace(`#${part}`);
    }
    write();
  };

  page.classList.add("a-questions");
  for (const help of helps) help.addEventListener("change", write);
  window.addEventListener("hashchange", read);
  read();
})();
