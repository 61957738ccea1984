internal import Documents
internal import GeoData
internal import GeoFiles
internal import Planar
internal import Quantities

extension ProjectReading {
  func layers(_ node: DocumentNode) -> Project.Layers {
    var layers = Project.Layers()
    let names = [
      "parcels", "facilities", "units", "entrances", "plan", "plan_facilities", "candidates",
      "network",
    ]
    guard let fields = reader.fields(node, of: "layers", allowed: names) else { return layers }
    layers.parcels = sources(fields, "parcels", columnsOf: .parcels)
    layers.facilities = sources(fields, "facilities", columnsOf: .facilities)
    layers.units = sources(fields, "units", columnsOf: .units)
    layers.entrances = sources(fields, "entrances", columnsOf: .entrances)
    // Its rows are of both roles.
    layers.plan = sources(fields, "plan", columnsOf: .parcels, .facilities)
    layers.planFacilities = sources(fields, "plan_facilities", columnsOf: .facilities)
    layers.candidates = sources(fields, "candidates")
    let networks = sources(fields, "network")
    if networks.count > 1, let node = fields["network"] {
      reader.report(node, "there can be one network; merge the files")
    }
    layers.network = networks.first.map(NetworkSource.init)
    if let node = fields["network"], case .mapping = node.content {
      if let join = node["join"], let word = choice(join, "join", ["ends", "crossings"]) {
        layers.network?.joinsCrossings = word == "crossings"
      }
      if let stated = node["walkable"] { layers.network?.walkable = walkable(stated) }
      for key in Self.networkLengths {
        guard let stated = node[key] else { continue }
        guard let metres = reader.amount(stated, key), metres >= .zero, metres < Amount(10_000)
        else {
          reader.report(stated, "'\(key)' is a length in metres from 0 to 10,000")
          continue
        }
        switch key {
        case "tolerance": layers.network?.tolerance = metres.double
        case "snap_within": layers.network?.snapWithin = metres.double
        default: layers.network?.islandsUnder = metres.double
        }
      }
    }
    return layers
  }

  /// What may be stated of a network besides its file.
  private static let networkLengths = ["tolerance", "snap_within", "islands_under"]

  /// Where people walk, by class of street or mark: `{trunk: no, cycleway: yes}`.
  private func walkable(_ node: DocumentNode) -> [String: StreetDefaults.Walkable] {
    let table: StreetDefaults
    do {
      table = try .builtIn()
    } catch {
      let reason = "\(error)"
      reader.report(node, "the table of streets cannot be read: \(reason)")
      return [:]
    }
    guard let fields = reader.fields(node, of: "walkable", allowed: table.ids) else { return [:] }
    var result: [String: StreetDefaults.Walkable] = [:]
    for pair in fields.pairs {
      guard let id = pair.key.scalar, let entry = table.entry(id) else { continue }
      guard let word = reader.text(pair.value, "'\(id)'") else { continue }
      switch word {
      case "yes", "true": result[id] = .yes
      case "no", "false": result[id] = .no
      case "in_town" where entry.kind == .road: result[id] = .inTown
      default:
        let isRoad = entry.kind == .road
        reader.report(
          pair.value,
          isRoad
            ? "'\(id)' is yes, no or in_town, not '\(word)'" : "'\(id)' is yes or no, not '\(word)'"
        )
      }
    }
    return result
  }

  /// One path, one mapping, or a list of either.
  func sources(
    _ fields: Fields, _ name: String, columnsOf roles: LayerRole...
  ) -> [LayerSource] {
    guard let node = fields[name] else { return [] }
    if case .sequence(let items) = node.content {
      return items.compactMap { source($0, name, roles) }
    }
    return source(node, name, roles).map { [$0] } ?? []
  }

  private func source(_ node: DocumentNode, _ name: String, _ roles: [LayerRole]) -> LayerSource? {
    if let path = node.scalar {
      return LayerSource(path: LayerFiles.shown(path), resolvedPath: resolved(path))
    }
    guard case .mapping = node.content else {
      reader.report(node, "\(name) must be a path, a mapping with 'file', or a list of these")
      return nil
    }
    var allowed = ["file", "layer", "where", "bbox", "encoding", "crs", "fields"]
    if roles.contains(.facilities) { allowed.append("kinds") }
    if roles == [.units] { allowed.append("level") }
    if name == "network" { allowed += Self.networkLengths + ["join", "walkable"] }
    guard let fields = reader.fields(node, of: name, allowed: allowed) else { return nil }
    var source = LayerSource(path: "", resolvedPath: "")
    if let path = fields.text("file") {
      source = LayerSource(path: LayerFiles.shown(path), resolvedPath: resolved(path))
    }
    source.layer = fields.optionalText("layer")
    source.filter = fields.optionalText("where")
    source.box = fields["bbox"].flatMap(box)
    source.encoding = fields.optionalText("encoding")
    source.crs = fields["crs"].flatMap { crs($0, "crs")?.text }
    source.level = fields["level"].flatMap(level)
    if let node = fields["fields"] { (source.fields, source.units) = columns(node, roles) }
    if let node = fields["kinds"] { source.kinds = kinds(node) }
    return source
  }

  /// `[west, south, east, north]`, in the coordinates of the file.
  private func box(_ node: DocumentNode) -> Envelope? {
    guard case .sequence(let items) = node.content, items.count == 4 else {
      reader.report(node, "'bbox' is [west, south, east, north], in the coordinates of the file")
      return nil
    }
    let numbers = items.compactMap { reader.amount($0, "bbox")?.double }
    guard numbers.count == 4 else { return nil }
    let box = Envelope(
      minX: numbers[0], minY: numbers[1], maxX: numbers[2], maxY: numbers[3])
    if box.isEmpty { reader.report(node, "'bbox' is empty: west and south come first") }
    return box.isEmpty ? nil : box
  }

  /// The data's columns by ours, each as a name or as `{column: 用地面积, unit: mu}`, and their units.
  private func columns(
    _ node: DocumentNode, _ roles: [LayerRole]
  ) -> (names: [String: String], units: [String: String]) {
    var result: [String: String] = [:]
    var units: [String: String] = [:]
    let names = roles.flatMap { $0.columns.map(\.name) }
    let what: FaultText =
      roles.isEmpty ? "fields" : "the fields of \(roles.map(\.rawValue).joined(separator: " and "))"
    let known = names + LayerSource.geometryFields
    for pair in reader.anyFields(node, of: what)?.pairs ?? [] {
      guard let name = pair.key.scalar else { continue }
      // Any other name is one that a pack asks for, but perhaps one of ours misspelt.
      if !roles.isEmpty, !known.contains(name), let near = Spelling.nearest(to: name, among: known)
      {
        reader.report(
          pair.key, "unknown key '\(name)' in \(what)\(FaultHint("; did you mean '\(near)'?"))")
        continue
      }
      if case .mapping = pair.value.content {
        let stated = reader.fields(pair.value, of: "'\(name)'", allowed: ["column", "unit"])
        result[name] = stated?.text("column")
        guard let unit = stated?.optionalText("unit") else { continue }
        if roles.contains(where: { $0.holdsNumbers(in: name) }) {
          units[name] = unit
        } else {
          reader.report(pair.value, "'\(name)' is no number, and has no unit")
        }
      } else {
        result[name] = reader.text(pair.value, name)
      }
    }
    if !roles.isEmpty { checkGeometryFields(result, node) }
    return (result, units)
  }

  /// One coordinate is no place, and two ways to say where a place is are one too many.
  private func checkGeometryFields(_ fields: [String: String], _ node: DocumentNode) {
    if (fields["x"] == nil) != (fields["y"] == nil) {
      let (here, other) = fields["x"] == nil ? ("y", "x") : ("x", "y")
      reader.report(
        node, "'\(here)' is stated without '\(other)'; state both, or neither to have them found")
    }
    if fields["wkt"] != nil, fields["x"] != nil || fields["y"] != nil {
      reader.report(node, "state 'x' and 'y', or 'wkt', not both")
    }
  }

  private func kinds(_ node: DocumentNode) -> [String: String] {
    var result: [String: String] = [:]
    for pair in reader.anyFields(node, of: "kinds")?.pairs ?? [] {
      guard let word = reader.text(pair.key, "a kind's word"),
        let kind = reader.text(pair.value, "a kind")
      else { continue }
      result[word] = kind
      if let known = vocabulary?.kinds, known.index(ofID: kind) == nil {
        reader.report(
          pair.value,
          "unknown facility kind '\(kind)'\(Spelling.hint(for: kind, among: known.all.map(\.id)))")
      }
    }
    return result
  }
}

extension LayerRole {
  /// Whether it has a column of numbers of this name.
  fileprivate func holdsNumbers(in name: String) -> Bool {
    if case .number? = column(name)?.content { true } else { false }
  }
}
