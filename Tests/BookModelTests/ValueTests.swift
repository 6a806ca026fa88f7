import BookModel
import Testing

@Suite struct ValueTests {
  @Test func theLastOfEqualKeysCounts() {
    let value = Value.object([.init("a", .number(1)), .init("b", .null), .init("a", .number(2))])
    #expect(value["a"]?.number == 2)
    #expect(value["c"] == nil)
    #expect(Value.string("a")["a"] == nil)
  }

  @Test(
    arguments: [
      (Value.number(3), "3"), (.number(1.5), "1.5"), (.bool(true), "true"), (.string(" x "), " x "), (.null, nil),
      (.array([]), nil), (.number(1e300), "1e+300"),
    ] as [(Value, String?)])
  func scalarsAsAPersonWritesThem(_ value: Value, _ text: String?) { #expect(value.scalarText == text) }
}
