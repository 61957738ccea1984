internal import Documents

/// JSON texts that hold places and are not GeoJSON: what they are, and how they become a layer.
struct ForeignJSON {
  let what: FaultText
  let advice: FaultText

  private init(_ what: FaultText, _ advice: FaultText) {
    self.what = what
    self.advice = advice
  }

  /// A map of ECharts with compressed coordinates.
  static let echarts = ForeignJSON(
    "a map of ECharts, whose coordinates are compressed",
    "in a page with ECharts call echarts.parseGeoJSON(json) and save JSON.stringify(json), or take"
      + " the map as GeoJSON from where it is from")

  /// What makes a table of a list of objects.
  private static let command =
    "jq -r '(.[0]|keys_unsorted) as $k|$k,(.[]|[.[$k[]]|if"
    + " type==\"object\" or type==\"array\" then tojson else . end])|@csv' FILE > out.csv"

  /// - Parameters:
  ///   - members: The members of the text's object, by name.
  ///   - type: Its member `type`, if that is a string.
  /// - Returns: `nil`: nothing that is known here.
  init?(_ tape: JSONTape, members: [String: Int], type: String?) {
    func has(_ names: String...) -> Bool { names.allSatisfy { members[$0] != nil } }
    if has("UTF8Encoding") {
      self = .echarts
    } else if type == "Topology" || has("objects", "arcs") {
      self.init("TopoJSON", "convert it with: ogr2ogr out.geojson TopoJSON:FILE")
    } else if has("elements") {
      self.init(
        "an answer of Overpass", "ask for [out:xml] and save it as .osm, or use: osmtogeojson")
    } else if let answer = Answer(tape, members) {
      self.init(answer.what, answer.advice)
    } else {
      return nil
    }
  }

  /// - Parameter list: The value of the whole text.
  /// - Returns: `nil`: it is no list of objects, or one of features.
  init?(list: Int, _ tape: JSONTape) {
    guard tape.tag(list) == JSONTape.Tag.openArray,
      tape.tag(list + 1) == JSONTape.Tag.openObject
    else { return nil }
    let item = Answer.Item(tape, list + 1)
    guard !item.has("geometry") else { return nil }
    if let point = item.point {
      self.init(
        "a list of places of a web map",
        Answer.table(
          ".", point, crs: item.crs.map { FaultText(verbatim: $0) } ?? Answer.unknownCRS))
    } else {
      self.init(
        "a list of objects",
        "make a table of it: \(Self.command)")
    }
  }
}

/// Answers of the web services of maps.
private struct Answer {
  let what: FaultText
  let advice: FaultText

  static let unknownCRS: FaultText = "GCJ-02` (Amap, Tencent), `BD-09` (Baidu) or `EPSG:4326"

  private static let likeBaidu: FaultText = "a web service of a map such as Baidu's"
  private static let likeTencent: FaultText = "a web service of a map such as Tencent's"

  /// One place of an answer.
  struct Item {
    private var members: [String: Int] = [:]
    private var location: [String: Int] = [:]
    private var geometry: [String: Int] = [:]
    private var isLocationText = false

    init(_ tape: JSONTape, _ index: Int) {
      tape.members(of: index) { members[$0] = $1 }
      if let at = members["location"] {
        isLocationText = tape.tag(at) == JSONTape.Tag.string
        tape.members(of: at) { location[$0] = $1 }
      }
      if let at = members["geometry"] {
        var inner: [String: Int] = [:]
        tape.members(of: at) { inner[$0] = $1 }
        if let at = inner["location"] { tape.members(of: at) { geometry[$0] = $1 } }
      }
    }

    func has(_ name: String) -> Bool { members[name] != nil }

    var isOfGoogle: Bool { geometry["lng"] != nil }
    var isOfTianditu: Bool { has("lonlat") }

    /// What jq makes "113.8,34.0" of an item with; `nil`: it has no place that is known here.
    var point: String? {
      func pair(_ x: String, _ y: String) -> String { "\"\\(\(x)),\\(\(y))\"" }
      if isOfGoogle { return pair(".geometry.location.lng", ".geometry.location.lat") }
      if isOfTianditu { return ".lonlat" }
      if isLocationText { return ".location" }
      if location["lng"] != nil { return pair(".location.lng", ".location.lat") }
      if location["lon"] != nil { return pair(".location.lon", ".location.lat") }
      for (x, y) in [("lng", "lat"), ("lon", "lat"), ("longitude", "latitude"), ("x", "y")]
      where has(x) && has(y) {
        return pair(".\(x)", ".\(y)")
      }
      return nil
    }

    /// The CRS of its place, where its form tells.
    var crs: String? {
      if isOfGoogle { return "EPSG:4326" }
      if isOfTianditu { return "EPSG:4490" }
      return isLocationText ? "GCJ-02" : nil
    }
  }

  init?(_ tape: JSONTape, _ members: [String: Int]) {
    func has(_ names: String...) -> Bool { names.allSatisfy { members[$0] != nil } }
    func item(_ list: String) -> Item? {
      members[list].flatMap { tape.items(of: $0).first }.map { Item(tape, $0) }
    }
    guard has("status") || has("infocode") || has("resultType") else { return nil }
    if let index = members["regeocode"] {
      self.init(regeocode: Item(tape, index))
    } else if has("pois") || has("geocodes") || has("infocode") {
      let list = has("geocodes") ? "geocodes" : "pois"
      let first = item(list)
      if first?.isOfTianditu ?? has("resultType") {
        self.init(
          of: "Tianditu's web service", list: ".pois", point: ".lonlat", crs: "EPSG:4490",
          isEmpty: first == nil
        )
      } else {
        self.init(
          of: "Amap's web service", list: ".\(list)", point: ".location", crs: "GCJ-02",
          isEmpty: first == nil)
      }
    } else if let index = members["location"], has("msg") || has("status") {
      let location = Item(tape, index)
      guard location.has("lon") else { return nil }
      self.init(
        of: "Tianditu's web service", list: "[.location]", point: location.point ?? ".",
        crs: "EPSG:4490",
        isEmpty: false)
    } else if has("results") {
      let first = item("results")
      if first?.isOfGoogle ?? has("html_attributions") {
        self.init(
          of: "Google's web service", list: ".results", point: first?.point ?? ".",
          crs: "EPSG:4326",
          isEmpty: first == nil)
      } else {
        self.init(
          of: Self.likeBaidu, list: ".results", point: first?.point ?? ".location",
          crs: "BD-09",
          isEmpty: first == nil)
      }
    } else if let index = members["result"] {
      let one = Item(tape, index)
      let isOfTencent = one.has("ad_info") || one.has("title") || one.has("reliability")
      self.init(
        of: isOfTencent ? Self.likeTencent : Self.likeBaidu, list: "[.result]",
        point: one.point ?? ".location", crs: isOfTencent ? "GCJ-02" : "BD-09",
        isEmpty: one.point == nil)
    } else if has("data") {
      let first = item("data")
      self.init(
        of: Self.likeTencent, list: ".data", point: first?.point ?? ".location",
        crs: "GCJ-02",
        isEmpty: first == nil)
    } else {
      return nil
    }
  }

  private init(
    of service: FaultText, list: String, point: String, crs: String, isEmpty: Bool
  ) {
    what =
      isEmpty ? "an answer of \(service), without any place" : "an answer of \(service)"
    advice =
      isEmpty
      ? "see what its status says, and ask again"
      : Self.table(list, point, crs: FaultText(verbatim: crs))
  }

  /// What is at a place: the place itself is not told, but perhaps what is around it.
  private init(regeocode item: Item) {
    what = "an answer of Amap's web service, what is at a place"
    advice =
      item.has("pois")
      ? Self.table(".regeocode.pois", ".location", crs: FaultText(verbatim: "GCJ-02"))
      : "it has the address of one place, and not where that is; ask for places (place/text) instead"
  }

  /// How a table is made of a list.
  ///
  /// - Parameters:
  ///   - list: Where it is, for jq.
  ///   - point: What is made "113.8,34.0" of an item with.
  static func table(_ list: String, _ point: String, crs: FaultText) -> FaultText {
    let command =
      "jq -r '[\"id\",\"name\",\"location\"],(\(list)|to_entries[]|.key as $n|.value|"
      + "[(.id//.uid//.hotPointID//.place_id//($n+1)),(.name//.title//.formatted_address//.address//\"\"),"
      + "\(point)])|@csv' FILE > out.csv"
    return "make a table of it: \(command); then state `crs: \(crs)`"
  }
}
