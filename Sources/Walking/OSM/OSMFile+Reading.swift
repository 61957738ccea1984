internal import COsmium
public import Workers

extension OSMFile {
  /// Reads `.osm.pbf`, `.osm`, `.osm.gz` or `.osm.bz2`; the content tells which it is.
  ///
  /// Where nodes are, the ways may say, as Overpass writes them with `out geom`. What JOSM keeps with
  /// `action="delete"` is not there.
  ///
  /// Memory grows with the streets of a PBF file, and with all objects of an XML file.
  ///
  /// - Parameters:
  ///   - path: Of a file; never taken for an address.
  ///   - workers: Decode; the result does not depend on their number.
  /// - Throws: `OSMError`. References to nodes that the file lacks are no error, but counted by
  ///   `streets(in:workers:)`.
  public init(contentsOf path: String, workers: Workers) throws(OSMError) {
    self = try Self.read(
      path, selectors: OSMKey.selectors, keys: OSMKey.allCases.map(\.rawValue),
      keepsPoints: false, workers: workers
    ) { Self(path: path, $0) }
  }

  /// Reads what has a tag of `selectors`, with its tags of `keys`.
  ///
  /// - Parameters:
  ///   - keepsPoints: Whether nodes with such a tag are kept, too.
  ///   - body: Gets the contents, which are there until it returns.
  static func read<Result>(
    _ path: String, selectors: [String], keys: [String], keepsPoints: Bool, workers: Workers,
    _ body: (siting_osm_contents) -> Result
  ) throws(OSMError) -> Result {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw .unreadable(path: path, reason: "not a path")
    }
    let raw = withStrings(selectors) { selectors in
      withStrings(keys) { keys in
        var request = siting_osm_request(
          selectors: selectors.baseAddress, selector_count: selectors.count,
          keys: keys.baseAddress, key_count: keys.count, keeps_points: keepsPoints ? 1 : 0)
        return siting_osm_read(path, &request, Int32(clamping: workers.count))
      }
    }
    guard let raw else { throw .tooLarge(path: path, reason: "not enough memory") }
    defer { siting_osm_destroy(raw) }
    guard let contents = siting_osm_get(raw)?.pointee else {
      throw error(
        status: Int(siting_osm_status(raw)), path: path,
        reason: String(cString: siting_osm_message(raw)))
    }
    return body(contents)
  }

  private init(path: String, _ contents: siting_osm_contents) {
    func text(_ pointer: UnsafePointer<CChar>?) -> String? {
      let text = pointer.map { String(cString: $0) } ?? ""
      return text.isEmpty ? nil : text
    }
    func array<Element>(_ start: UnsafePointer<Element>?, _ count: Int) -> [Element] {
      Array(UnsafeBufferPointer(start: start, count: count))
    }
    func indices(_ start: UnsafePointer<UInt32>?, _ count: Int) -> [Int32] {
      UnsafeBufferPointer(start: start, count: count).map { Int32(bitPattern: $0) }
    }
    func features(
      _ count: Int, ids: UnsafePointer<Int64>?, tags: UnsafePointer<UInt32>?,
      offsets: UnsafePointer<UInt64>?, references: UnsafePointer<UInt32>?
    ) -> Features {
      let offsets = array(offsets, count + 1).map { Int($0) }
      // What is missing is the largest number, and -1 here.
      return Features(
        ids: array(ids, count), tags: indices(tags, count), offsets: offsets,
        references: indices(references, offsets[count]))
    }
    let nodes = contents.node_count
    let tagged = indices(contents.tagged_nodes, contents.tagged_node_count)
    let taggedSets = indices(contents.tagged_node_sets, contents.tagged_node_count)
    self.init(
      path: path, replicationTimestamp: text(contents.replication_timestamp),
      generator: text(contents.generator), nodesInFile: Int(contents.nodes_in_file),
      waysInFile: Int(contents.ways_in_file), repeatedWays: Int(contents.repeated_ways),
      nodeIDs: array(contents.node_ids, nodes),
      longitudes: array(contents.longitudes, nodes), latitudes: array(contents.latitudes, nodes),
      taggedNodes: zip(tagged, taggedSets).map { ($0, $1) },
      ways: features(
        contents.way_count, ids: contents.way_ids, tags: contents.way_sets,
        offsets: contents.way_offsets,
        references: contents.way_nodes),
      relations: features(
        contents.relation_count, ids: contents.relation_ids, tags: contents.relation_sets,
        offsets: contents.relation_offsets, references: contents.members),
      tagSets: Self.tagSets(contents))
  }

  private static func tagSets(_ contents: siting_osm_contents) -> [OSMTags] {
    let strings = (0..<contents.string_count).map { string(Int($0), of: contents) }
    return (0..<contents.set_count).map { set in
      var tags = OSMTags()
      for place in Int(contents.set_offsets[set])..<Int(contents.set_offsets[set + 1]) {
        let key = OSMKey.allCases[Int(contents.set_keys[place])]
        tags[key] = strings[Int(contents.set_values[place])]
      }
      return tags
    }
  }

  /// A value of a tag by its place among the strings.
  static func string(_ index: Int, of contents: siting_osm_contents) -> String {
    let bytes = UnsafeRawPointer(contents.strings)
    let start = Int(contents.string_offsets[index])
    let end = Int(contents.string_offsets[index + 1])
    return String(
      decoding: UnsafeRawBufferPointer(start: bytes.map { $0 + start }, count: end - start),
      as: UTF8.self)
  }

  private static func error(status: Int, path: String, reason: String) -> OSMError {
    switch status {
    case SITING_OSM_UNREADABLE: .unreadable(path: path, reason: reason)
    case SITING_OSM_UNRECOGNISED: .unrecognised(path: path, reason: reason)
    case SITING_OSM_HISTORY: .history(path: path)
    case SITING_OSM_TOO_LARGE: .tooLarge(path: path, reason: reason)
    case SITING_OSM_OTHER_COMPRESSION: .otherCompression(path: path, reason: reason)
    default: .damaged(path: path, reason: reason)
    }
  }

  /// Calls `body` with the texts as C strings.
  private static func withStrings<Result>(
    _ texts: [String], _ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Result
  ) -> Result {
    var bytes: [CChar] = []
    var starts: [Int] = []
    for text in texts {
      starts.append(bytes.count)
      bytes.append(contentsOf: text.utf8CString)
    }
    return bytes.withUnsafeBufferPointer { bytes in
      let pointers: [UnsafePointer<CChar>?] = starts.map { start in
        bytes.baseAddress.map { $0 + start }
      }
      return pointers.withUnsafeBufferPointer(body)
    }
  }
}
