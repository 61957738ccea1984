import TestSupport
import Testing
import Workers

@testable import Walking

@Suite("Names in OpenStreetMap data")
struct OSMNamesTests {
  private static let text = """
    <osm version="0.6">
    <node id="5" lat="34.5" lon="113.5"><tag k="name" v="医院"/></node>
    <node id="2" lat="34.0" lon="113.0"><tag k="name" v="甲院"/><tag k="amenity" v="clinic"/></node>
    <node id="3" lat="34.0" lon="113.2"/>
    <node id="4" lat="34.2" lon="113.2"/>
    <node id="6" lat="34.2" lon="113.0"><tag k="highway" v="bus_stop"/><tag k="name" v="站"/></node>
    <node id="7" lat="35.0" lon="114.0"><tag k="amenity" v="bench"/></node>
    <way id="20"><nd ref="2"/><nd ref="3"/><nd ref="99"/><tag k="highway" v="residential"/><tag k="name" v="东风路"/></way>
    <way id="10"><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="2"/><tag k="landuse" v="residential"/><tag k="name" v="春江花园"/></way>
    <way id="30"><nd ref="3"/><nd ref="4"/></way>
    <relation id="1"><member type="way" ref="30" role="outer"/><tag k="type" v="multipolygon"/><tag k="name" v="大院"/></relation>
    </osm>
    """

  @Test("points, areas by their middle, and streets as lines", arguments: [1, 3])
  func names(workers: Int) throws {
    let file = try TestFile(Self.text, named: "a.osm")
    let found = try OSMNames(contentsOf: file.path, workers: Workers(count: workers))
    #expect(found.places.map(\.name) == ["甲院", "医院", "春江花园", "大院"])
    #expect(found.places[0].longitude == 113 && found.places[0].latitude == 34)
    #expect(abs(found.places[2].longitude - 113.1) < 1e-9)
    #expect(abs(found.places[2].latitude - 34.1) < 1e-9)
    #expect(abs(found.places[3].longitude - 113.2) < 1e-9)
    // A node that is not there is left out.
    #expect(found.streets.map(\.name) == ["东风路"])
    #expect(found.streets[0].longitudes == [113, 113.2])
  }

  @Test("what is no such file is an error")
  func errors() throws {
    let file = try TestFile("no", named: "a.osm")
    #expect(throws: OSMError.self) {
      try OSMNames(contentsOf: file.path, workers: Workers(count: 1))
    }
    #expect(throws: OSMError.self) { try OSMNames(contentsOf: "", workers: Workers(count: 1)) }
  }
}
