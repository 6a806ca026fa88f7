import CXML

/// A start tag as libxml2 hands it over: pointers into its own memory, valid during the call only.
struct StartTag {
  private let localName: UnsafePointer<xmlChar>?
  private let namespaceName: UnsafePointer<xmlChar>?
  private let count: Int
  private let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  private let prefix: UnsafePointer<xmlChar>?

  init(
    name: UnsafePointer<xmlChar>?, prefix: UnsafePointer<xmlChar>?, space: UnsafePointer<xmlChar>?, count: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    localName = name
    self.prefix = prefix
    namespaceName = space
    self.count = count
    self.attributes = attributes
  }

  var name: String { string(localName) ?? "" }
  var namespace: String? { string(namespaceName) }

  /// The value of `id`, without a namespace.
  var id: String? {
    for index in 0..<count where isID(attributes?[5 * index]) && attributes?[5 * index + 1] == nil {
      return value(index)
    }
    return nil
  }

  /// Local names with values, in the order written; a prefix is left out, so `xlink:href` is `href`.
  var allAttributes: [(name: String, value: String)] {
    (0..<count).map { (string(attributes?[5 * $0]) ?? "", value($0)) }
  }

  private func isID(_ name: UnsafePointer<xmlChar>?) -> Bool {
    guard let name else { return false }
    return name[0] == UInt8(ascii: "i") && name[1] == UInt8(ascii: "d") && name[2] == 0
  }

  /// The five pointers of an attribute are its local name, prefix, namespace, and its value's start and end.
  private func value(_ index: Int) -> String {
    guard let start = attributes?[5 * index + 3], let end = attributes?[5 * index + 4] else { return "" }
    return String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
  }
}
