import CairoBinding
import JavaScriptBinding

/// A library that the machine lacks, and what is made without it.
enum MissingLibrary: Error, Equatable {
  case javaScriptCore, katex, katexFonts, harfBuzz, librsvg, prism, graphviz

  var name: String {
    switch self {
    case .javaScriptCore: "JavaScriptCore"
    case .katex: "KaTeX"
    case .katexFonts: "the fonts of KaTeX"
    case .harfBuzz: "HarfBuzz"
    case .librsvg: "librsvg"
    case .prism: "Prism"
    case .graphviz: "Graphviz"
    }
  }

  var remedy: String {
    switch self {
    case .javaScriptCore: JavaScriptError.libraryRemedy
    case .katex: "install KaTeX: apt-get install libjs-katex"
    case .katexFonts: "install the fonts of KaTeX: apt-get install fonts-katex"
    case .harfBuzz: "install HarfBuzz: apt-get install libharfbuzz0b"
    case .librsvg: PictureError.remedy
    case .prism: "install Prism: apt-get install node-prismjs"
    case .graphviz: "install Graphviz: apt-get install libgvc6"
    }
  }
}
