package import Documents

extension OpinionWords {
  package static let forAll = LocalizedText(en: "for all of it", zh: "全部覆盖")

  package static func forShare(_ figure: String) -> LocalizedText {
    LocalizedText(en: "for \(figure)", zh: "覆盖\(figure)")
  }

  package static func covered(_ figure: String) -> LocalizedText {
    LocalizedText(en: "\(figure) covered", zh: "覆盖\(figure)")
  }

  package static func outOfReach(_ amount: String) -> LocalizedText {
    LocalizedText(en: "\(amount) out of reach", zh: "\(amount)未覆盖")
  }

  package static let thereIsNone = LocalizedText(en: "there is none", zh: "没有此类设施")

  package static func nearest(_ length: String) -> LocalizedText {
    LocalizedText(en: "nearest \(length): ", zh: "最近\(length)：")
  }

  package static let figureNotStated = LocalizedText(
    en: "The document does not state the figure.", zh: "文件未明确指标值。")

  package static func tally(_ count: Int, of all: Int) -> LocalizedText {
    LocalizedText(en: "\(count) of \(all)", zh: "\(all)个中\(count)个")
  }

  package static func moreSubjects(_ count: Int, file: String) -> LocalizedText {
    LocalizedText(en: "and \(count) more, see \(file)", zh: "另有\(count)个，见 \(file)")
  }

  package static let doesNotCount = LocalizedText(en: "does not count", zh: "不计入结论")
}
