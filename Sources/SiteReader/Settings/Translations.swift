import BookModel

/// Texts by their keys, as a translator gave them (Docusaurus: translation files, `{key: {message, description}}`).
struct Translations: Equatable, Sendable {
  private var messages: [String: String] = [:]

  init() {}

  init(_ value: Value) {
    for member in value.members ?? [] {
      if let message = member.value["message"]?.string ?? member.value.string, !message.isEmpty {
        messages[member.key] = message
      }
    }
  }

  subscript(key: String) -> String? { messages[key] }
}
