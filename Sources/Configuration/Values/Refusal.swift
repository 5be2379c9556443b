/// Why a scalar is not a value of its type.
package struct Refusal: Error {
  package var code: ConfigurationCode
  /// What is wrong, to follow « La valeur « … » de « ps.plafond » ».
  package var reason: String
  package var expected: String
  /// The part of the scalar that is refused; nil for all of it.
  package var text: String?
  /// The scalar as it should be, when that can be told.
  package var correction: String?

  package init(
    _ code: ConfigurationCode, _ reason: String, expected: String, correction: String? = nil
  ) {
    self.code = code
    self.reason = reason
    self.expected = expected
    self.correction = correction
  }
}
