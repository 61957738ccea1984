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
        workingPlane(of: city)
        say(ReportWords.samePage)
      }
  }
}
