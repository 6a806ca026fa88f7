import Testing

@testable import DeflateBinding

@Suite struct DeflateTests {
  private let text = Array(String(repeating: "A page of a handbook says much that it said before. ", count: 400).utf8)

  @Test(arguments: [0, 1, 6, 9, 12])
  func unpacksToWhatWasPacked(level: Int) {
    let packed = deflate(text, level: CompressionLevel(integerLiteral: level))
    #expect(inflate(packed, size: text.count) == text)
    if level > 0 { #expect(packed.count < text.count / 20) }
  }

  @Test func packsNothing() {
    #expect(inflate(deflate([]), size: 0) == [])
  }

  @Test func refusesADamagedStream() {
    var packed = deflate(text)
    packed.removeLast(4)
    #expect(inflate(packed, size: text.count) == nil)
    #expect(inflate(deflate(text), size: text.count + 1) == nil)
  }

  /// The check value of CRC-32/ISO-HDLC, and a sum taken in two steps.
  @Test func sums() {
    #expect(crc32(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(crc32(Array("6789".utf8), continuing: crc32(Array("12345".utf8))) == 0xCBF4_3926)
    #expect(crc32([]) == 0)
  }

  /// RFC 1950: the two header bytes are a multiple of 31, the end is the Adler-32 of the data.
  @Test func wrapsForPNG() {
    let stream = zlibStream(Array("Wikipedia".utf8))
    #expect((Int(stream[0]) << 8 | Int(stream[1])) % 31 == 0)
    #expect(stream.suffix(4) == [0x11, 0xE6, 0x03, 0x98])
  }

  @Test func servesManyThreadsAtOnce() async {
    let expected = deflate(text)
    await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<32 { group.addTask { deflate(text) } }
      for await packed in group { #expect(packed == expected) }
    }
  }
}
