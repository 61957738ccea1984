internal import Wording

extension Page {
  /// A section with its heading.
  func section(
    _ id: String, _ title: String, @MarkupBuilder _ content: () -> Markup
  ) -> Markup {
    tag("section", ["id": id]) {
      tag("h2") { title }
      content()
    }
  }

  /// A table that scrolls sideways on a narrow screen.
  func table(
    _ name: String, caption: String, head: [ReportColumn], @MarkupBuilder rows: () -> Markup
  ) -> Markup {
    tag("div", ["class": "scroll"]) {
      tag("table", ["class": name]) {
        tag("caption") { caption }
        tag("thead") {
          tag("tr") {
            for column in head {
              tag("th", ["scope": "col", "class": column.isNumber ? "n" : "t"]) { column.title }
            }
          }
        }
        tag("tbody") { rows() }
      }
    }
  }

  /// A cell with a number; `sortKey` is what sorting compares.
  func numberCell(_ text: String, sortKey: Double? = nil) -> Markup {
    guard let sortKey, sortKey.isFinite else { return tag("td", ["class": "n"]) { text } }
    return tag("td", ["class": "n", "data-key": "\(sortKey)"]) { text }
  }

  /// A cell with a count; nothing is shown as a dash, so that what matters stands out.
  func countCell(_ count: Int) -> Markup {
    tag("td", ["class": count == 0 ? "n zero" : "n", "data-key": String(count)]) {
      count == 0 ? "–" : NumberWords.grouped(count)
    }
  }
}

/// The head of a column.
struct ReportColumn: Sendable {
  let title: String
  let isNumber: Bool

  static func text(_ title: String) -> ReportColumn { ReportColumn(title: title, isNumber: false) }
  static func number(_ title: String) -> ReportColumn { ReportColumn(title: title, isNumber: true) }
}
