import Testing
import Text

@Suite struct WebAddressTests {
  @Test(arguments: [
    "https://www.caf.fr", "http://caf.fr/aide?x=1#y", "https://é.fr/", "https://a.fr:8080/x",
    "https://intranet", "https://1.2.3.4/", "https://xn--9ca.fr#a", "https://a_b.fr",
  ])
  func named(_ address: String) { #expect(WebAddress.namesSite(address)) }

  @Test(arguments: [
    "", "https:", "https://", "https:///x", "https://?x", "https://#x", "https://.", "https://.fr",
    "https://a..fr", "https://a.fr.", "https://:80/", "https://a.fr:", "https://a.fr:99999/",
    "https://a.fr:+8/", "https://u@a.fr/", "https://u:p@a.fr/", "https:\\\\a.fr", "https://a b.fr",
    "https://-a.fr", "https://[::1]/", "https://\(String(repeating: "a", count: 64)).fr",
  ])
  func unnamed(_ address: String) { #expect(!WebAddress.namesSite(address)) }

  @Test(arguments: [
    "mailto:a@b.fr", "mailto:a@b.fr?subject=x@y", "MAILTO:a@b.fr,c@d.fr",
  ])
  func ofSomebody(_ address: String) { #expect(WebAddress.namesPerson(address)) }

  @Test(arguments: [
    "mailto:", "mailto:?subject=x", "mailto:a", "mailto:@", "mailto:a@", "mailto:@b.fr",
    "mailto:a@b@c.fr", "mailto:a@b.fr,", "mailto:a@b.fr,c",
  ])
  func ofNobody(_ address: String) { #expect(!WebAddress.namesPerson(address)) }
}
