import Mustache

/// A value that a template may name.
package indirect enum MustacheValue: Sendable {
  /// Escaped where it is put in.
  case text(String)
  /// Whether a section is shown.
  case flag(Bool)
  /// A section is shown once for each.
  case list([[String: MustacheValue]])

  fileprivate var object: Any {
    switch self {
    case .text(let text): text
    case .flag(let isShown): isShown
    case .list(let items): items.map { $0.mapValues(\.object) }
    }
  }
}

/// A template in Mustache, read.
package struct MustachePage: Sendable {
  private let template: MustacheTemplate

  /// - Throws: `MustacheError` at the first place that is no Mustache.
  package init(_ text: String) throws(MustacheError) {
    do {
      template = try MustacheTemplate(string: text)
    } catch let error as MustacheTemplate.ParserError {
      throw MustacheError(
        line: error.context.lineNumber, column: error.context.columnNumber, message: MustacheError.words(error.error))
    } catch {
      throw MustacheError(line: 1, column: 1, message: "it cannot be read")
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
