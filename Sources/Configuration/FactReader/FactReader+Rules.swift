import Diagnostics
import Facts
import YAML

/// What the types alone cannot say of the records of lists.
extension FactReader {
  mutating func checkRecord(_ record: inout Record, of path: String, at node: YAMLNode) {
    switch path {
    case "calendrier": checkStep(&record, at: node)
    case "contacts": checkContact(record, path: path, at: node)
    case "sections.ajouter", "sections.deplacer": checkPlacement(record, path: path, at: node)
    case "financements":
      if let contact = node["contact"], let inner = record.record(at: "contact") {
        checkContact(inner, path: "financements.contact", at: contact)
      }
    default: break
    }
  }

  /// A step has exactly one of (du, au), (du), (au), (le), (en), and a label.
  private mutating func checkStep(_ step: inout Record, at node: YAMLNode) {
    let name = step.text(at: "etape") ?? ""
    let label = name.isEmpty ? "Une étape" : "L'étape « \(name) »"
    let expected = "« du » et « au », « du » ou « au » seul, « le », ou « en »"
    let forms: [[String]] = [["du", "au"], ["le"], ["en"]]
    let used = forms.map { form in form.filter { node[$0] != nil } }.filter { !$0.isEmpty }
    if used.isEmpty {
      add(.exclusiveKeys, "\(label) n'a pas de date.", at: node.place, expected: expected)
    } else if used.count > 1 {
      let names = FrenchFormat.list(used.flatMap(\.self).map { "« \($0) »" })
      let second = node.pairs?.first { $0.key.text == used[1].first }
      add(
        .exclusiveKeys, "\(label) a plusieurs dates : \(names).",
        at: second?.key.place ?? node.place, expected: expected)
    }
    checkOrder(step, label: label, at: node)
    if node["libelle"] == nil, !name.isEmpty {
      if let known = NoteSchema.stepLabels.first(where: { $0.step == name }) {
        step["libelle"] = Fact(.text(known.label), place: step["etape"]?.place)
      } else {
        add(
          .missingKey, "\(label) n'a pas de libellé, et n'est pas une étape connue.",
          at: node["etape"]?.place ?? node.place,
          expected: "libelle: comment la note appelle l'étape",
          suggestion: Suggestion.nearest(to: name, among: NoteSchema.stepLabels.map(\.step)))
      }
    }
  }

  private mutating func checkOrder(_ step: Record, label: String, at node: YAMLNode) {
    guard let start = step["du"]?.value.firstDay, let end = step["au"]?.value.lastDay,
      end < start, let place = node["au"]?.place
    else { return }
    add(
      .endBeforeStart,
      "\(label) finit (\(node["au"]?.text ?? "")) avant de commencer "
        + "(\(node["du"]?.text ?? "")).", at: place, expected: "une fin après le début")
  }

  private mutating func checkContact(_ contact: Record, path: String, at node: YAMLNode) {
    let keys = ["nom", "service", "courriel"]
    guard !keys.contains(where: { node[$0] != nil }) else { return }
    add(
      .exclusiveKeys, "Un contact de « \(path) » n'a ni nom, ni service, ni courriel.",
      at: node.place, expected: "au moins une des clés nom, service, courriel")
  }

  private mutating func checkPlacement(_ placement: Record, path: String, at node: YAMLNode) {
    let used = ["apres", "avant"].filter { node[$0] != nil }
    if used.count != 1 {
      let name = placement.text(at: "nom") ?? "?"
      add(
        .exclusiveKeys,
        used.isEmpty
          ? "La section « \(name) » de « \(path) » n'a pas de place."
          : "La section « \(name) » de « \(path) » a deux places.",
        at: node.place, expected: "exactement une des clés apres, avant",
        suggestion: nil)
    }
    if let target = placement.text(at: "avant"), NoteSchema.planEnds.contains(target) {
      add(
        .unknownReference, "« avant: \(target) » n'a pas de sens.",
        at: node["avant"]?.place ?? node.place, expected: "apres: debut, apres: fin, ou une section"
      )
    }
  }
}

extension Value {
  /// The first day of a day or a month; nil for a value that waits.
  var firstDay: Day? {
    switch self {
    case .day(let day): day
    case .month(let month): Day(firstOf: month)
    default: nil
    }
  }

  /// The last day of a day or a month.
  var lastDay: Day? {
    switch self {
    case .day(let day): day
    case .month(let month): Day(lastOf: month)
    default: nil
    }
  }
}
