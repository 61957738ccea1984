package import Documents

extension TerminalWords {
  package static func loadedForReview(parcels: Int, facilities: Int) -> LocalizedText {
    LocalizedText(
      en: "read \(parcels) parcels, \(facilities) facilities",
      zh: "已读取小区 \(parcels) 个、设施 \(facilities) 个")
  }

  package static let measured = LocalizedText(en: "measured the city as it is", zh: "已完成现状测算")

  package static func wroteOpinions(_ count: Int) -> LocalizedText {
    LocalizedText(en: "wrote \(count) opinions", zh: "已写出审查意见 \(count) 份")
  }

  package static func andMore(_ more: Int, of all: Int) -> LocalizedText {
    LocalizedText(en: " and \(more) more", zh: " 等 \(all) 个")
  }

  package static let verdict = LocalizedText(en: "verdict", zh: "结论")
  package static let provided = LocalizedText(en: "provided", zh: "实际")
  package static let missing = LocalizedText(en: "missing", zh: "缺口")
  package static let advisory = LocalizedText(en: " (advisory)", zh: "（建议性）")
  package static let fails = LocalizedText(en: "fails ", zh: "不符合 ")
  package static let undecided = LocalizedText(en: "undecided ", zh: "无法判定 ")

  package static func stage(_ number: Int) -> LocalizedText {
    LocalizedText(en: "stage \(number): ", zh: "第 \(number) 期建成时：")
  }

  package static let failsNothing = LocalizedText(en: "fails nothing", zh: "无不符合条款")
  package static let noFigure = LocalizedText(en: "the document states no figure", zh: "文件未写明数值")
  package static let dataMissing = LocalizedText(en: "data is missing", zh: "数据缺失")

  package static func row(_ number: Int) -> LocalizedText {
    LocalizedText(en: "row \(number)", zh: "第 \(number) 行")
  }

  package static let on = LocalizedText(en: " on ", zh: " 与 ")
  package static let notMended = LocalizedText(en: "no facility mends ", zh: "调整设施无法满足 ")
  package static let passesReviewed = LocalizedText(
    en: "reviewed again with this: nothing fails", zh: "按此整改复核：无不符合条款")
  package static let restReviewed = LocalizedText(
    en: "reviewed again with this: nothing else fails", zh: "按此整改复核：其余条款均无不符合")

  package static func atLeast(_ what: String, _ least: String) -> LocalizedText {
    LocalizedText(en: "\(what) at least \(least)", zh: "\(what)不少于 \(least)")
  }

  package static func state(_ what: String, _ least: String) -> LocalizedText {
    LocalizedText(en: "state \(what): at least \(least)", zh: "载明\(what)：不少于 \(least)")
  }

  package static func raise(_ what: String, from before: String, to after: String) -> LocalizedText
  {
    LocalizedText(en: "\(what) from \(before) to \(after)", zh: "\(what)由 \(before) 增至 \(after)")
  }

  package static let inMarkedArea = LocalizedText(
    en: "anywhere in the marked area", zh: "位于图示范围内任一处即可")
  package static let anywhere = LocalizedText(en: "anywhere in the plan", zh: "位于方案内任一处即可")

  package static func anywhere(in parcel: String) -> LocalizedText {
    LocalizedText(en: "anywhere in \(parcel)", zh: "位于 \(parcel) 内任一处即可")
  }

  package static func add(_ kind: String) -> LocalizedText {
    LocalizedText(en: "add: \(kind)", zh: "新增\(kind)")
  }

  package static func change(_ facility: String, _ kind: String) -> LocalizedText {
    LocalizedText(en: "change \(facility) (\(kind))", zh: "调整 \(facility)（\(kind)）")
  }

  package static let fullNow = LocalizedText(en: "full now: ", zh: "由有余量变为满负荷：")
  package static let plan = LocalizedText(en: "plan: ", zh: "方案总体：")
  package static let forWantOfData = LocalizedText(en: ", for want of data", zh: "（数据不全）")
  package static let onlyNoFigure = LocalizedText(
    en: ", but only where the document states no figure: nothing holds it up",
    zh: "（仅因文件未写明数值，不影响通过）")

  package static let notDecided = LocalizedText(en: "not decided", zh: "无法判定的原因")
  package static let rowsLeftOut = LocalizedText(
    en: "rows that are left out, which leaves the plan undecided", zh: "剔除的行（方案因此无法判定）")
  package static let rowsOfNoConsequence = LocalizedText(
    en: "rows that are left out, on which nothing hangs", zh: "剔除的行（不影响结论）")
  package static let overlaps = LocalizedText(
    en: "lies on parcels that are there; check the outline, or say which are to go",
    zh: "与现有小区重叠，请核对边界或说明拆除范围")
  package static let toComply = LocalizedText(en: "to comply", zh: "整改建议")
  package static let neighbours = LocalizedText(en: "neighbours", zh: "对周边的影响")
}
