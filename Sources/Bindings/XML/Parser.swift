import CXML

/// The things a reader wants to hear of while libxml2 walks over a document. No tree is built.
class ParserEvents {
  private(set) var error: XMLError?
  /// Valid while the parser runs.
  fileprivate var context: xmlParserCtxtPtr?

  func start(_ element: StartTag) {}
  func end() {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func documentType(publicID: String?, systemID: String?) {}
  func instruction(target: String, data: String) {}
  /// An entity of the document's own subset.
  func entity(_ name: String, value: String) {}

  /// Ends the parse at the place reached; the first complaint stays.
  func stop(_ message: String) {
    guard let context, let input = context.pointee.input else { return }
    complain(line: Int(input.pointee.line), column: Int(input.pointee.col), message)
    xmlStopParser(context)
  }

  fileprivate func complain(line: Int, column: Int, _ message: String) {
    guard error == nil else { return }
    error = XMLError(line: max(1, line), column: max(1, column), message: message)
  }
}

/// What a reader wants to be called for; an event nobody wants costs nothing.
struct WantedEvents: OptionSet {
  let rawValue: Int
  static let startTags = WantedEvents(rawValue: 1)
  static let text = WantedEvents(rawValue: 2)
  static let endTags = WantedEvents(rawValue: 4)
  static let prolog = WantedEvents(rawValue: 8)
}

/// Once in the life of the process, before any thread parses.
private let libraryIsReady: Void = xmlInitParser()

/// Runs libxml2's SAX parser over a document.
///
/// Nothing outside `bytes` is ever read: no network, no DTD, no entity of a file. An entity of the document's own
/// subset is refused, or (`allowsEntities`) left to libxml2's bound on how much entities may add.
func parse(_ bytes: [UInt8], wanting wanted: WantedEvents, allowsEntities: Bool = false, _ events: ParserEvents)
  throws(XMLError)
{
  _ = libraryIsReady
  guard let size = Int32(exactly: bytes.count), size > 0 else {
    throw XMLError(line: 1, column: 1, message: bytes.isEmpty ? "the document is empty" : "the document is over 2 GB")
  }
  bytes.withUnsafeBytes { raw in
    guard let context = xmlCreateMemoryParserCtxt(raw.baseAddress?.assumingMemoryBound(to: CChar.self), size) else {
      preconditionFailure("there is no memory left for an XML parser")
    }
    defer {
      // Where a document declares entities, libxml2 keeps them in a document of its own making.
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      xmlFreeParserCtxt(context)
    }
    context.pointee.sax.pointee = handlers(wanted, allowsEntities: allowsEntities)
    // HUGE lifts the caps on depth and length, which our own deep documents would meet, and with them the bound on
    // entities.
    let lifted = allowsEntities ? 0 : XML_PARSE_HUGE.rawValue
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | lifted))
    context.pointee._private = Unmanaged.passUnretained(events).toOpaque()
    events.context = context
    xmlParseDocument(context)
    events.context = nil
    if context.pointee.wellFormed == 0 { events.complain(line: 1, column: 1, "the document is not well-formed") }
  }
  if let error = events.error { throw error }
}

private func handlers(_ wanted: WantedEvents, allowsEntities: Bool) -> xmlSAXHandler {
  var handler = xmlSAXHandler()
  handler.initialized = XML_SAX2_MAGIC
  handler.serror = { _, error in
    guard let error, error.pointee.level == XML_ERR_ERROR || error.pointee.level == XML_ERR_FATAL,
      let context = error.pointee.ctxt
    else { return }
    let column = Int(error.pointee.int2)
    events(context)?.complain(line: Int(error.pointee.line), column: column, plain(error.pointee.message))
  }
  if allowsEntities { handler.entityDecl = declareEntity } else { handler.entityDecl = refuseEntity }
  if wanted.contains(.startTags) {
    handler.startElementNs = { context, name, prefix, space, _, _, count, _, attributes in
      let tag = StartTag(name: name, prefix: prefix, space: space, count: Int(count), attributes: attributes)
      events(context)?.start(tag)
    }
  }
  if wanted.contains(.endTags) { handler.endElementNs = { context, _, _, _ in events(context)?.end() } }
  if wanted.contains(.text) {
    handler.characters = { context, bytes, count in
      events(context)?.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.cdataBlock = handler.characters
  }
  if wanted.contains(.prolog) {
    handler.internalSubset = { context, _, publicID, systemID in
      events(context)?.documentType(publicID: string(publicID), systemID: string(systemID))
    }
    handler.processingInstruction = { context, target, data in
      events(context)?.instruction(target: string(target) ?? "", data: string(data) ?? "")
    }
  }
  return handler
}

private func refuseEntity(
  context: UnsafeMutableRawPointer?, name: UnsafePointer<xmlChar>?, type: Int32, publicID: UnsafePointer<xmlChar>?,
  systemID: UnsafePointer<xmlChar>?, value: UnsafeMutablePointer<xmlChar>?
) {
  events(context)?.stop("the document declares an entity, `\(string(name) ?? "")`")
}

private func declareEntity(
  context: UnsafeMutableRawPointer?, name: UnsafePointer<xmlChar>?, type: Int32, publicID: UnsafePointer<xmlChar>?,
  systemID: UnsafePointer<xmlChar>?, value: UnsafeMutablePointer<xmlChar>?
) {
  guard let name = string(name) else { return }
  if type == XML_INTERNAL_GENERAL_ENTITY.rawValue, let value {
    events(context)?.entity(name, value: String(cString: value))
  } else {
    events(context)?.stop("the document declares an entity that is no text of its own, `\(name)`")
  }
}

private func events(_ context: UnsafeMutableRawPointer?) -> ParserEvents? {
  guard let own = context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private else { return nil }
  return Unmanaged<ParserEvents>.fromOpaque(own).takeUnretainedValue()
}

func string(_ text: UnsafePointer<xmlChar>?) -> String? {
  text.map { String(cString: $0) }
}

/// libxml2's sentence in our style: one line, no capital, no full stop.
private func plain(_ message: UnsafeMutablePointer<CChar>?) -> String {
  guard let message else { return "the document is not well-formed" }
  var text = String(cString: message).split(separator: "\n").joined(separator: " ")
  while text.last == "." || text.last == " " { text.removeLast() }
  return text.prefix(1).lowercased() + text.dropFirst()
}
