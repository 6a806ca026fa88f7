/// Where a document stops being XML, or is not what it should be.
package struct XMLError: Error, Equatable, CustomStringConvertible {
  /// From 1.
  package let line: Int
  /// From 1, in characters as libxml2 counts them.
  package let column: Int
  /// Lower case, without a full stop.
  package let message: String

  package init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  package var description: String { "line \(line), column \(column): \(message)" }
}
