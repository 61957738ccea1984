internal import Compliance
internal import Documents
internal import Planning
internal import Rules
internal import Wording

extension Report {
  /// What the report is about, and what it rests on.
  func masthead() -> Markup {
    tag("header") {
      tag("p", ["class": "kind"]) { kindOfReport }
      tag("h1") { say(city.project.name) }
      if let note = city.project.note {
        tag("p", ["class": "notice"]) {
          tag("b") { say(PageWords.pleaseNote) }
          say(note)
        }
      }
      tag("dl", ["class": "basis"]) {
        fact(say(ReportWords.asOf), city.project.asOf.map { "\($0)" } ?? say(PageWords.notStated))
        fact(say(ReportWords.data), extent)
        fact(
          say(ReportWords.territory),
          city.project.isComplete
            ? say(ReportWords.wholeTerritory)
            : say(ReportWords.partOfTerritory))
        tag("dt") { say(ReportWords.documents) }
        tag("dd") {
          tag("ol", ["class": "documents"]) {
            for pack in result.packs { tag("li") { document(pack) } }
          }
        }
      }
    }
  }

  private var extent: String {
    let parcels = NumberWords.grouped(city.parcels.count)
    let facilities = NumberWords.grouped(city.facilities.count)
    let units = NumberWords.grouped(city.units.count)
    let rejected = NumberWords.grouped(city.rejected.count)
    return say(
      ReportWords.checkedRows(
        parcels: parcels, facilities: facilities, units: units, rejected: rejected))
  }

  private func fact(_ name: String, _ value: String) -> Markup {
    tag("dt") { name } + tag("dd") { value }
  }
}
