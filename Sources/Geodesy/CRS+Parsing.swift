import CPROJ

extension CRS {
  /// The CRS with this number in the EPSG register.
  public init(epsg code: Int) throws(CRSError) { try self.init(parsing: "EPSG:\(code)") }

  /// The CRS that a text defines.
  ///
  /// - Parameter text: A code (`EPSG:4547`, `4547`, `urn:ogc:def:crs:EPSG::4547`, `OGC:CRS84`, an
  ///   opengis.net address), WKT of any kind (the content of a `.prj` file), PROJJSON, a PROJ
  ///   string, or one of `WGS84`, `CGCS2000`, `GCJ-02`, `BD-09`; case does not matter in names.
  public init(parsing text: String) throws(CRSError) {
    let text = text.trimmingWhitespace()
    guard !text.isEmpty else { throw .empty }
    if let known = Self.named(text) {
      self = known
      return
    }
    let context = PROJContext()
    guard let query = Self.projQuery(for: text) else { throw .unrecognised(text: text) }
    guard let object = PROJObject(adopting: proj_create(context.raw, query), in: context) else {
      throw .unknown(text: text, reason: context.takeError(in: "proj_create"))
    }
    try self.init(describing: object, text: text, query: query)
  }

  /// Names in use that no register has, and those that spare a trip to the database.
  private static func named(_ text: String) -> CRS? {
    let key = text.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    return switch key {
    case "gcj02", "gcj", "amap": .gcj02
    case "bd09", "bd09ll", "baidu": .bd09
    case "wgs84", "epsg:4326", "4326", "ogc:crs84", "crs84", "crs:84", "urn:ogc:def:crs:epsg::4326",
      "urn:ogc:def:crs:ogc:1.3:crs84", "urn:ogc:def:crs:ogc::crs84":
      .wgs84
    case "cgcs2000":
      CRS(
        definition: "EPSG:4490", name: "China Geodetic Coordinate System 2000",
        authorityCode: "EPSG:4490", units: .degrees)
    default: nil
    }
  }

  /// What to ask PROJ, or `nil` if the text has none of the forms.
  ///
  /// PROJ would also search its database for words; a near match is a guess, and never made here.
  private static func projQuery(for text: String) -> String? {
    if text.allSatisfy(\.isASCIIDigit) { return "EPSG:\(text)" }
    if text.hasPrefix("+") || text.hasPrefix("proj=") || text.hasPrefix("init=") {
      let words = text.split(whereSeparator: \.isWhitespace)
      guard !words.contains(where: { $0.hasSuffix("proj=pipeline") }) else { return nil }
      // Without it PROJ takes the text for an operation instead of a CRS.
      let isMarked = words.contains { $0 == "+type=crs" || $0 == "type=crs" }
      return words.joined(separator: " ") + (isMarked ? "" : " +type=crs")
    }
    if text.hasPrefix("{") { return text }
    let head = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    let rest = text.dropFirst(head.count)
    if !head.isEmpty, let opening = rest.first(where: { !$0.isWhitespace }),
      opening == "[" || opening == "("
    {
      return text
    }
    let lower = text.lowercased()
    if lower.hasPrefix("urn:ogc:def:crs:") || lower.hasPrefix("urn:x-ogc:def:crs:")
      || lower.hasPrefix("http://www.opengis.net/") || lower.hasPrefix("https://www.opengis.net/")
    {
      return text
    }
    let isCode = rest.first == ":" && rest.count > 1 && !rest.contains(where: \.isWhitespace)
    return !head.isEmpty && isCode ? head.uppercased() + rest : nil
  }

  private init(
    describing object: PROJObject, text: String, query: String
  ) throws(CRSError) {
    let context = object.context
    func part(_ raw: OpaquePointer?, _ call: StaticString) throws(CRSError) -> PROJObject {
      guard let object = PROJObject(adopting: raw, in: context) else {
        throw .unknown(text: text, reason: context.takeError(in: call))
      }
      return object
    }

    var horizontal = object
    if horizontal.type == PJ_TYPE_COMPOUND_CRS {
      horizontal = try part(
        proj_crs_get_sub_crs(context.raw, horizontal.raw, 0), "proj_crs_get_sub_crs")
    }
    // A bound CRS carries its own way to WGS 84, which the definition must keep.
    var described = horizontal
    if described.type == PJ_TYPE_BOUND_CRS {
      described = try part(
        proj_get_source_crs(context.raw, described.raw), "proj_get_source_crs")
    }
    // Heights are left out: a three-dimensional CRS is taken at height 0.
    let isGeographic =
      described.type == PJ_TYPE_GEOGRAPHIC_2D_CRS || described.type == PJ_TYPE_GEOGRAPHIC_3D_CRS
    guard isGeographic || described.type == PJ_TYPE_PROJECTED_CRS else {
      throw .notHorizontal(text: text, type: Self.words(for: described.type))
    }
    let system = try part(
      proj_crs_get_coordinate_system(context.raw, described.raw),
      "proj_crs_get_coordinate_system")
    var factor = 0.0
    guard
      proj_cs_get_axis_info(
        context.raw, system.raw, 0, nil, nil, nil, &factor, nil, nil, nil) != 0, factor > 0
    else { throw .unknown(text: text, reason: context.takeError(in: "proj_cs_get_axis_info")) }

    let stated = horizontal.authorityCode
    if stated == "OGC:CRS84" || stated == "EPSG:4326" {
      self = .wgs84
      return
    }
    let isPROJString = query.hasPrefix("+") || query.hasPrefix("proj=")
    let isBound = horizontal.type == PJ_TYPE_BOUND_CRS
    let code = stated ?? Self.recognisedCode(of: described)
    let shortest = isPROJString ? query : (isBound ? nil : code) ?? horizontal.wkt
    guard let definition = stated ?? shortest else {
      throw .unknown(text: text, reason: context.takeError(in: "proj_as_wkt"))
    }
    let isNamed = described.name != "unknown" && !described.name.isEmpty
    // PROJ rounds differently on the way from WKT; degrees must compare equal to degrees.
    let isDegree = abs(factor - .pi / 180) < 1e-12
    self.init(
      definition: definition, name: isNamed ? described.name : definition,
      authorityCode: code,
      units: isGeographic
        ? (isDegree ? .degrees : .angular(radians: factor)) : .linear(metres: factor))
  }

  /// The EPSG code of a CRS that does not state one, where PROJ is sure (90 of 100, and alone).
  private static func recognisedCode(of object: PROJObject) -> String? {
    let context = object.context
    var confidences: UnsafeMutablePointer<Int32>?
    guard let list = proj_identify(context.raw, object.raw, "EPSG", nil, &confidences) else {
      return nil
    }
    defer {
      proj_list_destroy(list)
      proj_int_list_destroy(confidences)
    }
    guard let confidences, proj_list_get_count(list) > 0, confidences[0] >= 90,
      proj_list_get_count(list) == 1 || confidences[1] < confidences[0]
    else { return nil }
    return PROJObject(adopting: proj_list_get(context.raw, list, 0), in: context)?.authorityCode
  }

  private static func words(for type: PJ_TYPE) -> String {
    switch type {
    case PJ_TYPE_GEOCENTRIC_CRS: "a geocentric CRS"
    case PJ_TYPE_VERTICAL_CRS: "a vertical CRS"
    case PJ_TYPE_ENGINEERING_CRS: "a local engineering CRS"
    case PJ_TYPE_TEMPORAL_CRS: "a temporal CRS"
    case PJ_TYPE_ELLIPSOID: "an ellipsoid"
    case PJ_TYPE_CONVERSION, PJ_TYPE_TRANSFORMATION, PJ_TYPE_CONCATENATED_OPERATION,
      PJ_TYPE_OTHER_COORDINATE_OPERATION:
      "an operation on coordinates"
    default: "something else"
    }
  }
}

extension String {
  fileprivate func trimmingWhitespace() -> String {
    // A .prj file may begin with a byte order mark.
    func isEdge(_ character: Character) -> Bool {
      character.isWhitespace || character == "\u{FEFF}" || character == "\0"
    }
    guard let first = firstIndex(where: { !isEdge($0) }),
      let last = lastIndex(where: { !isEdge($0) })
    else { return "" }
    return String(self[first...last])
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
