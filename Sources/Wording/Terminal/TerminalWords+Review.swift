package import Documents

extension TerminalWords {
  package static func loadedForReview(parcels: Int, facilities: Int) -> LocalizedText {
    LocalizedText(
      en: "read \(parcels) parcels, \(facilities) facilities",
      zh: "已读取小区\(parcels)个、设施\(facilities)处")
  }

  package static let measured = LocalizedText(en: "measured the city as it is", zh: "已完成现状测算")

  package static func wroteOpinions(_ count: Int) -> LocalizedText {
    LocalizedText(en: "wrote \(count) opinions", zh: "已写出审查意见\(count)份")
  }

  package static func andMore(_ more: Int, of all: Int) -> LocalizedText {
    LocalizedText(en: " and \(more) more", zh: "等\(all)个")
  }

  package static let verdict = LocalizedText(en: "verdict", zh: "结论")
  package static let provided = LocalizedText(en: "provided", zh: "方案值")
  package static let missing = LocalizedText(en: "missing", zh: "缺口")
  package static let advisory = LocalizedText(en: " (advisory)", zh: "（倡导性）")
  package static let fails = LocalizedText(en: "fails ", zh: "不符合")
  package static let undecided = LocalizedText(en: "undecided ", zh: "无法判定")

  package static func stage(_ number: Int) -> LocalizedText {
    LocalizedText(en: "stage \(number): ", zh: "第\(number)期建成时：")
  }

  package static let failsNothing = LocalizedText(en: "fails nothing", zh: "无不符合条款")
  package static func row(_ number: Int) -> LocalizedText {
    LocalizedText(en: "row \(number)", zh: "第\(number)行")
  }

  package static let on = LocalizedText(en: " on ", zh: "与")
  package static let notMended = LocalizedText(en: "no facility mends ", zh: "调整设施无法满足")
  package static let passesReviewed = LocalizedText(
    en: "reviewed again with this: nothing fails", zh: "按此修改后再次审查：无不符合条款")
  package static let restReviewed = LocalizedText(
    en: "reviewed again with this: nothing else fails", zh: "按此修改后再次审查：其余条款均无不符合")

  package static func atLeast(_ what: String, _ least: String) -> LocalizedText {
    LocalizedText(en: "\(what) at least \(least)", zh: "\(what)不少于\(least)")
  }

  /// What need not be more than nothing, but must be said.
  package static func stated(_ what: String) -> LocalizedText {
    LocalizedText(en: "\(what) to be stated, 0 will do", zh: "\(what)须载明，可为 0")
  }

  package static func state(_ what: String, _ least: String) -> LocalizedText {
    LocalizedText(en: "state \(what): at least \(least)", zh: "载明\(what)：不少于\(least)")
  }

  package static func raise(_ what: String, from before: String, to after: String) -> LocalizedText
  {
    LocalizedText(en: "\(what) from \(before) to \(after)", zh: "\(what)由\(before)增至\(after)")
  }

  package static let inMarkedArea = LocalizedText(
    en: "anywhere in the marked area", zh: "位于图示范围内任一处即可")
  package static let anywhere = LocalizedText(en: "anywhere in the plan", zh: "位于方案内任一处即可")

  package static func anywhere(in parcel: String) -> LocalizedText {
    LocalizedText(en: "anywhere in \(parcel)", zh: "位于\(parcel)内任一处即可")
  }

  package static func add(_ kind: String) -> LocalizedText {
    LocalizedText(en: "add: \(kind)", zh: "新增\(kind)")
  }

  package static func change(_ facility: String, _ kind: String) -> LocalizedText {
    LocalizedText(en: "change \(facility) (\(kind))", zh: "调整\(facility)（\(kind)）")
  }

  package static let fullNow = LocalizedText(en: "full now: ", zh: "由有余量变为满负荷：")
  package static let conclusion = LocalizedText(en: "conclusion", zh: "审查结论")
  package static let pleaseSupply = LocalizedText(
    en: "for the developer to supply", zh: "请建设单位补充")
  package static let toFindOut = LocalizedText(en: "for the bureau to find out", zh: "由审查单位核实")
  package static let noFigureStated = LocalizedText(
    en: "the document states no figure, the bureau decides", zh: "文件未明确指标值，由主管部门认定")
  package static let rowsLeftOut = LocalizedText(
    en: "rows that are left out, which leaves the plan undecided", zh: "未采用的行（可能受其影响的条款不作判定）")
  package static let rowsOfNoConsequence = LocalizedText(
    en: "rows that are left out, on which nothing hangs", zh: "未采用的行（不影响结论）")
  package static let overlaps = LocalizedText(
    en: "lies on parcels that are there; check the outline, or say which are to go",
    zh: "与既有小区重叠，请核对边界或说明拆除范围")
  package static let toComply = LocalizedText(en: "to comply", zh: "方案修改建议")
  package static let neighbours = LocalizedText(en: "neighbours", zh: "对周边的影响")
}
