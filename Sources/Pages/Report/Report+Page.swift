internal import Compliance
internal import Documents
internal import Planning
internal import Wording

extension Report {
  /// The whole page.
  func page() -> Markup {
    let topics = ParcelTopic.all(self)
    let gaps = gaps
    let missing = MissingDatum.ranked(result)
    return document(
      "\(say(city.project.name)) – \(kindOfReport)", style: Markup.own(ReportStyle.source),
      policy: ReportScript.policy
    ) {
      tag("body") {
        masthead()
        tag("main") {
          if !targets.isEmpty {
            section("targets", say(ReportWords.targetsTitle)) {
              targetTable(hasMissing: !missing.isEmpty)
            }
          }
          if !topics.isEmpty {
            section("topics", say(ReportWords.topicsTitle)) { self.topics(topics) }
          }
          section("map", say(ReportWords.map)) { map(topics) }
          section("totals", say(ReportWords.atAGlance)) { totals() }
          if !gaps.isEmpty {
            section("gaps", say(ReportWords.gapsTitle)) { gapTable(gaps) }
          }
          if !missing.isEmpty {
            section("missing", say(ReportWords.missingTitle)) { missingTable(missing) }
          }
          if let sensitivity = result.sensitivity {
            section("sensitivity", say(SensitivityWords.title)) {
              sensitivityTable(sensitivity)
            }
          }
          section("clauses", say(ReportWords.clauseByClause)) { clauses() }
          section("units", say(ReportWords.byUnit)) { units() }
          if hasSharing {
            section("sharing", say(ReportWords.sharing)) { sharing() }
          }
          section("worst", say(ReportWords.worstPlaces)) { worstPlaces() }
          section("facilities", say(ReportWords.failingFacilities)) { facilities() }
          section("data", say(ReportWords.theData)) { dataQuality() }
          section("method", say(ReportWords.method)) { method() }
          section("sources", say(ReportWords.sources)) { sources() }
        }
        tag("script") { Markup.own(ReportScript.source) }
      }
    }
  }

  var kindOfReport: String {
    say(ReportWords.title)
  }
}
