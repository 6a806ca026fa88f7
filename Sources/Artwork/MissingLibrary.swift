import JavaScriptBinding

/// A library that the machine lacks, and what is made without it.
enum MissingLibrary: Error, Equatable {
  case javaScriptCore, katex, prism, graphviz

  var name: String {
    switch self {
    case .javaScriptCore: "JavaScriptCore"
    case .katex: "KaTeX"
    case .prism: "Prism"
    case .graphviz: "Graphviz"
    }
  }

  var remedy: String {
    switch self {
    case .javaScriptCore: JavaScriptError.libraryRemedy
    case .katex: "install KaTeX: apt-get install libjs-katex"
    case .prism: "install Prism: apt-get install node-prismjs"
    case .graphviz: "install Graphviz: apt-get install libgvc6"
    }
  }
}
