/* What is wrong with the sources, over the last page that could be made. */

const list = element("ol", { class: "messages" });
const panel = element(
  "section", { class: "panneau", "aria-labelledby": "apercu-titre", hidden: true },
  element(
    "div", { class: "tete" },
    element("h2", { id: "apercu-titre", tabindex: "-1" }, "Ce que Cadrage a trouvé"),
    element("button", { type: "button", onclick: () => showPanel(false) }, "Réduire")),
  list);
const opener = element(
  "button", { type: "button", "aria-expanded": "false", hidden: true,
    onclick: () => showPanel(panel.hidden, true) });
bar.append(opener);
main.prepend(panel);

let told = null;

function showPanel(isOpen, takesFocus = false) {
  panel.hidden = !isOpen;
  opener.setAttribute("aria-expanded", String(isOpen));
  if (takesFocus && isOpen) panel.querySelector("h2").focus();
  else if (!isOpen && corner.activeElement === null) opener.focus();
}

/** Shows the messages in their order; opens on those that are new and keep the page from changing. */
function showMessages(news) {
  const errors = news.messages.filter((message) => message.gravite === "erreur");
  const warnings = news.messages.length - errors.length;
  const words = [
    errors.length ? count(errors.length, "erreur") : null,
    warnings ? count(warnings, "avertissement") : null,
  ].filter(Boolean);
  main.classList.toggle("fautif", errors.length > 0);
  status.textContent = news.jour
    ? "Aperçu à jour" : "La page montre l’état d’avant l’erreur";
  opener.hidden = words.length === 0;
  opener.textContent = words.join(", ");
  const text = JSON.stringify(news.messages);
  if (text === told) return;
  told = text;
  list.replaceChildren(...news.messages.map((one) => item(one)));
  showPanel(!news.jour);
}

function showStopped() {
  main.classList.add("fautif");
  status.textContent =
    "L’aperçu est arrêté : relancez « cadrage serve » pour voir vos prochains changements";
}

/** @param action what can be done about it, from here */
function item(message, action = openerOf(message)) {
  const value = valueOf(message);
  const place = message.fichier && `${message.fichier}:${message.ligne}:${message.colonne}`;
  return element(
    "li", { class: message.gravite },
    value && element("p", { class: "sujet" }, title(value)),
    element("p", { class: "phrase" },
      element("strong", {}, message.gravite === "erreur" ? "Erreur. " : "Avertissement. "),
      message.message),
    message.attendu && element("p", {}, `Attendu : ${message.attendu}`),
    message.suggestion && element("p", {}, "Suggestion : ", element("code", {}, message.suggestion)),
    place && element("p", { class: "endroit" }, action, placeButton(place)),
    message.extrait === null || !message.fichier ? null : excerpt(message));
}

/** The value that a message is about, where the page knows it. */
const valueOf = (message) => values.all.find((one) =>
  one.texte !== null && one.endroit === `${message.fichier}:${message.ligne}`);

/** Opens the value or the text that a message is about, where the page knows it. */
function openerOf(message) {
  const open = (words, action) => [element(
    "button", { type: "button", onclick: () => {
      showPanel(false);
      action();
    } }, words), " "];
  const value = valueOf(message);
  if (value) return open("Modifier cette valeur", () => openValue(value.nom));
  if (values.texts.some((one) => one.fichier === message.fichier)) {
    return open("Ouvrir ce texte", () => openText(message.fichier, message.ligne));
  }
  return null;
}

/** The place in the form that editors understand. */
function placeButton(place) {
  const button = element(
    "button", { type: "button", class: "lieu", onclick: async () => {
      await navigator.clipboard.writeText(place);
      button.nextSibling.textContent = " copié";
    } },
    element("span", { class: "hors-vue" }, "Copier l’endroit : "), place);
  return [button, element("span", { role: "status" })];
}

/** The line with what is meant marked; columns count Unicode scalars. */
function excerpt(message) {
  const signs = [...message.extrait];
  const start = Math.min(message.colonne - 1 - message.debut, signs.length);
  const end = start + message.longueur;
  return element(
    "pre", { tabindex: "0", "aria-label": `Ligne ${message.ligne} du fichier` },
    signs.slice(0, start).join(""),
    element("mark", {}, signs.slice(start, end).join("") || " "),
    signs.slice(end).join(""));
}
