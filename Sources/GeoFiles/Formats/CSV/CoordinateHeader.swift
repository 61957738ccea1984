internal import Documents
import Geodesy

/// What the header of a column says of coordinates: `经度（°）`, `lng_wgs84`, `百度坐标`, `point_x`.
///
/// A header is one of a few words with what people put before and behind it, and perhaps with the name
/// of what the coordinates are in.
struct CoordinateHeader: Hashable {
  /// What the cells hold.
  enum Content: Hashable {
    /// Longitudes or, where `isDegrees` is false, perhaps eastings.
    case x(isDegrees: Bool)
    /// Latitudes or, where `isDegrees` is false, perhaps northings.
    case y(isDegrees: Bool)
    /// Both, in an order that the header may tell.
    case pair(isLatitudeFirst: Bool?)
    /// Well-known text or binary.
    case shape
  }

  /// What the cells hold.
  let content: Content
  /// What the header says that the coordinates are in.
  let crs: CRS?
  /// What stands before and behind the word itself: two headers with the same belong together.
  let affixes: [String]

  /// `nil`: it says nothing of coordinates.
  init?(_ header: String) {
    // A remark in brackets may be any: Longitude (E), 坐标（经度）.
    if let known = Self(whole: header) ?? Self.withoutBracket(header).flatMap(Self.init(whole:)) {
      self = known
    } else {
      return nil
    }
  }

  private static func withoutBracket(_ header: String) -> String? {
    guard let last = header.last(where: { !$0.isWhitespace }), ")）]】".contains(last),
      let open = header.lastIndex(where: { "(（[【".contains($0) }), open > header.startIndex
    else { return nil }
    return String(header[..<open])
  }

  private init?(whole header: String) {
    var text = Self.folded(header)
    let named = Self.takeDatum(&text)
    guard let (content, affixes) = Self.content(of: text) else { return nil }
    self.content = content
    self.affixes = affixes
    switch content {
    case .x(isDegrees: false), .y(isDegrees: false):
      // Of a plane the name of a datum does not say which it is; web maps have none.
      crs = named == .gcj02 || named == .bd09 ? named : nil
    default: crs = named
    }
  }

  // MARK: Words

  private static let words: [String: Content] = {
    var words: [String: Content] = [:]
    func add(_ content: Content, _ names: String) {
      for name in names.split(separator: " ") { words[String(name)] = content }
    }
    add(.x(isDegrees: true), "lon lng long longitude 经度 东经 jingdu 경도")
    add(.y(isDegrees: true), "lat latitude 纬度 北纬 weidu 위도")
    add(.x(isDegrees: false), "x easting 横坐标 东坐标")
    add(.y(isDegrees: false), "y northing 纵坐标 北坐标")
    add(
      .pair(isLatitudeFirst: nil),
      "经纬度 经纬 坐标 经度纬度 lnglat lonlat longlat longitudelatitude xy coordinates coordinate coords coord location loc"
        + " position point geopoint geolocation gps 位置 定位 坐标点 点位")
    add(.pair(isLatitudeFirst: true), "latlng latlon latlong latitudelongitude 纬度经度 纬经度 yx")
    add(
      .shape,
      "wkt geom geometry thegeom wktgeom wktgeometry geomwkt ewkt wkb ewkb wkbgeometry geomwkb"
        + " geography shape 几何 图形 空间数据")
    return words
  }()

  private static let before = [
    "中心点", "中心", "点位", "位置", "地理", "地图", "坐标", "地址", "所在地", "所在", "机构", "设施", "小区", "项目", "定位",
    "站点", "出入口", "场所", "单位", "园区", "gps", "geo", "location", "loc", "point", "poi", "address",
    "center",
    "centre", "centroid", "map", "coordinate", "coord", "site",
  ]
  private static let behind = [
    "坐标", "值", "数值", "度", "点", "信息", "位置", "数据", "十进制", "小数", "gps", "coordinates", "coordinate",
    "coord", "degrees", "degree", "deg", "decimal", "dd", "value", "point",
  ]
  /// What alone may stand at x and y: `xm` is 姓名.
  private static let beforeLetter = [
    "point", "coordinate", "coord", "坐标", "中心点", "中心", "centroid", "loc",
  ]
  private static let behindLetter = ["坐标", "coordinate", "coord", "轴", "值", "坐标值"]

  private static func content(of text: String) -> (Content, [String])? {
    if let content = words[text] { return (content, []) }
    for letter in ["x", "y"] {
      guard let content = words[letter] else { continue }
      for affix in beforeLetter where text == affix + letter { return (content, [affix]) }
      for affix in behindLetter where text == letter + affix { return (content, [affix]) }
    }
    // The longest first: 中心点 before 中心.
    for affix in before where text.hasPrefix(affix) && text.count > affix.count {
      guard let (content, rest) = inner(text.dropFirst(affix.count)) else { continue }
      return (content, [affix] + rest)
    }
    for affix in behind where text.hasSuffix(affix) && text.count > affix.count {
      guard let (content, rest) = inner(text.dropLast(affix.count)) else { continue }
      return (content, rest + [affix])
    }
    return nil
  }

  private static func inner(_ text: Substring) -> (Content, [String])? {
    guard let (content, affixes) = content(of: String(text)) else { return nil }
    switch content {
    case .x(isDegrees: false), .y(isDegrees: false): return nil
    default: return (content, affixes)
    }
  }

  // MARK: Spelling

  private static let variants: [Character: Character] = [
    "経": "经", "經": "经", "緯": "纬", "標": "标", "座": "坐", "東": "东", "點": "点", "數": "数", "據": "据",
    "圖": "图", "縱": "纵", "橫": "横",
  ]
  /// Units and marks that say nothing.
  private static let silent: Set<Character> = [
    "°", "º", "˚", "/", ",", "，", "、", ":", "：", ".", "'", "\"",
  ]

  private static func folded(_ header: String) -> String {
    var text = header
    // A unit in brackets or behind a stroke; º would fold to a letter.
    for unit in ["(m)", "（m）", "(米)", "（米）", "/m", "/米", "[m]", "(deg)", "(dd)", "º", "°", "˚"]
    where text.lowercased().hasSuffix(unit) || unit.count == 1 {
      text =
        unit.count == 1
        ? text.filter { String($0) != unit } : String(text.dropLast(unit.count))
    }
    return String(
      FoldedText.fold(text).filter { !silent.contains($0) }.map { variants[$0] ?? $0 })
  }

  /// Names of what coordinates are in, the longest first, folded; `nil`: known to us in name alone.
  private static let datums: [(name: String, crs: CRS?)] = {
    let cgcs = try? CRS(parsing: "CGCS2000")
    return [
      ("国家2000", cgcs), ("cgcs2000", cgcs), ("大地2000", cgcs), ("cgcs", cgcs), ("2000坐标系", cgcs),
      ("gcj02ll", .gcj02), ("gcj02", .gcj02), ("gcj", .gcj02), ("火星坐标系", .gcj02), ("火星", .gcj02),
      ("国测局", .gcj02), ("高德地图", .gcj02), ("高德", .gcj02), ("amap", .gcj02), ("gaode", .gcj02),
      ("腾讯地图", .gcj02), ("腾讯", .gcj02), ("tencent", .gcj02), ("百度地图", .bd09), ("百度", .bd09),
      ("bd09ll", .bd09), ("bd09", .bd09), ("baidu", .bd09), ("bd", .bd09), ("wgs84", .wgs84),
      ("wgs1984", .wgs84), ("wgs", .wgs84), ("84", .wgs84), ("2000", cgcs), ("西安80", nil),
      ("xian80", nil),
      ("西安1980", nil), ("北京54", nil), ("北京1954", nil), ("beijing54", nil),
    ]
  }()

  private static func takeDatum(_ text: inout String) -> CRS? {
    for (name, crs) in datums {
      // Only where something of coordinates is left of it: 百度 alone is a source, 02 a number.
      guard let range = name.count > 2 ? text.firstRange(of: name) : edge(name, of: text) else {
        continue
      }
      let rest = text.replacingCharacters(in: range)
      guard content(of: rest) != nil else { continue }
      text = rest
      return crs
    }
    return nil
  }

  /// Where a short name stands at one end.
  private static func edge(_ name: String, of text: String) -> Range<String.Index>? {
    if text.hasPrefix(name) {
      return text.startIndex..<text.index(text.startIndex, offsetBy: name.count)
    }
    guard text.hasSuffix(name) else { return nil }
    return text.index(text.endIndex, offsetBy: -name.count)..<text.endIndex
  }
}

extension String {
  /// Without what stands in a range.
  fileprivate func replacingCharacters(in range: Range<Index>) -> String {
    var text = self
    text.removeSubrange(range)
    return text
  }
}
