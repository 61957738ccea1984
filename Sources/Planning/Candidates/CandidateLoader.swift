internal import Documents
internal import GeoData
internal import GeoFiles
internal import Geodesy
internal import Planar
internal import Quantities
public import Workers

/// Reads candidate sites, or makes them up, for a city that is loaded.
public enum CandidateLoader {
  /// Reads the sites of a file: points, or areas, which are taken as a place within them.
  ///
  /// Columns: `id`, `name`, `land_area`, `kinds` (those that may be built, divided by `;`; none: any), `cost`, and
  /// `choice` (`free`, `forced`, `forbidden`).
  ///
  /// - Throws: `CityLoadError` with everything that makes the file unusable as a whole, and every cell that says
  ///   what nobody knows.
  public static func load(
    _ source: LayerSource, for city: City, vocabulary: Vocabulary, workers: Workers
  ) async throws -> SiteCandidates {
    let layer = try await SourceFile.layer(source, workers)
    if layer.count == 0 {
      throw CityLoadError(source.path, "there is no site in it, so nothing could be built")
    }
    return try await sites(of: layer, source, for: city, vocabulary, workers)
  }

  /// A site at the place of every parcel, called as it is.
  public static func atParcels(
    of city: City, vocabulary: Vocabulary, workers: Workers
  ) async throws -> SiteCandidates {
    let rows = city.parcels.rows
    return try await sites(
      at: (0..<rows.count).filter { rows.isPlaced($0) }.map {
        (id: rows.ids[$0], place: Point(x: rows.placeX[$0], y: rows.placeY[$0]))
      }, for: city, vocabulary, workers)
  }

  /// Sites on a grid, wherever a parcel's place is within a step of one.
  ///
  /// - Parameter step: Metres from site to site; above zero.
  public static func onGrid(
    step: Double, of city: City, vocabulary: Vocabulary, workers: Workers
  ) async throws -> SiteCandidates {
    struct Cell: Hashable {
      var column: Int
      var row: Int
    }
    let rows = city.parcels.rows
    var cells: Set<Cell> = []
    for parcel in 0..<rows.count where rows.isPlaced(parcel) {
      let (column, row) = (rows.placeX[parcel] / step, rows.placeY[parcel] / step)
      for x in [column.rounded(.down), column.rounded(.down) + 1] {
        for y in [row.rounded(.down), row.rounded(.down) + 1] {
          cells.insert(Cell(column: Int(x), row: Int(y)))
        }
      }
    }
    let sorted = cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    return try await sites(
      at: sorted.enumerated().map { number, cell in
        (
          id: "grid-\(number + 1)",
          place: Point(x: Double(cell.column) * step, y: Double(cell.row) * step)
        )
      }, for: city, vocabulary, workers)
  }

  static func sites(
    at places: [(id: String, place: Point)], for city: City, _ vocabulary: Vocabulary,
    _ workers: Workers
  ) async throws -> SiteCandidates {
    var geometry = GeometryColumn()
    for place in places { geometry.appendPoint(x: place.place.x, y: place.place.y) }
    var attributes = AttributeTable(rowCount: places.count)
    attributes.set("id", .text(TextColumn(places.map(\.id))))
    let layer = Layer(
      name: "candidates", geometry: geometry, attributes: attributes, crs: city.workingCRS)
    let source = LayerSource(path: "candidates", resolvedPath: "candidates")
    var sites = try await sites(of: layer, source, for: city, vocabulary, workers)
    sites = SiteCandidates(
      places: sites.places, kinds: sites.kinds, costs: sites.costs, choices: sites.choices,
      extends: sites.extends, arePlots: false, rejected: sites.rejected, inputs: [])
    return sites
  }

  private static func sites(
    of layer: Layer, _ source: LayerSource, for city: City, _ vocabulary: Vocabulary,
    _ workers: Workers
  ) async throws -> SiteCandidates {
    // They are read as facilities are, of whatever kind: so they get ids, places, units and land alike.
    var layer = layer
    let aliases = vocabulary.aliases
    let columns = CandidateColumns(layer, source, vocabulary)
    var facility = source
    facility.kinds["*"] = vocabulary.kinds.all[0].id
    let matching = FieldMatching(
      layer.attributes.names, role: .facilities, stated: source.fields, aliases: aliases)
    let kind = matching.matches["kind"]?.source ?? "kind"
    layer.attributes.set(
      kind, .text(TextColumn((0..<layer.count).map { _ in vocabulary.kinds.all[0].id })))
    if matching.matches["id"] == nil, layer.featureIDs.isEmpty {
      layer.attributes.set(
        "id", .text(TextColumn((0..<layer.count).map { "site-\(layer.numberInFile(of: $0))" })))
    }
    let file = try SourceFile(layer, role: .facilities, source: facility, aliases: aliases)
    var loading = CityLoading(
      project: city.project, vocabulary: vocabulary, workers: workers, progress: nil,
      sources: [.facilities: SourceRows(role: .facilities, files: [file])])
    let plan = try await loading.plan(for: city)
    if !columns.faults.isEmpty {
      throw CityLoadError(
        columns.faults.map { CityLoadError.Fault(file: source.path, message: $0) })
    }
    let order = loading.acceptedFacilities.order
    return SiteCandidates(
      places: try plan.facilities.asPlaces(in: city.workingCRS),
      kinds: order.map { columns.kinds[$0] }, costs: order.map { columns.costs[$0] },
      choices: order.map { columns.choices[$0] }, extends: order.map { _ in nil },
      arePlots: true,
      rejected: plan.rejected.map(\.ofCandidates),
      inputs: plan.inputs.map(\.ofCandidates))
  }
}

extension Facilities {
  /// The same at their places alone, as GeoJSON can state them, and with nothing but their land: what is written
  /// of a proposal and read again is where it was to the last digit.
  fileprivate func asPlaces(in crs: CRS) throws -> Facilities {
    var wgs84 = GeometryColumn()
    for row in 0..<count { wgs84.appendPoint(x: rows.placeX[row], y: rows.placeY[row]) }
    let out = try CoordinateTransform(from: crs, to: .wgs84).makeTransformer()
    wgs84.withMutableCoordinates { x, y in
      _ = out.transform(x: &x, y: &y)
      for vertex in x.indices {
        x[vertex] = (x[vertex] * 1e7).rounded() / 1e7
        y[vertex] = (y[vertex] * 1e7).rounded() / 1e7
      }
    }
    var geometry = wgs84
    let back = try CoordinateTransform(from: .wgs84, to: crs).makeTransformer()
    geometry.withMutableCoordinates { x, y in _ = back.transform(x: &x, y: &y) }
    var result = Facilities(
      rows: SubjectRows(
        ids: rows.ids, names: rows.names, geometry: geometry, wgs84: wgs84,
        attributes: AttributeTable(rowCount: count), placeX: geometry.x, placeY: geometry.y,
        sourceRows: rows.sourceRows), kind: kind)
    result.landArea = landArea
    result.units = units
    result.insideParcel = insideParcel
    return result
  }
}

extension RejectedRow {
  fileprivate var ofCandidates: RejectedRow {
    var row = self
    row.layer = "candidates"
    return row
  }
}

extension InputFile {
  fileprivate var ofCandidates: InputFile {
    var file = self
    file.role = "candidates"
    return file
  }
}

/// What only candidates have, by row of their file.
private struct CandidateColumns {
  private(set) var kinds: [Set<Int>?] = []
  private(set) var costs: [Amount?] = []
  private(set) var choices: [SiteChoice] = []
  private(set) var faults: [FaultText] = []

  init(_ layer: Layer, _ source: LayerSource, _ vocabulary: Vocabulary) {
    let words = vocabulary.aliases.candidates
    let missing = vocabulary.aliases.missing
    func cells(_ column: String, _ names: Set<String>) -> CellReading? {
      let header =
        source.fields[column]
        ?? layer.attributes.names.first { names.contains(FoldedText.fold($0)) }
      return header.flatMap { layer.attributes[$0] }.map(CellReading.init)
    }
    let (kinds, costs) = (cells("kinds", words.kinds), cells("cost", words.cost))
    let choices = cells("choice", words.choice)
    let names = KindWords(source.kinds, vocabulary.kinds)
    for row in 0..<layer.count {
      let number = layer.numberInFile(of: row)
      let items = (kinds?.items(row) ?? []).filter { !missing.contains(FoldedText.fold($0)) }
      var allowed: Set<Int> = []
      for item in items {
        guard let kind = names.kind(of: item) else {
          faults.append("row \(number): '\(item)' is no kind of facility that may be built there")
          continue
        }
        allowed.formUnion(vocabulary.kinds.descendants(of: [vocabulary.kinds.all[kind].id]))
      }
      self.kinds.append(items.isEmpty ? nil : allowed)
      self.costs.append(cost(costs, row, number: number, missing))
      var choice = SiteChoice.free
      if let word = choices?.text(row), !missing.contains(FoldedText.fold(word)) {
        if let known = words.choice(of: word) {
          choice = known
        } else {
          faults.append(
            "row \(number): '\(word)' says nothing of a site; write free (可选), forced (必选) or"
              + " forbidden (禁选)")
        }
      }
      self.choices.append(choice)
    }
  }

  private mutating func cost(
    _ cells: CellReading?, _ row: Int, number: Int, _ missing: Set<String>
  ) -> Amount? {
    guard let cells, let text = cells.text(row), !missing.contains(FoldedText.fold(text)) else {
      return nil
    }
    guard let cost = Amount(exactly: text.replacing(",", with: "")), cost >= .zero else {
      faults.append("row \(number): the cost '\(text)' is no number from 0 up")
      return nil
    }
    return cost
  }
}
