/// JSON texts that hold places and are not GeoJSON: what they are, and how they become a layer.
struct ForeignJSON {
  let what: String
  let advice: String

  private init(_ what: String, _ advice: String) {
    self.what = what
    self.advice = advice
  }

  /// - Parameters:
  ///   - members: Names of the members of the text's object.
  ///   - type: Its member `type`, if that is a string.
  /// - Returns: `nil`: nothing that is known here.
  init?(members: Set<String>, type: String?) {
    func has(_ names: String...) -> Bool { names.allSatisfy(members.contains) }
    if members.contains("UTF8Encoding") {
      self.init(
        "a map of ECharts, whose coordinates are compressed",
        "in a page with ECharts call echarts.parseGeoJSON(json) and save JSON.stringify(json), or take"
          + " the map as GeoJSON from where it is from")
    } else if type == "Topology" || has("objects", "arcs") {
      self.init("TopoJSON", Self.convert("TopoJSON"))
    } else if has("status", "pois") || has("infocode") || has("status", "geocodes") {
      self.init("an answer of Amap's web service", Self.table(".pois[]", ".location", "GCJ-02"))
    } else if has("status", "results") || has("status", "result") {
      let point = "\"\\(.location.lng),\\(.location.lat)\""
      self.init("an answer of a web map such as Baidu's", Self.table(".results[]", point, "BD-09"))
    } else if has("status", "data") {
      let point = "\"\\(.location.lng),\\(.location.lat)\""
      self.init("an answer of a web map such as Tencent's", Self.table(".data[]", point, "GCJ-02"))
    } else if has("elements") {
      self.init(
        "an answer of Overpass", "ask for [out:xml] and save it as .osm, or use: osmtogeojson")
    } else {
      return nil
    }
  }

  private static func convert(_ driver: String) -> String {
    "convert it with: ogr2ogr out.geojson \(driver):FILE"
  }

  private static func table(_ list: String, _ point: String, _ crs: String) -> String {
    "make a table of it: jq -r '[\"id\",\"name\",\"location\"],(\(list)|[(.id//.uid),(.name//.title),"
      + "\(point)])|@csv' FILE > out.csv; then state `crs: \(crs)`"
  }
}
