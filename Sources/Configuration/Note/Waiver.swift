public import Diagnostics
import Facts

/// A message of the checks that an author judged, and that does not hold.
public struct Waiver: Sendable, Hashable {
  /// The code of the message.
  public var code: String
  /// Words of the message; nil waives all messages of the code.
  public var object: String?
  /// In a sentence.
  public var reason: String
  /// Where its code is written.
  public var place: Place

  /// Whether a message is one that it waives; spaces of all kinds are one.
  public func waives(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.code == code
      && (object.map {
        FrenchText.plain(diagnostic.message).contains(FrenchText.plain($0))
      } ?? true)
  }

  fileprivate init?(_ record: Record) {
    typealias Keys = NoteSchema.Waiver
    guard let code = record.text(Keys.code), let reason = record.text(Keys.reason),
      let place = record[Keys.code]?.place
    else { return nil }
    self.code = code
    self.reason = reason
    self.place = place
    object = record.text(Keys.object)
  }
}

extension NoteFacts {
  /// The waivers of the year's file, then those of the department's.
  public var waivers: [Waiver] {
    layers.flatMap { $0.records(NoteSchema.waivers).compactMap(Waiver.init) }
  }
}
