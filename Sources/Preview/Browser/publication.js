/* Publishing: what would refuse it, what readers will see as changed, then the publication itself. */

async function showPublication(holder) {
  const query = new URLSearchParams({ page: location.pathname });
  const answer = await fetch(`/_cadrage/publication?${query}`);
  if (!answer.ok) return;
  const { publiee, changee, differences, refus, changements } = await answer.json();
  const parts = [];
  if (publiee && !changee) {
    parts.push(element("p", {}, "Cette note est publiée, et vos fichiers disent la même chose."));
  } else if (refus.length) {
    parts.push(
      element("h3", {}, `${count(refus.length, "point")} à régler avant de publier`),
      element("ol", { class: "messages" }, refus.map((one) => item(one))));
  } else {
    parts.push(element("p", {}, "Rien ne s’oppose à la publication."));
  }
  if (differences.length) {
    parts.push(
      element("h3", {}, "Ce que la révision change"),
      element("ul", { class: "differences" },
        differences.map((sentence) => element("li", {}, sentence))));
  }
  if (changements) {
    parts.push(element("p", {}, element(
      "a", { href: changements }, "Voir ce qui change pour les lecteurs de la note d’avant")));
  }
  if (refus.length === 0 && (!publiee || changee)) parts.push(publicationForm(publiee));
  holder.replaceChildren(...parts);
}

function publicationForm(isRevision) {
  const reason = field({
    titre: "Ce qui change, pour les lecteurs", genre: "texte",
    aide: "« La date limite est reportée au 31 août. »" },
  {}, () => (values.isDirty = reason.text() !== ""));
  const minor = element("input", { id: "apercu-mineure", type: "checkbox" });
  const faults = element("pre", { class: "fautes", role: "alert", hidden: true });
  const publish = async (event) => {
    event.preventDefault();
    if (isRevision && !reason.text()) return reason.show(["Dites ce qui change."]);
    const answer = await send("publier", {
      motif: isRevision ? reason.text() : "", mineure: minor.checked ? "oui" : "non" });
    if (answer.status !== 200) {
      faults.hidden = false;
      faults.textContent = answer.fautes.join("\n");
      return;
    }
    await saved({ mots: answer.mots, lignes: [], retours: 0 }, null);
  };
  const form = element(
    "form", { novalidate: true, onsubmit: publish },
    isRevision ? [
      reason.part,
      element("p", {}, minor, " ", element(
        "label", { for: "apercu-mineure" }, "Seulement la langue ou la présentation : ne pas l’annoncer")),
    ] : element("p", {}, "Publiée, la note ne change plus que par une révision, que les lecteurs voient."),
    faults,
    element("p", { class: "boutons" }, element(
      "button", { type: "submit", class: "principal" },
      isRevision ? "Publier la révision" : "Publier la note")));
  return form;
}
