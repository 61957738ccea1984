public import Documents

/// Why a walking network cannot be used.
public enum NetworkLoadError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no such file.
  case notFound(path: String)
  /// It cannot be read; the reader's own words, which name the file.
  case unreadable(String)
  /// A layer of lines without a line.
  case noLines(path: String)
  /// Nothing in it can be walked.
  case nothingWalkable(path: String)
  /// The layer does not say in which CRS it is.
  case noCRS(path: String)
  /// The project names columns that the layer does not have, or fields that a network does not have.
  case fields(path: String, faults: [String])
  /// The project says something of the file that is for layers of lines only.
  case onlyForLines(path: String, key: String)
  /// A saved network in another CRS than the run's.
  case otherCRS(path: String, network: String, run: String)
  /// A saved network whose lengths are on the ground where the run's are of a plane, or vice versa.
  case otherLengths(path: String, isOnGround: Bool)

  /// What is wrong, where, and the way out.
  public var description: String { text.description }

  /// The same, to be said in another language.
  public var text: FaultText {
    switch self {
    case .notFound(let path): "\(path): no such file; check the path of the network"
    case .unreadable(let text): FaultText(verbatim: text)
    case .noLines(let path):
      "\(path): holds no lines; a network is an OpenStreetMap file (.osm.pbf, .osm, .osm.gz,"
        + " .osm.bz2), a saved .walknet, or a layer of street lines"
    case .nothingWalkable(let path):
      "\(path): nothing in it can be walked; look at it with 'siting inspect'"
    case .noCRS(let path):
      "\(path): the layer does not say in which CRS it is; state it in the project file:"
        + " `network: {file: \(path), crs: EPSG:4490}`"
    case .fields(let path, let faults): "\(path): \(faults.joined(separator: "; "))"
    case .onlyForLines(let path, let key):
      "\(path): '\(key)' is for layers of street lines; take it out, since this file has it of its"
        + " own"
    case .otherCRS(let path, let network, let run):
      "\(path): the network was saved in \(network), and this run works in \(run); state"
        + " `working_crs: \(network)` or save the network again for this project"
    case .otherLengths(let path, isOnGround: true):
      "\(path): the network was saved with lengths on the ground, and this run measures in a plane"
        + " (`distances: plane`); save it again for this project:"
        + " 'siting network FILE --project PROJECT'"
    case .otherLengths(let path, isOnGround: false):
      "\(path): the network was saved with lengths of a plane, and this run measures on the ground;"
        + " save it again for this project: 'siting network FILE --project PROJECT'"
    }
  }
}
