import BookModel
import Testing

@Suite("Tabs and details in the EPUB")
struct TabsAndDetailsTests {
  @Test("Every panel is shown under its label, else under its value")
  func tabs() {
    let panels = [
      Tabs.Panel(value: "npm", label: "NPM", blocks: [Make.paragraph("a")]),
      Tabs.Panel(value: "yarn", label: "", blocks: [Make.paragraph("b")]),
    ]
    #expect(
      Make.book([Make.block(.tabs(Tabs(panels: panels)))]).content() == """
        <div class="tabs">
        <div class="tab" role="group" aria-labelledby="label.1">
        <p class="tab-label" id="label.1">NPM</p>
        <p>a</p>
        </div>
        <div class="tab" role="group" aria-labelledby="label.2">
        <p class="tab-label" id="label.2">yarn</p>
        <p>b</p>
        </div>
        </div>

        """)
  }

  @Test("Details are open, under their summary")
  func details() {
    let details = Details(summary: [Make.text("More")], blocks: [Make.paragraph("a")])
    #expect(
      Make.book([Make.block(.details(details))]).content() == """
        <div class="details" role="group" aria-labelledby="label.1">
        <p class="summary" id="label.1">More</p>
        <p>a</p>
        </div>

        """)
  }
}
