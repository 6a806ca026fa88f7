/// Small pictures of every kind, red with a blue middle, 16×12 pixels; those that move have 8×8.
enum SamplePicture: String, CaseIterable {
  case avifAVIF, lossyWEBP, losslessWEBP, clearWEBP, cmykJPG, plainJPG, plainPNG, stillGIF, movingGIF, movingWEBP,
    movingPNG

  var bytes: [UInt8] {
    SamplePicture.decoded(base64)
  }

  private var base64: String {
    switch self {
    case .avifAVIF:
      """
      AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADrbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAAAAAAAO
      cGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAETAAAAQQAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEAAGF2MDFDb2xvcgAA
      AABqaXBycAAAAEtpcGNvAAAAFGlzcGUAAAAAAAAAEAAAAAwAAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwAAAAAE2NvbHJuY2x4AAEADQAG
      gAAAABdpcG1hAAAAAAAAAAEAAQQBAoMEAAAASW1kYXQSAAoJGAz+2iAhoNCAMjJGUeHhiGHnnnmgBUDJZBR7kCp6bMhK6wto0/YmZyN3X1tC
      qT+el9byJScLv2bpTUqp0w==
      """
    case .lossyWEBP:
      """
      UklGRoAAAABXRUJQVlA4IHQAAABQAwCdASoQAAwAAoBCJbACdF8AbTBvUGSi/sr6NYNgAKboAAD+6N1T0b4PQberoSf8pL413DGodCSzzuo4
      45u0yX6o/pBUtY6Lv++f8WhZ713V0sIYfQ/+z7f+Pb8//cmT/zqzbf0xEtC/nLRPvRYXlVYAAA==
      """
    case .losslessWEBP:
      """
      UklGRiwAAABXRUJQVlA4TCAAAAAvD8ACAA9wD60zId/Dd/5DCwTZNjWZv90pzhDR/wDWBw==
      """
    case .clearWEBP:
      """
      UklGRl4AAABXRUJQVlA4TFEAAAAvD8ACEAYDads4mc75h3MLyymQ78FtEAASgCGmWCKKJJaYYokkohhigEzxpnxTvQmouAkkovIi9bbad1sa
      1LlIi7oXSai6SSRvq77JW7o3/QsA
      """
    case .cmykJPG:
      """
      /9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3OFBtUVdfYmdoZz5NcXlw
      ZHhcZWdj/8AAFAgADAAQBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAAB
      fQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hp
      anN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5
      +v/aAA4EQwBNAFkASwAAPwCx4l1m40j7N9nSJvN3bvMBPTHTBHrXOaZZR3fmeYzjZjG0+uazPDGiW2sfaftLyr5Wzb5ZAznPXIPpXoFQeHdf
      u9Vv3guI4VVYi4KKQc5A7k+tSajp8VpAskbOSWx8xHofap/Enh600nT457eSdnaUIRIwIxgnsB6UVsX+mWeo+X9sh8zy87fmIxnGeh9hVOC6
      mtt3kvt3deAaxtP1S903zPsc3leZjd8oOcZx1HuaKZY6PYafMZbSDy3K7Sd7Hjr3PtSz3k9wgSWTcoOcYA5p99rOoajCIbu48yNW3AbFHOCO
      w9zRX//Z
      """
    case .plainJPG:
      """
      /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1x
      eXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAAR
      CAAMABADASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEG
      E1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWG
      h4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEB
      AQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYk
      NOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0
      tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDLjQPnOeKWSMKuRnrTFYr0OKGdmGCahVKP
      seVx97uevKjiniedT9zt8vQ//9k=
      """
    case .plainPNG:
      """
      iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAIAAADkharWAAAAKUlEQVR4nGM8ISfHQApgIkk1ORpYkDk+UftwqduyzIleThoOGhhpHtMArN0F
      ISYRH20AAAAASUVORK5CYII=
      """
    case .stillGIF:
      """
      R0lGODdhCAAIAIEAAMgeHhR43AAAAAAAACwAAAAACAAIAAAIGgABCBxIsODAAAgRHkwYYGFChwoFMmxoUGBAADs=
      """
    case .movingGIF:
      """
      R0lGODlhCAAIAIEAAMgeHhR43AAAAAAAACH5BAAKAAAALAAAAAAIAAgAAAgaAAEIHEiw4MAACBEeTBhgYUKHCgUybGhQYEAAIfkEAQoAAQAs
      AAAAAAgACACBAP8AAAAAAAAAAAAACA8AAQgcSLCgwYMIEypMGBAAOw==
      """
    case .movingWEBP:
      """
      UklGRgIBAABXRUJQVlA4WAoAAAACAAAABwAABwAAQU5JTQYAAAAAAAAAAABBTk1GggAAAAAAAAAAAAcAAAcAAGQAAAJWUDggagAAAFABAJ0B
      KggACAABQCYlsAAEdAAA/vEAPJFy2YSuH7iDAGx7yHXKa93jEC0QT/MqL/kUfyd5fBz+jau9r/2ciZ6b/v/h9//4+mdv/YBf2Afj/n/n/iA/
      x2IH+95cf9Cia/8CShfpbPeFgABBTk1GTAAAAAAAAAAAAAcAAAcAAGQAAABWUDggNAAAADQBAJ0BKggACAAAACYloAADcAD+6SIf//efP/+5
      8//7nz/oz///Kfv/8jj//yOP/lAgAAA=
      """
    case .movingPNG:
      """
      iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAACGFjVEwAAAACAAAAAPONk3AAAAAaZmNUTAAAAAAAAAAIAAAACAAAAAAAAAAA
      AAEACgAA8k66YgAAAChJREFUeJxjPCEnx4ANMGEVZWBgYIFQPlH7kEW3LHPCqYOKEoy4nAsAe90FGQJsEvgAAAAaZmNUTAAAAAEAAAAIAAAA
      CAAAAAAAAAAAAAEACgAAaT1QtgAAABdmZEFUAAAAAnicY2T4z4AVMGEXHqwSAMxCAQ+FTIS2AAAAAElFTkSuQmCC
      """
    }
  }

  /// RFC 4648 §4, line feeds passed over.
  private static func decoded(_ text: String) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var bytes: [UInt8] = []
    var (buffer, bits) = (0, 0)
    for byte in text.utf8 {
      guard let digit = alphabet.firstIndex(of: byte) else { continue }
      buffer = (buffer << 6 | digit) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
      }
    }
    return bytes
  }
}
