/// The address that calls a telephone number.
public enum PhoneNumber {
  /// « 03 29 68 39 77 » → `tel:+33329683977`; a short number stays as it is: `tel:3230`.
  public static func link(_ text: String) -> String {
    let digits = text.filter { ("0"..."9").contains($0) }
    if text.hasPrefix("+") { return "tel:+" + digits }
    guard digits.count == 10, digits.hasPrefix("0") else { return "tel:" + digits }
    return "tel:+" + code(digits) + digits.dropFirst()
  }

  /// The country code: overseas departments have their own.
  private static func code(_ digits: String) -> String {
    switch digits.prefix(4) {
    case "0262", "0263", "0269", "0639", "0692", "0693": "262"
    case "0590", "0690", "0691": "590"
    case "0594", "0694": "594"
    case "0596", "0696", "0697": "596"
    default: "33"
    }
  }
}
