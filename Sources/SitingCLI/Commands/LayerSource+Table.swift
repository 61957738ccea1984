import Planning

extension LayerSource {
  /// Whether it is a text table, which has no CRS of its own.
  var isTable: Bool {
    let name = path.lowercased()
    return [".csv", ".tsv", ".csv.gz", ".tsv.gz"].contains { name.hasSuffix($0) }
  }
}
