import Testing
import Text

@Suite struct ScalarsTests {
  @Test func scalarsThatAreAloneAreCharacters() {
    for value: UInt32 in 0...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      guard text.hasOneScalarACharacter else { continue }
      // Nor do any two of them make one character.
      for other in ["a", " ", "\n", "é", "\u{A0}", "€", "\u{202F}", text] {
        #expect((text + other).count == 2, "U+\(String(value, radix: 16))")
        #expect((other + text).count == 2, "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test(arguments: ["e\u{301}", "\r\n", "👩\u{200D}🔬", "a\u{200D}", "한"])
  func textsOfLongerCharactersAreNotTakenForOthers(text: String) {
    #expect(!text.hasOneScalarACharacter)
  }

  @Test func frenchTextsAreSimple() {
    #expect("« L’été », 8 487 € – 5 % : n° 3… ; œuvre".hasOneScalarACharacter)
  }
}
