/// The digits of a number by groups of three from the right: « 20 000 ».
public func groupedDigits(_ digits: String, by separator: String) -> String {
  var result = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { result += separator }
    result.append(digit)
  }
  return result
}
