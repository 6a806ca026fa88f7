import BookModel
import BookPasses
import MarkdownReader
import SiteReader
import SourceText

/// The handbook's folder as a world of its own.
func openHandbook(_ path: String) throws(BuildFailure) -> DiskWorld {
  do {
    let world = try DiskWorld(root: path)
    guard world.kind(of: "") == .folder else { throw BuildFailure.noHandbook(path: path, reason: "it is not a folder") }
    return world
  } catch let failure as BuildFailure {
    throw failure
  } catch {
    throw .noHandbook(path: path, reason: "there is no such folder")
  }
}

/// What the handbook's settings make of its folder.
func discoverHandbook(
  _ options: BuildOptions, in world: DiskWorld, findings: inout Findings
) throws(BuildFailure) -> Discovery {
  do {
    let name = Paths.name(of: world.root)
    return try discover(
      DiscoveryOptions(
        includesDrafts: options.includesDrafts, folderName: name.isEmpty ? "Handbook" : name, locale: options.locale,
        version: options.docVersion),
      world: world, findings: &findings)
  } catch {
    switch error {
    case .noPages: throw .noHandbook(path: options.path, reason: "it holds no Markdown files")
    case .javaScriptMissing(let remedy): throw .missingLibrary(remedy)
    case .world(let error): throw .noHandbook(path: options.path, reason: String(describing: error))
    }
  }
}

/// Pictures on the network, which the user asked for.
func fetchPictures(of book: Book, workers: Int, findings: inout Findings) -> [String: [UInt8]] {
  RemotePictures().fetch(remoteImages(in: book), workers: workers, findings: &findings)
}

/// Reads pages in parallel, each once, and numbers them in the order given.
///
/// A page that cannot be read, or lies outside the handbook, is a finding; the book is made without it.
func readPages(
  _ paths: [String], site: Site, in world: DiskWorld, files: inout SourceFiles, workers: Int,
  findings: inout Findings
) -> [Page] {
  let contents = parallelMap(paths, workers: workers) { path in
    Result { () throws(WorldError) in try world.read(path) }
  }
  var sources: [SourceFile] = []
  for (path, content) in zip(paths, contents) {
    switch content {
    case .success(let bytes): sources.append(files.add(path: path, bytes: bytes))
    case .failure(let error): findings.add(.unreadable(error))
    }
  }
  return parallelMap(sources, workers: workers, findings: &findings) { source, findings in
    readPage(source, site: site, findings: &findings)
  }
}

/// What pages import: partials, what these import in turn, and files taken as they are.
func readImports(
  of book: Book, in world: DiskWorld, files: inout SourceFiles, workers: Int, findings: inout Findings
) -> ImportedFiles {
  var imports = ImportedFiles()
  var wanted = parallelMap(book.chapters, workers: workers) {
    ImportedPaths(of: $0.blocks, at: $0.path, site: book.site)
  }
  while !wanted.isEmpty {
    var scripts: [ImportedPaths] = []
    for path in wanted.flatMap(\.texts) where imports.texts[path] == nil && world.kind(of: path) == .file {
      guard let text = (try? world.read(path)).map({ String(decoding: $0, as: UTF8.self) }) else { continue }
      imports.texts[path] = text
      if ["js", "jsx", "mjs"].contains(Paths.fileExtension(of: path)) {
        scripts.append(ImportedPaths(ofScript: text, at: path, site: book.site))
      }
    }
    var seen = Set(imports.pages.keys)
    let new = wanted.flatMap(\.pages).filter { seen.insert($0).inserted && world.kind(of: $0) == .file }
    let pages = readPages(new, site: book.site, in: world, files: &files, workers: workers, findings: &findings)
    for page in pages { imports.pages[page.path] = page }
    wanted = scripts + pages.map { ImportedPaths(of: $0.blocks, at: $0.path, site: book.site) }
  }
  return imports
}

extension Diagnostic {
  /// A file that could not be read.
  fileprivate static func unreadable(_ error: WorldError) -> Diagnostic {
    switch error {
    case .missing(let path): Diagnostic(.error, .pageUnreadable, "`\(path)` is gone")
    case .outside(let path):
      Diagnostic(
        .error, .pageUnreadable, "`\(path)` leads out of the handbook",
        help: "replace the symbolic link by a copy of what it points at")
    case .unreadable(let path, let reason): Diagnostic(.error, .pageUnreadable, "`\(path)` cannot be read: \(reason)")
    }
  }
}
