internal import Documents
internal import GeoFiles
internal import Rules

/// A pack of a case as a file: what the case leaves out is filled in.
struct PackText {
  /// Its id, and the name of its file without the ending.
  let name: String
  let text: String

  /// Whether the project does not name it: other packs of the case extend it.
  var isParent: Bool { name.hasSuffix("-base") }

  /// - Parameter number: Its place among the packs of the case.
  init(
    id: String?, _ pairs: [DocumentNode.Pair], rules: [[DocumentNode.Pair]], number: Int
  ) {
    name = id ?? (number == 0 ? "pack" : "pack-\(number)")
    let title = "{\"en\": \(name.json), \"zh\": \(name.json)}"
    var pack = Mapping([
      "schema": "1", "id": name.json, "title": title,
      "document": """
      {"number": null, "issuer": {"en": "Example", "zh": "示例"}, "issued": 2025-01-01, \
      "status": "issued"}
      """,
    ])
    for pair in pairs { pack.set(pair) }
    let texts = rules.map { "  - " + Self.rule($0).block(margin: "    ") }
    text = pack.block() + (texts.isEmpty ? "rules: []\n" : "rules:\n" + texts.joined())
  }

  private static func rule(_ pairs: [DocumentNode.Pair]) -> Mapping {
    let check = pairs.first { $0.key.scalar == "check" }?.value.scalar
    var rule = Mapping([
      "id": "r", "clause": "\"1\"", "says": "{\"en\": \"A clause.\", \"zh\": \"条款。\"}",
      "means": check.flatMap(CheckRegistry.check)?.exampleTopic ?? "elder-circle",
      "force": "binding",
    ])
    let filled = rule.pairs.map(\.key)
    for pair in pairs {
      // Null takes back what is filled in, so that a case can leave it out.
      if let key = pair.key.scalar, pair.value.isNothing, filled.contains(key) {
        rule.remove(key)
      } else {
        rule.set(pair)
      }
    }
    return rule
  }
}
