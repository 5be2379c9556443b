public import Facts

/// The settings of the site, from `site/site.yaml`.
public struct Settings: Sendable, Hashable {
  /// By `SettingsSchema`, what authors may leave out filled in.
  public let record: Record
  public let title: String
  /// Whether every page says that the site is a demonstration.
  public let isDemonstration: Bool

  /// Nil when what is required is absent.
  init?(_ record: Record) {
    guard let title = record.text(SettingsSchema.title),
      case .boolean(let isDemonstration)? = record.value(SettingsSchema.isDemonstration)
    else { return nil }
    self.title = title
    self.isDemonstration = isDemonstration
    self.record = SettingsSchema.completed(record)
  }

  /// The public address with its sub-path; nil while the site has none.
  public var address: String? {
    if case .address(let address)? = record.value(SettingsSchema.address) { address } else { nil }
  }

  /// The legal mention: « non conforme » unless an audit says better.
  public var accessibilityMention: String { record.text(SettingsSchema.mention) ?? "" }

  public var publisher: String? { record.text(SettingsSchema.publisher) }
}
