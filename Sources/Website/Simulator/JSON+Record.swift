import Diagnostics
import Facts
import Markdown

extension JSON {
  /// A record with its texts in French typography, in the order of its keys.
  ///
  /// Values that are neither text, list nor record are left out.
  init(_ record: Record) {
    self = .members(
      record.facts.sorted { $0.field.key < $1.field.key }.compactMap { field, fact in
        JSON(fact.value).map { (field.key, $0) }
      })
  }

  private init?(_ value: Value) {
    switch value {
    case .text(let text): self = .string(FrenchTypography.apply(to: text))
    case .record(let record): self.init(record)
    case .list(let facts): self = .list(facts.compactMap { JSON($0.value) })
    default: return nil
    }
  }
}
