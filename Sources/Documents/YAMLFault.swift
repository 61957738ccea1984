internal import Yams

/// Says what is wrong with a text that is not YAML in words for people who write packs and projects.
struct YAMLFault {
  let yaml: String
  let file: String

  /// The fault of an error of the parser.
  func fault(_ error: YamlError) -> DocumentFault {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return fault(problem, mark.line, mark.column)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.map(AliasExpansion.unmarked).sorted().joined(separator: ", ")
      return DocumentFault(
        file: file, line: context.mark.line, column: context.mark.column,
        text: "key given twice: \(keys); keep one of them")
    case .reader(let problem, let offset, _, _):
      let before = yaml.prefix(offset ?? 0)
      let line = before.count { $0.isNewline } + 1
      let column = before.reversed().prefix { !$0.isNewline }.count + 1
      return fault(problem, line, column)
    default: return fault("\(error)", 1, 1)
    }
  }

  private func fault(_ problem: String, _ line: Int, _ column: Int) -> DocumentFault {
    let lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for number in [line - 1, line - 2] where lines.indices.contains(number) {
      if let sign = chineseSign(in: lines[number], line: number + 1) { return sign }
    }
    let isIndentedByTab =
      problem.contains("cannot start any token") && lines.indices.contains(line - 1)
      && lines[line - 1].prefix { $0.isWhitespace }.contains("\t")
    let remedy =
      isIndentedByTab
      ? Self.tab : Self.remedies.first { problem.contains($0.problem) }?.text
    let isInBrackets = problem.contains("expected ','") && lines.indices.contains(line - 1)
    let hint = isInBrackets ? FullWidth.hint(in: String(lines[line - 1])) : FaultHint()
    return DocumentFault(
      file: file, line: line, column: column,
      text: "not valid YAML: \(remedy ?? FaultText(verbatim: problem))" + hint)
  }

  /// A key with a Chinese colon behind it, or a space in front that YAML does not know.
  private func chineseSign(in line: Substring, line number: Int) -> DocumentFault? {
    let start = line.prefix { $0 == " " || $0 == "-" }.count
    let key = line.dropFirst(start).prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
    let sign = line.dropFirst(start + key.count).first
    func fault(_ column: Int, _ text: FaultText) -> DocumentFault {
      DocumentFault(file: file, line: number, column: column, text: "not valid YAML: \(text)")
    }
    if !key.isEmpty, sign == "：" || sign == "﹕" {
      return fault(
        start + key.count + 1,
        "a Chinese colon stands behind '\(key)'; write ':' and a space")
    }
    let strange = key.isEmpty ? line.dropFirst(start) : line.drop { $0 != ":" }.dropFirst()
    guard let space = strange.first, space == "\u{3000}" || space == "\u{A0}" else { return nil }
    return fault(
      line.distance(from: line.startIndex, to: strange.startIndex) + 1,
      "a wide or hard space stands where a plain one must")
  }
}
