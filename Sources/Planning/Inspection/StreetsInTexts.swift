internal import GeoFiles

/// Finds the names of streets in what the rows of a layer say, as in addresses.
struct StreetsInTexts {
  /// Names by their first two characters, the longest first.
  private var names: [String: [(name: [Character], street: Int)]] = [:]

  /// - Parameter streets: Names, by number; those of fewer than three characters are in too many words.
  init(_ streets: [String]) {
    for (number, street) in streets.enumerated() {
      let name = Array(street)
      guard name.count >= 3 else { continue }
      names[String(name[..<2]), default: []].append((name, number))
    }
    for key in names.keys { names[key]?.sort { $0.name.count > $1.name.count } }
  }

  /// The street that a text names; the longest of several, `nil` for none.
  func street(in text: String) -> Int? {
    let characters = Array(text)
    var best: (length: Int, street: Int)?
    for start in characters.indices.dropLast(2) {
      let key = String(characters[start...(start + 1)])
      let found = names[key]?.first {
        characters[start...].count >= $0.name.count
          && characters[start..<(start + $0.name.count)].elementsEqual($0.name)
      }
      if let found, found.name.count > best?.length ?? 0 {
        best = (found.name.count, found.street)
      }
    }
    return best?.street
  }

  /// By row of a layer.
  func streets(of layer: Layer) -> [Int?] {
    let texts = layer.attributes.columns.compactMap { column -> CellReading? in
      if case .text = column { CellReading(column: column) } else { nil }
    }
    return (0..<layer.count).map { row in
      texts.lazy.compactMap { $0.text(row).flatMap { street(in: $0) } }.first
    }
  }
}
