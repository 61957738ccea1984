internal import Documents

/// What files call columns that are none of ours.
extension FieldAliases {
  static func conditionColumns(
    _ node: DocumentNode?, _ reader: DocumentReader
  ) -> [LayerRole: [String: [String]]] {
    byRole(node, "the columns of conditions", reader) { node in
      let pairs = reader.anyFields(node, of: "the columns of conditions")?.pairs ?? []
      return pairs.reduce(into: [:]) { names, pair in
        guard let name = pair.key.scalar else { return }
        names[name] = reader.texts(pair.value, name)
      }
    }
  }

  static func lookAlikes(
    _ node: DocumentNode?, _ reader: DocumentReader
  ) -> [LayerRole: [String: LookAlikes]] {
    let groups: [(String, WritableKeyPath<LookAlikes, Set<String>>)] = [
      ("other", \.others), ("unclear", \.unclear),
    ]
    return byRole(node, "what looks alike", reader) { node in
      let fields = reader.fields(node, of: "what looks alike", allowed: groups.map(\.0))
      var result: [String: LookAlikes] = [:]
      for (group, path) in groups {
        let columns = fields?[group].flatMap { reader.anyFields($0, of: group) }?.pairs ?? []
        for pair in columns {
          guard let column = pair.key.scalar else { continue }
          let names = (reader.texts(pair.value, column) ?? []).map { FoldedText.fold($0) }
          result[column, default: LookAlikes()][keyPath: path] = Set(names)
        }
      }
      return result
    }
  }

  private static func byRole<Value>(
    _ node: DocumentNode?, _ what: String, _ reader: DocumentReader,
    by read: (DocumentNode) -> [String: Value]
  ) -> [LayerRole: [String: Value]] {
    guard let node,
      let roles = reader.fields(node, of: what, allowed: LayerRole.allCases.map(\.rawValue))
    else { return [:] }
    return LayerRole.allCases.reduce(into: [:]) { $0[$1] = roles[$1.rawValue].map(read) }
  }
}
