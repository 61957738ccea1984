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
  case accessConditional = "access:conditional"
  case foot
  case footConditional = "foot:conditional"
  case footForward = "foot:forward"
  case footBackward = "foot:backward"
  case oneway
  case onewayFoot = "oneway:foot"
  case conveying
  case segregated
  case sidewalk
  case sidewalkBoth = "sidewalk:both"
  case sidewalkLeft = "sidewalk:left"
  case sidewalkRight = "sidewalk:right"
  case motorroad
  case maxspeed
  case construction
  case abandoned
  case disused
  case sacScale = "sac_scale"
  case trailVisibility = "trail_visibility"
  case bridge
  case tunnel
  case covered
  case indoor
  case layer
  case level
  case location
  case intermittent
  case barrier
  case locked
  case sensory
  case entrance
  case natural
  case waterway
  case landuse
  // What a node may be, which its access is then about.
  case address = "addr:housenumber"
  case advertising
  case building
  case club
  case craft
  case emergency
  case healthcare
  case historic
  case leisure
  case office
  case playground
  case power
  case shop
  case sport
  case telecom
  case tourism

  /// Which ways and multipolygons may be a street or an area to walk on, or in the way, at all.
  static let selectors =
    ["highway"] + areas.map { "\($0.rawValue)=\($1)" } + ObstacleClass.selectors

  /// What is walked on and no `highway`, and ferries, which are told of.
  static let areas: [(key: OSMKey, value: String)] = [
    (.railway, "platform"), (.publicTransport, "platform"), (.manMade, "pier"),
    (.amenity, "parking"), (.place, "square"), (.route, "ferry"),
  ]

  /// What a node with one of them is, its access is about.
  static let features: [OSMKey] = [
    .address, .advertising, .amenity, .building, .club, .craft, .emergency, .healthcare, .historic,
    .landuse, .leisure, .manMade, .natural, .office, .place, .playground, .power, .publicTransport,
    .shop, .sport, .telecom, .tourism, .waterway,
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

  /// The values of a tag: `a;b` are two.
  func list(_ key: OSMKey) -> [String] { values[key].map(Self.list) ?? [] }

  /// Whether one of the values of a tag is this one.
  func has(_ key: OSMKey, _ value: String) -> Bool {
    guard let stated = values[key] else { return false }
    return stated == value || stated.contains(";") && Self.list(stated).contains(value)
  }

  /// Whether it may be a street, or an area to walk on.
  var mayBeStreet: Bool {
    values[.highway] != nil || OSMKey.areas.contains { has($0.key, $0.value) }
  }

  /// Whether a tag says anything but no.
  func isSet(_ key: OSMKey) -> Bool {
    let values = list(key)
    return !values.isEmpty && values != ["no"]
  }

  /// The values that a list names, without blanks around them.
  static func list(_ value: String) -> [String] {
    guard value.contains(";") else { return [trimmed(value[...])] }
    return value.split(separator: ";").map(trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
