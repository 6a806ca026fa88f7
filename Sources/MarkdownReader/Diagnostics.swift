import SourceText

extension DiagnosticID {
  /// Bytes that are no UTF-8 were read as U+FFFD.
  package static let textInvalidUTF8 = DiagnosticID("text-invalid-utf8")
  /// A NUL byte was read as U+FFFD.
  package static let textNullByte = DiagnosticID("text-null-byte")
  /// Blocks or inlines nest more deeply than the reader follows.
  package static let nestingTooDeep = DiagnosticID("nesting-too-deep")
  /// A line of front matter is no YAML.
  package static let frontMatterMalformed = DiagnosticID("front-matter-malformed")
  /// Front matter without its closing line.
  package static let frontMatterUnclosed = DiagnosticID("front-matter-unclosed")
  /// A code or math fence that runs to the end of its container.
  package static let fenceUnclosed = DiagnosticID("fence-unclosed")
  /// A container directive without its closing colons.
  package static let directiveLegacyTitle = DiagnosticID("directive-legacy-title")
  package static let directiveUnclosed = DiagnosticID("directive-unclosed")
  /// Closing colons that close nothing.
  package static let directiveStray = DiagnosticID("directive-stray")
  /// A reference to a footnote that is not defined.
  package static let footnoteUndefined = DiagnosticID("footnote-undefined")
  /// Something MDX would refuse, read as text.
  package static let mdxSyntax = DiagnosticID("mdx-syntax")
  /// A JSX tag without its partner.
  package static let mdxUnclosedTag = DiagnosticID("mdx-unclosed-tag")
  /// An autolink in angle brackets, which MDX has not.
  package static let mdxAutolink = DiagnosticID("mdx-autolink")
}
