import Documents
import Foundation
import GeoFiles
import TestSupport
import Testing

@testable import Pages
@testable import Publishing

@Suite("The opinion as a document of Word")
struct OpinionWordTests {
  private func edition(
    _ kind: SmallReview.Case, _ language: Language
  ) async throws -> OpinionEdition {
    try await OpinionEdition(
      try SmallReview.make(kind), options: SmallReview.options(language))
  }

  /// The texts of the page as they stand behind one another, without drawings and white space.
  private func texts(_ element: MarkupElement) -> String {
    guard element.name != "svg" else { return "" }
    return element.children.map { node in
      switch node {
      case .text(let text): text
      case .element(let inner): texts(inner)
      }
    }.joined()
  }

  private func withoutSpaces(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }

  @Test(
    "says what the sheet says, all of it, in its order, and nothing else",
    arguments: SmallReview.Case.allCases, Language.allCases)
  func texts(kind: SmallReview.Case, language: Language) async throws {
    let sheet = OpinionSheet(try await edition(kind, language))
    let page = sheet.page().tree
    let document = try #require(
      XMLTree.read(Array(WordDocument(sheet).body.source.utf8)))
    let asked = withoutSpaces(texts(try #require(page.first("body"))))
    #expect(asked.count > 500)
    #expect(withoutSpaces(document.text(without: ["mc:AlternateContent"])) == asked)
  }

  @Test("every part is well-formed", arguments: SmallReview.Case.allCases, Language.allCases)
  func parts(kind: SmallReview.Case, language: Language) async throws {
    let parts = WordDocument(OpinionSheet(try await edition(kind, language))).parts
    #expect(parts.first?.name == "[Content_Types].xml")
    var trees: [String: XMLTree] = [:]
    for part in parts {
      let tree = try #require(XMLTree.read(part.content), "\(part.name)")
      trees[part.name] = tree
    }
    // Each part is declared, and each relation leads to one.
    let declared = try #require(trees["[Content_Types].xml"]).all("Override")
    for entry in declared {
      #expect(trees[String(try #require(entry.attributes["PartName"]).dropFirst())] != nil)
    }
    let relations = try #require(trees["word/_rels/document.xml.rels"]).all("Relationship")
    for relation in relations {
      #expect(trees["word/\(try #require(relation.attributes["Target"]))"] != nil)
    }
    let body = try #require(trees["word/document.xml"])
    let footer = try #require(body.all("w:footerReference").first).attributes["r:id"]
    #expect(
      relations.first { $0.attributes["Id"] == footer }?.attributes["Target"] == "footer1.xml")
    // No hour, which would differ from run to run.
    #expect(try #require(trees["docProps/core.xml"]).all("dcterms:created").isEmpty)
  }

  @Test(
    "tables are as the format wants them", arguments: SmallReview.Case.allCases, Language.allCases)
  func tables(kind: SmallReview.Case, language: Language) async throws {
    let sheet = OpinionSheet(try await edition(kind, language))
    let body = try #require(XMLTree.read(Array(WordDocument(sheet).body.source.utf8)))
    let styles = Set(WordParagraph.Style.allCases.map(\.rawValue))
    for style in body.all("w:pStyle") {
      #expect(styles.contains(style.attributes["w:val"] ?? ""))
    }
    let width = try #require(body.all("w:tbl").first).all("w:gridCol").width
    for table in body.all("w:tbl") {
      // All as wide as the page allows, but for what rounding takes.
      #expect(abs(table.all("w:gridCol").width - width) < 10)
      let columns = table.all("w:gridCol").count
      for row in table.own("w:tr") {
        let spans = row.own("w:tc").map { cell in
          Int(cell.all("w:gridSpan").first?.attributes["w:val"] ?? "1") ?? 0
        }
        #expect(spans.reduce(0, +) == columns)
        for cell in row.own("w:tc") { #expect(cell.children.last?.name == "w:p") }
      }
    }
    // The form is a page of its own, and so is the annex.
    #expect(body.all("w:pageBreakBefore").count == 2)
    let ids = (body.all("wp:docPr") + body.all("wps:cNvPr")).compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
  }

  @Test("the same bytes twice")
  func bytes() async throws {
    let scratch = try ScratchFolder()
    let review = try SmallReview.make(.fails)
    for name in ["one", "two"] {
      _ = try await OpinionPublication.publish(
        review, to: "\(scratch.path)/\(name)", options: SmallReview.options(.zh))
    }
    let files = try ["one", "two"].map { name in
      try Data(contentsOf: URL(fileURLWithPath: "\(scratch.path)/\(name)/opinion.docx"))
    }
    #expect(files[0] == files[1])
    #expect(files[0].starts(with: Array("PK".utf8)))
  }

  @Test("the map has the plan, its neighbours by what changes for them, facilities and a scale")
  func map() async throws {
    let sheet = OpinionSheet(try await edition(.fails, .en))
    let body = try #require(XMLTree.read(Array(WordDocument(sheet).body.source.utf8)))
    let map = try #require(body.all("mc:AlternateContent").first)
    let names = map.all("wps:cNvPr").compactMap { $0.attributes["name"] }
    #expect(names.contains("N2"))
    #expect(map.all("w:txbxContent").map { $0.text() }.contains("200\u{00A0}m"))
    #expect(map.all("a:pattFill").contains { $0.attributes["prst"] == "wdUpDiag" })
    let circles = map.all("a:prstGeom").filter { $0.attributes["prst"] == "ellipse" }
    #expect(circles.count == 3)
    // As many swatches as there are words in the legend.
    let legend = try #require(sheet.page().tree.first("figcaption")?.first("ul"))
    #expect(body.all("mc:AlternateContent").count == 1 + legend.elements.count)
  }
}

extension [XMLTree] {
  fileprivate var width: Int {
    reduce(0) { $0 + (Int($1.attributes["w:w"] ?? "") ?? 0) }
  }
}
