import DeflateBinding
import Testing

@testable import Artwork

@Suite struct CanvasTests {
  private func sum(_ canvas: Canvas) -> Double { canvas.tones.reduce(0) { $0 + Double($1) } / 255 }

  @Test func coversADiscByItsArea() {
    var canvas = Canvas(width: 120, height: 120, tone: 0)
    var disc = Shape()
    disc.addDisc(x: 60.3, y: 59.8, radius: 50)
    canvas.fill(disc, tone: 255)
    #expect(abs(sum(canvas) - Double.pi * 2500) < 8)
  }

  @Test(arguments: [(Float(0.5), UInt8(128)), (0.25, 64), (1, 255)])
  func mixesTonesByTheShareOfAPixel(share: Float, tone: UInt8) {
    var canvas = Canvas(width: 4, height: 4, tone: 0)
    var shape = Shape()
    shape.addRectangle(x: 1, y: 1, width: share, height: 1)
    canvas.fill(shape, tone: 255)
    #expect(canvas.tones[5] == tone)
    #expect(canvas.tones.filter { $0 != 0 }.count == 1)
  }

  @Test func coversTheSameAreaAtEverySlope() {
    for shift in stride(from: Float(-40), through: 40, by: 3.7) {
      var canvas = Canvas(width: 120, height: 40, tone: 0)
      var shape = Shape()
      shape.move(45, 5.5)
      shape.line(75, 5.5)
      shape.line(75 + shift, 30.25)
      shape.line(45 + shift, 30.25)
      shape.close()
      canvas.fill(shape, tone: 255)
      #expect(abs(sum(canvas) - 30 * 24.75) < 1.5, "shift \(shift)")
    }
  }

  /// A hole is a contour that runs the other way.
  @Test func leavesHoles() {
    var canvas = Canvas(width: 30, height: 30, tone: 0)
    var shape = Shape()
    shape.addRectangle(x: 5, y: 5, width: 20, height: 20)
    shape.addRectangle(x: 20, y: 10, width: -10, height: 10)
    canvas.fill(shape, tone: 255)
    #expect(sum(canvas) == 300)
  }

  @Test func cutsOffWhatLiesOutside() {
    var canvas = Canvas(width: 20, height: 20, tone: 0)
    var shape = Shape()
    shape.addDisc(x: 0, y: 0, radius: 100)
    shape.addDisc(x: -500, y: 4000, radius: 3)
    canvas.fill(shape, tone: 255)
    #expect(sum(canvas) == 400)
    canvas.fill(x: -5..<100, y: 19..<700, tone: 0)
    #expect(sum(canvas) == 380)
    canvas.fill(Shape(), tone: 9)
  }

  @Test func givesTheNumbersOfSplitMix64() {
    var numbers = SplitMix64(seed: UInt64(1_234_567))
    #expect(numbers.next() == 6_457_827_717_110_365_317)
    #expect(numbers.next() == 3_203_168_211_198_807_973)
  }

  @Test func writesPixelsOfFourBits() throws {
    let palette = (0..<3).map { IndexedPNG.Color(red: $0, green: 9, blue: 8) }
    let file = IndexedPNG(width: 3, height: 2, palette: palette, pixels: [0, 1, 2, 2, 1, 0]).encoded()
    #expect(Array(file[16..<29]) == [0, 0, 0, 3, 0, 0, 0, 2, 4, 3, 0, 0, 0])
    let start = try #require(file.indices.first { Array(file[$0...].prefix(4)) == Array("IDAT".utf8) })
    let length = Int(file[start - 1])
    let stream = Array(file[start + 6..<start + 4 + length - 4])
    #expect(inflate(stream, size: 6) == [0, 0x01, 0x20, 0, 0x21, 0x00])
    #expect(Array(file.suffix(12)) == [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
  }
}
