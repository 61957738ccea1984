internal import Documents
internal import Quantities

/// Finds keys that say nothing, and lists that say a thing twice.
struct EmptyValues {
  let reader: DocumentReader

  /// Looks at everything below a node.
  func check(_ node: DocumentNode) {
    switch node.content {
    case .scalar: break
    case .mapping(let pairs):
      for pair in pairs {
        if let key = pair.key.scalar, FullWidth.narrowed(key) == key { check(pair.value, of: key) }
        check(pair.value)
      }
    case .sequence(let items):
      var seen = Set<String>()
      for item in items {
        checkItem(item)
        if let word = item.scalar, Amount(exactly: word) == nil, !seen.insert(word).inserted {
          reader.report(item, "'\(word)' is listed twice")
        }
        check(item)
      }
    }
  }

  private func checkItem(_ item: DocumentNode) {
    switch item.content {
    case .sequence(let items) where items.isEmpty:
      reader.report(item, "an empty list stands for nothing; take it out")
    case .mapping(let pairs) where pairs.isEmpty:
      reader.report(item, "an empty map stands for nothing; take it out")
    default: break
    }
  }

  private func check(_ value: DocumentNode, of key: String) {
    switch value.content {
    case .sequence(let items) where items.isEmpty:
      reader.report(value, "'\(key)' is an empty list; name something, or leave the key out")
    case .mapping(let pairs) where pairs.isEmpty:
      reader.report(value, "'\(key)' is an empty map; state something, or leave the key out")
    case .scalar(let text, isPlain: true)
    where ["", "~", "null"].contains(text) && !["en", "zh"].contains(key):
      reader.report(value, "'\(key)' has no value")
    default: break
    }
  }
}
