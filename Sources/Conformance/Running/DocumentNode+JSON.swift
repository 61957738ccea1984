internal import Documents
internal import GeoFiles

extension DocumentNode {
  /// The node in JSON, which is YAML, too: numbers keep the decimals that they are written with.
  var json: String {
    switch content {
    case .scalar(let text, isPlain: true) where scalar == nil || text.isJSONWord:
      scalar ?? "null"
    case .scalar(let text, isPlain: _): text.json
    case .sequence(let items): "[" + items.map(\.json).joined(separator: ", ") + "]"
    case .mapping(let pairs): Mapping(pairs).flow
    }
  }
}

extension String {
  fileprivate var isJSONWord: Bool { self == "true" || self == "false" || Double(self) != nil }
}

/// Keys with the texts of their values, in an order.
struct Mapping {
  private(set) var pairs: [(key: String, text: String)] = []

  init(_ pairs: [DocumentNode.Pair] = []) {
    for pair in pairs { set(pair) }
  }

  init(_ pairs: KeyValuePairs<String, String>) {
    for (key, text) in pairs { set(key, text) }
  }

  /// Adds a key, or replaces its value in its place.
  mutating func set(_ key: String, _ text: String) {
    if let place = pairs.firstIndex(where: { $0.key == key }) {
      pairs[place].text = text
    } else {
      pairs.append((key, text))
    }
  }

  /// The same with a pair of a document.
  mutating func set(_ pair: DocumentNode.Pair) {
    if let key = pair.key.scalar { set(key, pair.value.json) }
  }

  mutating func remove(_ key: String) { pairs.removeAll { $0.key == key } }

  /// On one line.
  var flow: String {
    "{" + pairs.map { "\($0.key.json): \($0.text)" }.joined(separator: ", ") + "}"
  }

  /// A line a key, those behind the first with a margin.
  func block(margin: String = "") -> String {
    pairs.map { "\($0.key): \($0.text)\n" }.joined(separator: margin)
  }
}
