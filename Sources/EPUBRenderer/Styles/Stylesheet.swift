/// The book's style: the template `epub/book.css` with the values of the theme.
enum Stylesheet {
  static let fileName = "book.css"
}
