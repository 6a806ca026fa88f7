import Testing

@Suite struct HouseRulesTests {
  @Test func filesAndFunctionsStaySmall() throws {
    for file in try Checkout.files(in: "Sources", ending: ".swift") where !file.isGeneratedTable {
      #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
      for function in functions(in: file) {
        #expect(function.length <= 60, "\(file.path):\(function.line) is \(function.length) lines long")
      }
    }
  }

  @Test func nothingBelowTheDriverAsksTheMachine() throws {
    let asking = [
      "Date()", "Date.now", "clock_gettime", "gettimeofday", "ContinuousClock", "SystemRandomNumberGenerator",
      ".random(", ".shuffled(", ".randomElement(", "UUID()", "getenv", "ProcessInfo", "Locale.current", "TimeZone",
      "gethostname", "getpid",
    ]
    for file in try Checkout.files(in: "Sources", ending: ".swift")
    where file.room != "BookCompiler" && file.room != "handpress" {
      for (number, line) in file.lines.enumerated() where !line.isComment {
        for word in asking { #expect(!line.contains(word), "\(file.path):\(number + 1) uses \(word)") }
      }
    }
  }

  @Test func nothingIsLeftOpen() throws {
    for file in try Checkout.files(in: "Sources", ending: ".swift") {
      for (number, line) in file.lines.enumerated() {
        for word in ["TODO", "FIXME", "try!", " as! "] {
          #expect(!line.contains(word), "\(file.path):\(number + 1) holds \(word)")
        }
      }
    }
  }

  private struct Function {
    var line: Int
    var length: Int
  }

  /// Functions by their indentation, which the formatter keeps honest.
  private func functions(in file: Checkout.File) -> [Function] {
    file.lines.enumerated().compactMap { index, line in
      guard line.contains(#/^\s*(?:[a-z@]+(?:\([a-z]+\))? )*(?:func |init[?(<])/#) else { return nil }
      let indent = line.prefix { $0 == " " }
      let end = file.lines[index...].firstIndex { $0.hasPrefix("\(indent)}") }
      return Function(line: index + 1, length: (end ?? index) - index + 1)
    }
  }
}

extension Checkout.File {
  /// Tables that a program wrote, such as the character references of HTML.
  var isGeneratedTable: Bool { path.hasSuffix("Table.generated.swift") }
}

extension Substring {
  fileprivate var isComment: Bool { drop { $0 == " " }.hasPrefix("//") }
}
