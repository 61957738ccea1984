internal import GeoFiles

/// Texts that repeat, by their number.
struct SharedTexts {
  private(set) var words: [String] = []
  private(set) var indices: [Int32] = []
  private var known: [String: Int32] = [:]
  private var last: (text: String, index: Int32)?

  mutating func append(_ text: String?) {
    guard let text else {
      indices.append(-1)
      return
    }
    if let last, last.text == text {
      indices.append(last.index)
      return
    }
    let index = known[text] ?? Int32(words.count)
    if index == words.count {
      known[text] = index
      words.append(text)
    }
    last = (text, index)
    indices.append(index)
  }

  /// The column of them.
  var column: OutputColumn { .shared(dictionary: words, indices: indices) }
}
