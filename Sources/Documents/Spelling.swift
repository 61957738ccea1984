/// Suggestions for misspelt words.
public enum Spelling {
  /// The candidate nearest to `word`, when it is near enough to be meant.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    allNearest(to: word, among: candidates).first
  }

  /// All candidates that are equally near, sorted; empty where none is near enough to be meant.
  public static func allNearest(
    to word: String, among candidates: some Sequence<String>
  ) -> [String] {
    var least = max(1, word.count / 3)
    var nearest: [String] = []
    for candidate in candidates {
      let distance = distance(word.lowercased(), candidate.lowercased())
      guard distance <= least else { continue }
      if distance < least { nearest = [] }
      least = distance
      nearest.append(candidate)
    }
    return nearest.sorted()
  }

  /// `; did you mean 'x'?`, or nothing.
  public static func hint(
    for word: String, among candidates: some Sequence<String>
  ) -> FaultHint {
    FaultHint(nearest(to: word, among: candidates).map { "; did you mean '\($0)'?" })
  }

  /// `; did you mean 'x'?`, else all that there are: `; one of: x, y`.
  public static func choice(for word: String, among candidates: [String]) -> FaultHint {
    let hint = hint(for: word, among: candidates)
    return hint.text == nil
      ? FaultHint("; one of: \(candidates.joined(separator: ", "))") : hint
  }

  /// Optimal string alignment: insertions, deletions, substitutions, neighbours swapped.
  static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a)
    let b = Array(b)
    var previous: [Int] = []
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var next = [i + 1]
      for j in 0..<b.count {
        var cost = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, previous[j - 1] + 1)
        }
        next.append(cost)
      }
      previous = row
      row = next
    }
    return row[b.count]
  }
}
