import Mustache

/// A value that a template may name.
package indirect enum MustacheValue: Sendable {
  /// Escaped where it is put in.
  case text(String)
  /// Whether a section is shown.
  case flag(Bool)
  /// A section is shown once for each; a name is replaced by the text.
  case list([MustacheValue], text: String = "")
  /// Its members are known by their names within a section of it, and after a dot; the name itself is replaced by the text.
  case object([String: MustacheValue], text: String = "")

  fileprivate var object: Any {
    switch self {
    case .text(let text): text
    case .flag(let isShown): isShown
    case .list(let items, let text): ShownList(items: items, renderText: text)
    case .object(let members, let text): ShownObject(members: members, renderText: text)
    }
  }
}

private struct ShownList: MustacheSequence, MustacheCustomRenderable {
  let items: [MustacheValue]
  let renderText: String
  var isNull: Bool { items.isEmpty }

  func makeIterator() -> some IteratorProtocol { items.lazy.map(\.object).makeIterator() }
}

private struct ShownObject: MustacheParent, MustacheCustomRenderable {
  let members: [String: MustacheValue]
  let renderText: String
  var isNull: Bool { false }

  func child(named name: String) -> Any? { members[name]?.object }
}

/// A template in Mustache, read.
package struct MustachePage: Sendable {
  private let template: MustacheTemplate
  /// The library reads and shows sections by recursion.
  private static let sectionLimit = 200

  /// - Throws: `MustacheError` at the first place that is no Mustache.
  package init(_ text: String) throws(MustacheError) {
    guard MustachePage.sections(in: text) <= MustachePage.sectionLimit else {
      throw MustacheError(line: 1, column: 1, message: "it has more than \(MustachePage.sectionLimit) sections")
    }
    do {
      template = try MustacheTemplate(string: text)
    } catch let error as MustacheTemplate.ParserError {
      throw MustacheError(
        line: error.context.lineNumber, column: error.context.columnNumber, message: MustacheError.words(error.error))
    } catch {
      throw MustacheError(line: 1, column: 1, message: "it cannot be read")
    }
  }

  private static func sections(in text: String) -> Int {
    let bytes = Array(text.utf8)
    let openers = Array("#^$<".utf8)
    return bytes.indices.dropFirst(2).count { position in
      openers.contains(bytes[position]) && bytes[position - 2..<position].allSatisfy { $0 == UInt8(ascii: "{") }
    }
  }

  /// The template with its names filled in; a name without a value is nothing.
  package func render(_ values: [String: MustacheValue]) -> String {
    template.render(values.mapValues(\.object))
  }
}

/// Where a text stops being Mustache.
package struct MustacheError: Error, Equatable, Sendable {
  /// Both counted from 1, the column in characters.
  package let line: Int
  package let column: Int
  /// Lower case, without a full stop.
  package let message: String

  fileprivate static func words(_ error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "the section that ends here is not the one that is open"
    case .unfinishedName: "a name between braces does not end"
    case .expectedSectionEnd: "a section is not ended"
    case .invalidSetDelimiter: "the delimiters cannot be read"
    default: "this is no Mustache"
    }
  }
}
