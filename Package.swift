// swift-tools-version: 6.2
import PackageDescription

/// Settings every target of ours shares: Swift 6 mode, and a warning is an error.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// One room of the house. What a room may import is written here and held by `ImportLayersTests`,
/// because SwiftPM builds undeclared imports of siblings without a word.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil) -> Target {
  .target(name: name, dependencies: dependencies, path: path ?? "Sources/\(name)", swiftSettings: strict)
}

/// Thin Swift over one library that is not ours, in `Sources/Bindings/`.
func binding(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  room("\(name)Binding", dependencies, path: "Sources/Bindings/\(name)")
}

/// A C library installed by the system's package manager, found through pkg-config.
func library(_ name: String, pkgConfig: String, apt: String) -> Target {
  .systemLibrary(name: name, path: "Sources/CBindings/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// The tests of one room.
func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    exclude: exclude, swiftSettings: strict)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "handpress",
  products: [.executable(name: "handpress", targets: ["handpress"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    room("SourceText"),
    room("BookModel", ["SourceText"]),
    room("MarkdownReader", ["SourceText", "BookModel", "YAMLBinding"]),
    room("SiteReader", ["SourceText", "BookModel", "YAMLBinding", "JavaScriptBinding", "MustacheBinding"]),
    room("BookPasses", ["SourceText", "BookModel", "MustacheBinding"]),
    room("Templates", ["SourceText", "BookModel", "YAMLBinding", "MustacheBinding", "XMLBinding", "CTemplates"]),
    room("Diagrams", ["SourceText", "BookModel", "MarkupXML", "GraphvizBinding", "PangoBinding", "CTemplates"]),
    room(
      "Artwork",
      [
        "SourceText", "BookModel", "Diagrams", "JavaScriptBinding", "CairoBinding", "DeflateBinding", "PangoBinding",
        "CTemplates", "ImagesBinding",
      ]),
    room("MarkupXML"),
    room(
      "EPUBRenderer", ["SourceText", "BookModel", "BookPasses", "Templates", "MustacheBinding", "MarkupXML"]),
    room("LaTeXRenderer", ["SourceText", "BookModel", "BookPasses", "CTemplates"]),
    room("PDFBuilder", ["SourceText", "LaTeXRenderer", "ProcessBinding"]),
    room(
      "BookCompiler",
      [
        "SourceText", "BookModel", "MarkdownReader", "SiteReader", "BookPasses", "Artwork", "Templates",
        "EPUBRenderer", "LaTeXRenderer", "PDFBuilder", "JavaScriptBinding", "ZipBinding", "DeflateBinding",
        "XMLBinding",
      ]),
    .executableTarget(name: "handpress", dependencies: ["BookCompiler", argumentParser], swiftSettings: strict),
    .executableTarget(
      name: "ReaderBenchmark", dependencies: ["SourceText", "BookModel", "MarkdownReader"],
      path: "Benchmarks/ReaderBenchmark", swiftSettings: strict),
    .executableTarget(
      name: "DiagramBenchmark", dependencies: ["BookModel", "Diagrams"],
      path: "Benchmarks/DiagramBenchmark", swiftSettings: strict),

    binding("YAML", ["SourceText", "BookModel", yams]),
    binding("Mustache", [mustache]),
    binding("JavaScript", ["BookModel", "CJavaScriptCore"]),
    binding("Zip", ["CZip"]),
    binding("Deflate", ["CDeflate"]),
    binding("XML", ["CXML"]),
    binding("Pango", ["CPango"]),
    binding("Graphviz", ["CGraphviz"]),
    binding("Cairo", ["CCairo"]),
    binding("Process", ["CProcess"]),
    binding("Images", ["CImages"]),
    library("CZip", pkgConfig: "libzip", apt: "libzip-dev"),
    library("CDeflate", pkgConfig: "libdeflate", apt: "libdeflate-dev"),
    library("CXML", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
    .target(name: "CJavaScriptCore", path: "Sources/CBindings/CJavaScriptCore"),
    .target(name: "CPango", path: "Sources/CBindings/CPango"),
    .target(name: "CGraphviz", path: "Sources/CBindings/CGraphviz"),
    .target(name: "CCairo", path: "Sources/CBindings/CCairo"),
    .target(name: "CProcess", path: "Sources/CBindings/CProcess"),
    .target(name: "CImages", path: "Sources/CBindings/CImages"),
    .target(name: "CTemplates", path: "Sources/CBindings/CTemplates"),

    .target(
      name: "TestSupport", dependencies: ["SourceText", "BookModel"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("SourceText"),
    tests("BookModel"),
    tests("MarkdownReader"),
    tests("SiteReader", ["MarkdownReader"]),
    tests("BookPasses", ["MarkdownReader"]),
    tests("Templates"),
    tests("Diagrams", ["XMLBinding"]),
    tests("Artwork", ["DeflateBinding", "CairoBinding", "ImagesBinding"], exclude: ["Golden"]),
    tests("MarkupXML", ["XMLBinding"]),
    tests("EPUBRenderer", ["BookPasses", "Templates", "XMLBinding"]),
    tests("LaTeXRenderer", ["BookPasses"]),
    tests("PDFBuilder", ["LaTeXRenderer"]),
    tests("BookCompiler", ["ZipBinding", "DeflateBinding", "XMLBinding"]),
    .testTarget(
      name: "BindingsTests", dependencies: ["ZipBinding", "DeflateBinding", "XMLBinding", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ScenarioTests", dependencies: ["TestSupport", "ZipBinding", "handpress"],
      exclude: ["Scenarios", "Golden", "Fixtures"],
      swiftSettings: strict),
    .testTarget(name: "TidyTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
