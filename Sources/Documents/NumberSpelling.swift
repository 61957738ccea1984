internal import Quantities

/// What people write for a number, and what they mean by it.
enum NumberSpelling {
  /// Whether a number has zeros in front, which YAML takes for octal: `0500` is 320 there.
  static func isOctal(_ node: DocumentNode) -> Bool {
    guard case .scalar(let text, true) = node.content else { return false }
    let digits = text.drop { $0 == "-" || $0 == "+" }
    return digits.first == "0" && digits.dropFirst().first?.isNumber == true
  }

  /// `5,000`, `5_000`, `90%`, `500 beds`, `>= 500`, `５００` and `0500` are meant for plain figures.
  static func hint(for node: DocumentNode) -> FaultHint {
    guard let text = node.scalar.map(FullWidth.narrowed) else { return FaultHint() }
    let signs = text.drop { "<>=≥≤约 ".contains($0) }
    let figure = signs.prefix { $0.isASCII && ($0.isNumber || ".,_-+".contains($0)) }
    let rest = signs.dropFirst(figure.count)
    guard !rest.contains(where: \.isNumber), rest.first.map({ !"eEx:/".contains($0) }) ?? true
    else { return FaultHint() }
    let plain = figure.filter { $0 != "," && $0 != "_" }
    guard let amount = Amount(exactly: plain) else { return FaultHint() }
    return FaultHint("; write \(amount)")
  }
}
