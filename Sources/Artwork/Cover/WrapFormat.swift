/// The measures of a cover that goes round a printed book: back, spine and front on one sheet. All in millimetres.
package struct WrapFormat: Equatable, Sendable {
  /// The paper of the pages, which makes the spine.
  package enum Paper: String, CaseIterable, Sendable {
    case white, cream

    /// Of one page, half a leaf (Kindle Direct Publishing, "Calculate the spine width": 0.002252 and 0.0025 inches).
    package var pageThickness: Double {
      switch self {
      case .white: 0.0572
      case .cream: 0.0635
      }
    }
  }

  /// Of a page after it is cut.
  package var trimWidth: Double
  package var trimHeight: Double
  package var pages: Int
  package var paper: Paper
  /// How far the print reaches over the cut on each side.
  package var bleed: Double

  package init(trimWidth: Double, trimHeight: Double, pages: Int, paper: Paper = .white, bleed: Double = 3.175) {
    self.trimWidth = trimWidth
    self.trimHeight = trimHeight
    self.pages = pages
    self.paper = paper
    self.bleed = bleed
  }

  package var spine: Double { (Double(pages) * paper.pageThickness * 100).rounded() / 100 }
  package var width: Double { hundredths(2 * trimWidth + spine + 2 * bleed) }
  package var height: Double { hundredths(trimHeight + 2 * bleed) }

  /// Whether the spine is broad enough for letters (79 pages and more, by the printers' rule).
  package var hasSpineText: Bool { pages >= 79 && spine >= 4.5 }

  private func hundredths(_ length: Double) -> Double { (length * 100).rounded() / 100 }
}
