/// The keys of OpenStreetMap that the rules look at; of every object no others are read.
enum OSMKey: String, CaseIterable, Sendable {
  case highway
  case railway
  case publicTransport = "public_transport"
  case manMade = "man_made"
  case amenity
  case parking
  case place
  case route
  case area
  case access
  case foot
  case footForward = "foot:forward"
  case footBackward = "foot:backward"
  case oneway
  case onewayFoot = "oneway:foot"
  case conveying
  case sidewalk
  case sidewalkBoth = "sidewalk:both"
  case sidewalkLeft = "sidewalk:left"
  case sidewalkRight = "sidewalk:right"
  case motorroad
  case construction
  case bridge
  case tunnel
  case barrier
  case locked
  case sensory
  case entrance

  /// Which ways and multipolygons may be a street, or an area to walk on, at all.
  static let selectors = [
    "highway", "railway=platform", "public_transport=platform", "man_made=pier", "amenity=parking",
    "place=square", "route=ferry",
  ]
}

/// The tags of an object, as far as the rules look at them.
struct OSMTags: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  private var values: [OSMKey: String]

  init(_ values: [OSMKey: String] = [:]) { self.values = values }

  init(dictionaryLiteral elements: (OSMKey, String)...) {
    values = Dictionary(elements) { first, _ in first }
  }

  /// The rest of `tags` is of no interest.
  init(_ tags: [String: String]) {
    values = [:]
    for (key, value) in tags {
      if let key = OSMKey(rawValue: key) { values[key] = value }
    }
  }

  subscript(key: OSMKey) -> String? {
    get { values[key] }
    set { values[key] = newValue }
  }
}
