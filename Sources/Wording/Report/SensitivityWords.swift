package import Compliance
package import Documents
package import Quantities

/// What is said of a result with other assumptions.
package enum SensitivityWords {
  package static let title = LocalizedText(
    en: "What the result depends on", zh: "结果对假设的敏感程度")
  package static let caption = LocalizedText(
    en: "Findings that change with one other assumption (advisory clauses left out)",
    zh: "改变一项假设后结论变化的核查结果（不含倡导性条款）")
  package static let stated = LocalizedText(en: "As it is", zh: "现取值")
  package static let other = LocalizedText(en: "If it were", zh: "改为")
  package static let newlyPassing = LocalizedText(en: "Then pass", zh: "转为符合")
  package static let newlyFailing = LocalizedText(en: "Then fail", zh: "转为不符合")
  package static let otherChanges = LocalizedText(en: "Other changes", zh: "其他变化")
  package static let parcels = LocalizedText(en: "Compounds concerned", zh: "涉及小区")
  package static let topics = LocalizedText(en: "Most changes in", zh: "变化最多的主题")
  package static let noChange = LocalizedText(en: "no change", zh: "无变化")
  package static let judgingOthers = LocalizedText(
    en: "judging with other assumptions", zh: "按其他假设核查")

  /// What an assumption is called.
  package static func of(_ assumption: Sensitivity.Assumption) -> LocalizedText {
    switch assumption {
    case .detour: LocalizedText(en: "Detour factor", zh: "绕行系数")
    case .walkingSpeed: LocalizedText(en: "Walking speed", zh: "步行速度")
    case .personsPerHousehold: LocalizedText(en: "Persons per household", zh: "户均人口")
    }
  }

  /// `1.2 m/s`
  package static func metresPerSecond(_ speed: Amount) -> LocalizedText {
    LocalizedText(en: "\(speed) m/s", zh: "\(speed) 米/秒")
  }
}
