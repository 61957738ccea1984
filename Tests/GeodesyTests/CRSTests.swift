import Testing

@testable import Geodesy

@Suite("A CRS from text")
struct CRSTests {
  @Test(
    "all ways to write one CRS give that CRS",
    arguments: [
      "EPSG:4547", "epsg:4547", " 4547\n", "urn:ogc:def:crs:EPSG::4547",
      "http://www.opengis.net/def/crs/EPSG/0/4547",
    ])
  func codes(text: String) throws {
    let crs = try CRS(parsing: text)
    #expect(crs.definition == "EPSG:4547")
    #expect(crs.description == "CGCS2000 / 3-degree Gauss-Kruger CM 114E (EPSG:4547)")
    #expect(crs.isProjected && crs.metresPerUnit == 1)
  }

  @Test(
    "WGS 84 is one CRS whatever it is called",
    arguments: [
      "EPSG:4326", "OGC:CRS84", "WGS84", "wgs 84", "urn:ogc:def:crs:OGC:1.3:CRS84",
      "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
    ])
  func wgs84(text: String) throws { #expect(try CRS(parsing: text) == .wgs84) }

  @Test("shifted web maps are known in any case", arguments: ["GCJ-02", "gcj02", "Gcj_02"])
  func gcj(text: String) throws { #expect(try CRS(parsing: text) == .gcj02) }

  @Test("Baidu's too", arguments: ["BD-09", "bd09", "BD09LL"])
  func baidu(text: String) throws { #expect(try CRS(parsing: text) == .bd09) }

  @Test("the constant for CGCS2000 is what PROJ says of EPSG:4490")
  func constants() throws {
    #expect(try CRS(parsing: "CGCS2000") == CRS(parsing: "EPSG:4490"))
    #expect(try CRS(parsing: "EPSG:4490").isInDegrees)
  }

  @Test("the definition makes the same CRS again", arguments: Self.definitions)
  func definitionIsCanonical(text: String) throws {
    let crs = try CRS(parsing: text)
    #expect(try CRS(parsing: crs.definition) == crs)
  }

  static let definitions = [
    "EPSG:4547", "EPSG:4214", "GCJ-02", "BD-09", "EPSG:2263", esriPrj,
    "+proj=tmerc   +lon_0=121.5 +datum=WGS84", "EPSG:7415",
    "GEOGCS[\"a\",DATUM[\"b\",SPHEROID[\"c\",6378137,298.257]],PRIMEM[\"d\",0],"
      + "UNIT[\"degree\",0.0174532925199433]]",
  ]

  static let esriPrj = """
    PROJCS["CGCS2000_3_Degree_GK_CM_114E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",\
    DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],\
    UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],\
    PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],\
    PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],\
    PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
    """

  @Test("a .prj file of a GIS is recognised")
  func prjFile() throws {
    let crs = try CRS(parsing: "\u{FEFF}" + Self.esriPrj + "\r\n")
    #expect(try crs == CRS(epsg: 4547))
  }

  @Test("units of a projected CRS are known")
  func feet() throws {
    let metres = try #require(try CRS(epsg: 2263).metresPerUnit)
    #expect(abs(metres - 1200.0 / 3937) < 1e-12)
  }

  @Test("a compound CRS counts by its horizontal part")
  func compound() throws { #expect(try CRS(epsg: 7415).definition == "EPSG:28992") }

  @Test("the metric CRS is plain text that PROJ reads back")
  func metric() throws {
    let crs = CRS.metric(centredOn: 121.500000049, -0.0000004)
    #expect(
      crs.definition
        == "+proj=tmerc +lat_0=0 +lon_0=121.5 +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs "
        + "+type=crs")
    #expect(try CRS(parsing: crs.definition) == crs)
    #expect(CRS.metric(centredOn: -0.5, -31.25).definition.contains("lat_0=-31.25 +lon_0=-0.5 "))
  }

  @Test("nonsense is an error that says what to write", arguments: Self.nonsense)
  func errors(text: String, expected: String) {
    let error = #expect(throws: CRSError.self) { try CRS(parsing: text) }
    #expect(error?.description.contains(expected) == true, "\(error?.description ?? "none")")
    #expect(error?.description.contains("EPSG:4490") == true)
  }

  static let nonsense: [(String, String)] = [
    ("", "empty"), (" \n", "empty"), ("foo", "\"foo\" is not a coordinate reference system"),
    ("北京54", "is not a coordinate reference system"), ("EPSG:", "not a coordinate"),
    ("EPSG:999999", "unknown CRS \"EPSG:999999\""), ("EPSG:4978", "a geocentric CRS"),
    ("EPSG:5773", "a vertical CRS"), ("EPSG:7030", "unknown CRS"),
    ("PROJCS[\"broken\"", "unknown CRS"), ("+proj=nothing", "unknown CRS"),
    ("+proj=pipeline +step +proj=noop", "not a coordinate"),
    ("{\"type\": 1}", "unknown CRS"), ("{", "unknown"),
    ("999999999999999999999999", "unknown CRS"), ("EPSG:45 47", "not a coordinate"),
    (String(repeating: "[", count: 100_000), "not a coordinate"),
    ("A" + String(repeating: "[", count: 100_000), "unknown CRS"),
  ]
}
