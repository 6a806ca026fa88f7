import BookModel

extension ContentWriter {
  /// `[^1]` → `\hpfootnote{1}{…}` with the note's text at the foot of the page; a second reference is its number
  /// alone.
  func footnoteReference(_ reference: FootnoteReference) {
    guard let note = chapter.footnotes.first(where: { $0.number == reference.number && $0.number > 0 }) else {
      return text("[^\(reference.label)]")
    }
    if let number = noteNumbers[note.number] { return footnoteMark(number) }
    noteNumbers[note.number] = nextNote()
    footnote(noteCount) { self.noteText(note.blocks) }
  }

  private func nextNote() -> Int {
    noteCount += 1
    return noteCount
  }

  /// A footnote with a number and what is in it; held back where the page could lose it.
  private func footnote(_ number: Int, _ content: @escaping () -> Void) {
    guard heldNotes == nil, openNotes == 0 else {
      footnoteMark(number)
      // A note in a note stands behind the outer one.
      if heldNotes != nil { heldNotes!.append((number, content)) } else { notesInNotes.append((number, content)) }
      return
    }
    object("1") {
      tex.command("hpfootnote", .number(number), .body { [self] in self.inNote(content) })
      writeNotesInNotes()
    }
  }

  /// The number of a note that stands elsewhere. To the directions of a line it is a digit.
  private func footnoteMark(_ number: Int) { object("1") { tex.command("hpfootnotemark", .number(number)) } }

  private func inNote(_ content: () -> Void) {
    let (wasBoxed, wasMeasure, wasRole, wasLinks, outer) = (isBoxed, measure, role, openLinks, paragraph)
    paragraph = nil
    (isBoxed, measure, role, openLinks) = (true, edition.layout.textWidth - 20, .body, 0)
    openNotes += 1
    inset(0, content)
    openNotes -= 1
    (isBoxed, measure, role, openLinks, paragraph) = (wasBoxed, wasMeasure, wasRole, wasLinks, outer)
  }

  /// Runs the closure without footnotes in it, and writes their texts behind it.
  func holdingNotes(_ content: () -> Void) {
    guard heldNotes == nil else { return content() }
    heldNotes = []
    content()
    let held = heldNotes ?? []
    heldNotes = nil
    write(held)
  }

  private func write(_ notes: [(number: Int, write: () -> Void)]) {
    for note in notes {
      tex.newline()
      tex.command("hpfootnotetext", .number(note.number), .body { [self] in self.inNote(note.write) })
      tex.raw("%")
      tex.newline()
    }
    writeNotesInNotes()
  }

  private func writeNotesInNotes() {
    guard !notesInNotes.isEmpty else { return }
    let notes = notesInNotes
    notesInNotes = []
    for note in notes {
      tex.command("hpfootnotetext", .number(note.number), .body { [self] in self.inNote(note.write) })
    }
    writeNotesInNotes()
  }

  /// The last paragraph of a note stays open, since LaTeX puts a strut at its end.
  private func noteText(_ blocks: [Block]) {
    for (index, block) in blocks.enumerated() {
      if index + 1 == blocks.count, case .paragraph(let content) = block.kind {
        notePara { directed { inlines(content.trimmed) } }
      } else {
        self.block(block)
      }
    }
  }

  private func notePara(_ content: () -> Void) {
    tex.opening("para")
    content()
    tex.closing("hpendnotepara")
  }

  /// On paper an address stands in a footnote, once a chapter.
  func addressNote(_ address: LinkAddress) {
    if let number = addressNotes[address.text] { return footnoteMark(number) }
    let number = nextNote()
    addressNotes[address.text] = number
    footnote(number) {
      self.notePara {
        self.directed {
          self.tex.command("hpurl", .address(address), .body { [self] in self.inlineCode(address.text) })
        }
      }
    }
  }

  /// Notes that nothing refers to, at the end of the chapter: what was written is not dropped.
  func unreferencedNotes() {
    for note in chapter.footnotes where noteNumbers[note.number] == nil {
      tex.place = note.range
      tex.opening("para")
      text("[\(note.label)] ")
      tex.closing("endpara")
      tex.blankLine()
      blocks(note.blocks)
    }
  }
}
