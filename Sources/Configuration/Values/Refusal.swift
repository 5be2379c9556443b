/// Why a scalar is not a value of its type.
struct Refusal: Error {
  var code: ConfigurationCode
  /// What is wrong, to follow « La valeur « … » de « ps.plafond » ».
  var reason: String
  var expected: String
  /// The scalar as it should be, when that can be told.
  var correction: String?

  init(
    _ code: ConfigurationCode, _ reason: String, expected: String, correction: String? = nil
  ) {
    self.code = code
    self.reason = reason
    self.expected = expected
    self.correction = correction
  }
}
