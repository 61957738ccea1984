public import Documents
public import Rules

extension NotComputed.Reason {
  /// Why clauses are not computed, behind their number.
  public var words: LocalizedText {
    switch self {
    case .personLevel: LocalizedText(en: "about single persons", zh: "针对个人")
    case .money: LocalizedText(en: "about money", zh: "资金类")
    case .organisational: LocalizedText(en: "about who does what", zh: "组织分工类")
    case .noStandard: LocalizedText(en: "without a standard", zh: "文件未明确指标值")
    case .serviceQuality: LocalizedText(en: "about how a service is given", zh: "服务质量类")
    case .notInData: LocalizedText(en: "not in planning data", zh: "规划数据未包含")
    case .duplicate: LocalizedText(en: "said elsewhere", zh: "与他条重复")
    }
  }
}
