internal import Foundation
internal import GeoData
internal import GeoFiles
public import Geodesy
internal import Planar
public import Planning
public import Walking
public import Workers

/// A walking network that was read, with what was found in its source.
public struct LoadedNetwork: Sendable {
  /// The network, in the CRS that was asked for.
  public let network: WalkNetwork
  /// What the source held; `nil` for a network that was saved.
  public let summary: StreetSummary?
  /// Its streets as places look for them; `nil`: not made yet.
  let streets: StreetIndexes?

  /// A network from wherever.
  public init(network: WalkNetwork, summary: StreetSummary? = nil) {
    self.network = network
    self.summary = summary
    streets = nil
  }

  /// A saved network.
  init(_ saved: NetworkAhead.Read) {
    network = saved.network
    summary = nil
    streets = saved.streets
  }
}

/// Reads walking networks.
public enum NetworkLoader {
  /// What a saved network's file name ends with.
  public static let savedExtension = "walknet"

  /// Whether a file is a network that was saved.
  public static func isSaved(_ path: String) -> Bool { path.hasSuffix(".\(savedExtension)") }

  /// Whether a file is OpenStreetMap data by its name.
  public static func isOSM(_ path: String) -> Bool {
    let name = path.lowercased()
    return [".osm.pbf", ".pbf", ".osm", ".osm.gz", ".osm.bz2", ".osm.xml"].contains {
      name.hasSuffix($0)
    }
  }

  /// Reads the network of a project.
  ///
  /// - Parameters:
  ///   - crs: Metric; the run's.
  ///   - ground: What its metres are.
  ///   - ahead: The same network, where it is being read.
  /// - Throws: `NetworkLoadError`, `CRSError`.
  public static func load(
    _ source: NetworkSource, in crs: CRS, on ground: GroundScale, ahead: NetworkAhead? = nil,
    workers: Workers
  ) async throws -> LoadedNetwork {
    let path = source.source.resolvedPath
    guard FileManager.default.fileExists(atPath: path) else {
      throw NetworkLoadError.notFound(path: source.source.path)
    }
    if isSaved(path) || isOSM(path) {
      for (key, isStated) in [
        ("crs", source.source.crs != nil), ("fields", !source.source.fields.isEmpty),
        ("encoding", source.source.encoding != nil), ("layer", source.source.layer != nil),
        ("join", source.joinsCrossings != nil),
      ] where isStated {
        throw NetworkLoadError.onlyForLines(path: source.source.path, key: key)
      }
    }
    if isSaved(path) {
      let saved: NetworkAhead.Read
      do {
        saved = try await NetworkAhead.read(path, ahead)
      } catch {
        throw NetworkLoadError.unreadable("\(error)")
      }
      let network = saved.network
      guard network.crs == crs.definition else {
        throw NetworkLoadError.otherCRS(
          path: source.source.path, network: network.crs, run: crs.definition)
      }
      guard network.isOnGround != ground.isPlane else {
        throw NetworkLoadError.otherLengths(
          path: source.source.path, isOnGround: network.isOnGround)
      }
      return LoadedNetwork(saved)
    }
    let streets =
      isOSM(path)
      ? try await osmStreets(source, in: crs, on: ground, workers: workers)
      : try await layerStreets(source, in: crs, on: ground, workers: workers)
    guard streets.lines.count > 0 else {
      throw NetworkLoadError.nothingWalkable(path: source.source.path)
    }
    do {
      let network = try WalkNetwork(
        lines: streets.lines, crs: crs.definition, fingerprint: source.source.path)
      return LoadedNetwork(network: network, summary: streets.summary)
    } catch {
      throw NetworkLoadError.unreadable("\(source.source.path): \(error)")
    }
  }

  /// What is in a file of streets, for a planner who means to rely on it: OpenStreetMap data or a
  /// layer of lines, in a CRS centred on its own extent.
  ///
  /// - Throws: `NetworkLoadError`, `CRSError`.
  public static func inspect(
    _ source: NetworkSource, workers: Workers
  ) async throws -> StreetInspection {
    let path = source.source.resolvedPath
    guard FileManager.default.fileExists(atPath: path) else {
      throw NetworkLoadError.notFound(path: source.source.path)
    }
    if isOSM(path) {
      do {
        let file = try OSMFile(contentsOf: path, workers: workers)
        let centre = file.extent?.centre
        let (crs, ground) = GroundScale.metric(
          centredOn: centre?.longitude ?? 0, centre?.latitude ?? 0)
        return StreetInspection(
          try await file.streets(
            in: crs, on: ground, defaults: defaults(source), workers: workers))
      } catch let error as OSMError {
        throw NetworkLoadError.unreadable("\(error)")
      }
    }
    let (layer, own) = try await layer(source, workers)
    let wgs84 = try await layer.geometry.transformed(
      CoordinateTransform(from: own, to: .wgs84), workers: workers)
    var extent = Envelope.empty
    for (x, y) in zip(wgs84.x, wgs84.y) where abs(x) <= 180 && abs(y) <= 90 {
      extent.expand(toInclude: x, y)
    }
    let centre = extent.isEmpty ? Point(x: 0, y: 0) : extent.centre
    let (crs, ground) = GroundScale.metric(centredOn: centre.x, centre.y)
    return StreetInspection(try await layerStreets(source, in: crs, on: ground, workers: workers))
  }

  /// Whether a file, or a layer of it, is one of lines, and so perhaps of streets.
  public static func isLineLayer(_ source: LayerSource, workers: Workers) async -> Bool {
    var options = ReadOptions(workers: workers, encoding: source.encoding)
    options.layer = source.layer
    options.filter = source.filter
    options.box = source.box
    guard let layer = try? await LayerFile.read(source.resolvedPath, options: options) else {
      return false
    }
    let lines = layer.geometry.kinds.count { $0.isLine }
    return lines > 0 && lines * 2 > layer.count
  }

  /// The CRS that a saved network is in, to work in it; `nil` for other files.
  ///
  /// - Throws: `NetworkLoadError`.
  public static func savedCRS(_ source: NetworkSource) throws -> String? {
    let path = source.source.resolvedPath
    guard isSaved(path) else { return nil }
    guard FileManager.default.fileExists(atPath: path) else {
      throw NetworkLoadError.notFound(path: source.source.path)
    }
    do {
      return try WalkNetwork(contentsOf: path).crs
    } catch {
      throw NetworkLoadError.unreadable("\(error)")
    }
  }

  /// The table of streets, as the project has it.
  private static func defaults(_ source: NetworkSource) throws -> WalkDefaults {
    WalkDefaults(try StreetDefaults.builtIn().overridden(by: source.walkable))
  }

  private static func osmStreets(
    _ source: NetworkSource, in crs: CRS, on ground: GroundScale, workers: Workers
  ) async throws -> Streets {
    do {
      return try await OSMFile(contentsOf: source.source.resolvedPath, workers: workers)
        .streets(in: crs, on: ground, defaults: defaults(source), workers: workers)
    } catch let error as OSMError {
      throw NetworkLoadError.unreadable("\(error)")
    }
  }

  private static func layer(
    _ source: NetworkSource, _ workers: Workers
  ) async throws -> (layer: Layer, crs: CRS) {
    let layer: Layer
    var options = ReadOptions(workers: workers, encoding: source.source.encoding)
    options.layer = source.source.layer
    options.filter = source.source.filter
    options.box = source.source.box
    do {
      layer = try await LayerFile.read(source.source.resolvedPath, options: options)
    } catch {
      throw NetworkLoadError.unreadable("\(error)")
    }
    let faults = StreetColumns.faults(of: source.source.fields, in: layer.attributes)
    guard faults.isEmpty else {
      throw NetworkLoadError.fields(path: source.source.path, faults: faults)
    }
    let own: CRS?
    if let stated = source.source.crs { own = try CRS(parsing: stated) } else { own = layer.crs }
    guard let own else { throw NetworkLoadError.noCRS(path: source.source.path) }
    return (layer, own)
  }

  private static func layerStreets(
    _ source: NetworkSource, in crs: CRS, on ground: GroundScale, workers: Workers
  ) async throws -> Streets {
    let (layer, own) = try await layer(source, workers)
    let rows = layer.geometry.kinds.indices.filter { layer.geometry.kinds[$0].isLine }
    guard !rows.isEmpty else { throw NetworkLoadError.noLines(path: source.source.path) }
    let geometry = try await layer.geometry.selecting(rows).transformed(
      CoordinateTransform(from: own, to: crs), workers: workers)
    let columns = StreetColumns(
      layer.attributes.selecting(rows), stated: source.source.fields, try defaults(source))
    var lines = LineLayer(
      geometry: geometry, directions: columns.directions, levels: columns.levels,
      sourceIDs: rows.map { Int64($0 + 1) })
    lines.rules = columns.rules
    lines.obstacles = columns.obstacles
    return lines.streets(
      tolerance: source.tolerance, joinsCrossings: source.joinsCrossings, on: ground)
  }
}
