/// What help is in Chinese, by its English: abstracts, discussions and the help of options.
package enum HelpWords {
  /// By English text.
  package static let chinese = ofCommands.merging(ofOptions) { own, _ in own }
    .merging(ofProposing) { own, _ in own }

  package static let overview = "概述："
  package static let usage = "用法："
  package static let arguments = "参数："
  package static let options = "选项："
  package static let subcommands = "子命令："
  package static let error = "错误："
  package static let optionsInUsage = "选项"
  package static let subcommandInUsage = "子命令"

  /// Behind what an option is for.
  package static func byDefault(_ value: String) -> String { "（默认：\(value)）" }

  /// Likewise.
  package static func oneOf(_ values: [String]) -> String {
    "（可用：\(values.joined(separator: "、"))）"
  }

  /// Where more is said.
  package static func seeAlso(_ command: String) -> String { "详见：\(command)" }

  package static func unknownOption(_ option: String, meant: String?) -> String {
    "没有选项“\(option)”" + (meant.map { "；是否应为“\($0)”？" } ?? "")
  }

  package static func missingArgument(_ name: String) -> String { "缺少参数“\(name)”" }
  package static func missingValue(_ option: String) -> String { "选项“\(option)”缺少值" }

  package static func invalidValue(
    _ value: String, of option: String, among values: [String]
  ) -> String {
    "“\(value)”不能作为“\(option)”的值"
      + (values.isEmpty ? "" : "；应为：\(values.joined(separator: "、"))")
  }

  package static func unexpectedArguments(_ names: String) -> String { "多余的参数：\(names)" }
}
