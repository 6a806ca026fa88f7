import SourceText
import Testing

@testable import BookCompiler

@Suite struct RemotePicturesTests {
  @Test(arguments: [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.51.100.7", "203.0.113.9", "::1", "::", "fe80::1", "fc00::1",
    "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::1", "2001:db8::1", "ff02::1",
  ])
  func addressesOfNobodyElse(_ text: String) throws {
    #expect(try !#require(IPAddress(text)).isPublic)
  }

  @Test(arguments: ["1.1.1.1", "172.32.0.1", "192.0.3.1", "198.20.0.1", "2606:4700::1111", "2a00:1450:4001::1"])
  func addressesOfEveryone(_ text: String) throws {
    #expect(try #require(IPAddress(text)).isPublic)
  }

  @Test(arguments: ["file:///etc/passwd", "ftp://example.org/a.png", "gopher://x/", "http://", "no address"])
  func otherSchemesAreRefused(_ address: String) {
    #expect(throws: RemotePictures.Failure.address("it is no http or https address")) {
      try RemotePictures().fetch(address)
    }
  }

  @Test(arguments: ["http://127.0.0.1:9/a.png", "http://localhost/a.png", "http://[::1]/a.png", "http://2130706433/"])
  func thisMachineIsOutOfReach(_ address: String) {
    var findings = Findings()
    #expect(RemotePictures().fetch([address], workers: 1, findings: &findings).isEmpty)
    #expect(findings.diagnostics.count == 1)
    #expect(findings.diagnostics.first?.message.contains("private network") == true)
  }
}
