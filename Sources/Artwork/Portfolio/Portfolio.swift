import BookModel
import Diagrams

/// What was made for a book, failures included, so that a later build need not make it again.
///
/// It is a matter of speed alone: a book looks the same with one and without.
package struct Portfolio: Sendable {
  var drawings: [Diagram: DiagramOutcome] = [:]
  var formulas: [InlineMath: TypesetFormula] = [:]
  /// Formulas as pictures, and why there is none; only of editions that show them.
  var formulaPictures: [InlineMath: DrawnFormula] = [:]
  /// nil for a listing that stays plain.
  var listings: [Listing: [CodeToken]?] = [:]
  /// What the formulas and the listings were made with; results of something else are made anew.
  var formulaStamp = ""
  var listingStamp = ""
  /// Listings that took too long; for the build that found it alone.
  var slowListings: Set<Listing> = []
  /// Whether it holds something that it did not hold when it was read.
  package var isChanged = false

  package init() {}
}
