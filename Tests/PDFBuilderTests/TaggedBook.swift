import Foundation

/// A book with one of every element, in the commands of the class but without it.
enum TaggedBook {
  static let preamble = """
    \\usepackage{graphicx,longtable,unicode-math}
    \\makeatletter
    \\def\\hp@meta@title{A Book & More}\\def\\hp@meta@language{en}\\def\\hp@meta@author{A. Author}
    \\makeatother

    """

  /// A grey point as PNG.
  static let picture = Data(
    base64Encoded:
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")!

  private static let words = String(repeating: "Words that fill some lines of a page. ", count: 12)

  static let chapter = """
    \\hptag{Part}\\hptag{H1}Part\\hpendtag\\par
    \\hptag{Sect}\\hptag{H1}Chapter\\hpendtag\\par
    \\hptag{P}\(words)\\hptag{Link}\\pdfextension startlink attr{/Border[0 0 0]\\hplinkattr{a\\#b}} user{/Subtype/Link/A<</S/URI/URI(https://example.org)>>}\\relax a link that is so long that it has to go on and on over the end of one line and of another\\pdfextension endlink\\relax\\hpendtag{} and \\hptag{Code}\\texttt{code}\\hpendtag.\\hptag{Reference}1\\hpendtag
    \\footnote{\\hptag{Note}\\hptag{Lbl}1\\hpendtag\\hptag{P}A note.\\hpendtag\\hpendtag}\\hpendtag\\par
    \\hptag{L}\\hptag{LI}\\hptag{Lbl}1.\\hpendtag\\hptag{LBody}\\hptag{P}Item\\hpendtag\\hpendtag\\hpendtag\\par\\hpendtag
    \\hptag{H2}Code\\hpendtag\\par
    \\hptag{Code}\\hptag{Artifact}1\\hpendtag\\ \\texttt{let x = 1}\\par\\texttt{let y = 2}\\hpendtag\\par
    \\hptag{Table}\\begin{longtable}{ll}
    \\hptag{THead}\\hptag{TR}\\hptag{TH}Name\\hpendtag&\\hptag{TH}Meaning\\hpendtag\\hpendtag\\hpendtag\\\\\\hline
    \\hptag{TBody}\\hptag{TR}\\hptag{TD}a\\hpendtag&\\hptag{TD}\\hpendtag\\hpendtag\\hpendtag\\\\
    \\end{longtable}\\hpendtag
    \\hptag{BlockQuote}\\hptag{P}\(words)\\newpage{}\(words)\\hpendtag\\hpendtag\\par
    \\hptag{Div}\\hptag{P}Formula \\hptagalt{Formula}{x squared over y}$\\frac{x^2}{y}$\\hpendtag.\\hpendtag\\hpendtag\\par
    \\hptagalt{Figure}{A picture}\\includegraphics[width=1cm]{picture.png}\\hpendtag\\par
    \\hptag{Caption}Figure 1\\hpendtag\\par
    \\hpendtag\\hpendtag

    """

  static let outline = """
    Document
      Part
        H1
        Sect
          H1
          P
            Link
            Code
            Reference
            Note
              Lbl
              P
          L
            LI
              Lbl
              LBody
                P
          H2
          Code
          Table
            THead
              TR
                TH /Column
                TH /Column
            TBody
              TR
                TD
                TD
          BlockQuote
            P
          Div
            P
              Formula "x squared over y"
          Figure "A picture"
          Caption

    """
}
