internal import Compliance
internal import Geodesy
internal import Planning
internal import Rules
internal import Wording

extension Report {
  /// The files, documents and programs that every figure comes from.
  func sources() -> Markup {
    inputTable() + packTable()
      + tag("p", ["class": "small"]) {
        say(PageWords.madeBy(version: imprint.engineVersion))
        librariesText
        say(PageWords.workingCRS) + city.workingCRS.description
        say(ReportWords.samePage)
      }
  }
}
