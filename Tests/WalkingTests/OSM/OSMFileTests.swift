import Foundation
import Geodesy
import TestSupport
import Testing
import Workers

@testable import Walking

@Suite("Files of OpenStreetMap")
struct OSMFileTests {
  static let square = TinyMap(
    nodes: [
      .init(id: 1, x: 0, y: 0), .init(id: 2, x: 100, y: 0), .init(id: 3, x: 100, y: 100),
    ],
    ways: [.init(id: 10, nodes: [1, 2, 3])])

  private func read(
    _ bytes: some Sequence<UInt8>, _ name: String = "map.osm"
  ) throws -> OSMFile {
    let folder = try ScratchFolder()
    return try OSMFile(contentsOf: folder.write(bytes, to: name), workers: Workers(count: 2))
  }

  private func error(_ bytes: some Sequence<UInt8>) throws -> OSMError? {
    do {
      _ = try read(bytes)
      return nil
    } catch let error as OSMError {
      #expect(!error.description.contains("unknown failure"))
      return error
    }
  }

  @Test("the content tells the format, not the name")
  func format() throws {
    let file = try read(Self.square.xml().utf8, "map.osm.pbf")
    #expect(file.ways.ids == [10])
    #expect(file.nodesInFile == 3)
    #expect(file.generator == "tests")
    let marked = try read([0xEF, 0xBB, 0xBF] + Self.square.xml().utf8)
    #expect(marked.ways.count == 1)
  }

  @Test("objects come in order, the first of repeated ones, whatever the order in the file")
  func order() throws {
    let text = """
      <osm version="0.6">
      <way id="7"><nd ref="3"/><nd ref="-5"/><tag k="highway" v="path"/></way>
      <way id="-7"><nd ref="8589934592"/><nd ref="3"/><tag k="highway" v="steps"/></way>
      <way id="7"><nd ref="3"/><nd ref="3"/><tag k="highway" v="motorway"/></way>
      <node id="8589934592" lat="1" lon="2"/><node id="3" lat="3" lon="4"/>
      <node id="-5" lat="5" lon="6"/><node id="3" lat="9" lon="9"/>
      </osm>
      """
    let file = try read(text.utf8)
    #expect(file.ways.ids == [-7, 7])
    #expect(file.nodeIDs == [-5, 3, 8_589_934_592])
    #expect(file.longitudes == [6, 4, 2])
    #expect(file.repeatedWays == 1)
    #expect(file.tagSets[Int(file.ways.tags[1])][.highway] == "path")
  }

  @Test("nodes that are missing cut ways and are counted")
  func missingNodes() async throws {
    var map = Self.square
    map.nodes += [.init(id: 4, x: 200, y: 0), .init(id: 5, x: 300, y: 0)]
    map.ways = [
      .init(id: 10, nodes: [1, 2, 99, 4, 5]), .init(id: 11, nodes: [98, 97]),
      .init(id: 12, nodes: []), .init(id: 13, nodes: [3]), .init(id: 14, nodes: [3, 3]),
    ]
    let streets = try await map.streets()
    #expect(streets.lines.count == 2)
    #expect(streets.lines.sourceIDs == [10, 10])
    #expect(streets.summary.missingNodes == 3)
    #expect(streets.summary.cutWays == 2)
    #expect(abs(streets.summary.walkableMetres - 200) < 0.1)
    let worries = StreetInspection(streets).worries
    #expect(worries.contains(.missingNodes(count: 3, cutWays: 2)))
    #expect(worries.count == 2)
  }

  // MARK: Files of editors and servers

  @Test("what an editor marked as deleted is not there")
  func deleted() throws {
    let text = """
      <osm version='0.6' generator='JOSM'>
      <node id='1' lat='1' lon='1'/><node id='2' lat='1' lon='2'/>
      <node action="delete" id="3" visible="true" lat="1" lon="3"/>
      <!-- <way id='10' action='delete'> -->
      <way id='10' action='modify'><nd ref='1'/><nd ref='2'/><tag k='highway' v='path'/>
      <tag k='note' v='action="delete" &gt; id="10"'/></way>
      <way id='-11' action='delete' visible='true'><nd ref='1'/><nd ref='3'/><tag k='highway' v='path'/></way>
      <way
        id = '12'
        action = 'delete'><nd ref='1'/><nd ref='2'/><tag k='highway' v='path'/></way>
      <way id='13' comment='id="14" action="delete"'><nd ref='2'/><nd ref='3'/><tag k='highway' v='path'/></way>
      </osm>
      """
    let file = try read(text.utf8)
    #expect(file.ways.ids == [10, 13])
    #expect(file.nodeIDs == [1, 2, 3])
    #expect(file.longitudes[2].isNaN)
  }

  @Test("ways may say where their nodes are, and members of relations, too")
  func locations() async throws {
    let text = """
      <osm version="0.6" generator="Overpass API"><note>The data is from openstreetmap.org.</note>
      <meta osm_base="2025-01-01T00:00:00Z"/>
      <node id="1" lat="1" lon="1"/>
      <way id="10"><bounds minlat="1" minlon="1" maxlat="1" maxlon="1.002"/>
      <nd ref="1" lat="5" lon="5"/><nd ref="2" lat="1.0" lon="1.001"/><nd ref="3" lat="1.0" lon="1.002"/>
      <tag k="highway" v="residential"/></way>
      <way id="11"><center lat="1" lon="1"/><nd ref="3"/><nd ref="4"/><nd ref="5" lat="1.0" lon="1.004"/>
      <tag k="highway" v="residential"/></way>
      <relation id="7"><bounds minlat="1" minlon="1" maxlat="1" maxlon="1.002"/>
      <member type="way" ref="10" role="outer"><nd lat="1.0" lon="1.001"/><nd lat="1.0" lon="1.002"/></member>
      <member type="node" ref="1" role="" lat="1" lon="1"/><tag k="type" v="route"/></relation>
      </osm>
      """
    let file = try read(text.utf8)
    #expect(file.longitudes[0] == 1 && file.longitudes[1] == 1.001 && file.longitudes[2] == 1.002)
    #expect(file.longitudes[3].isNaN && file.longitudes[4] == 1.004)
    let streets = try await OSMSamples.streets(file)
    #expect(streets.summary.missingNodes == 1)
    #expect(abs(streets.summary.walkableMetres - 222.6) < 1)
  }

  @Test("a PBF that is packed as lz4 is told, with what to do")
  func lz4() throws {
    let found = try error(TinyPBF.lz4)
    guard case .otherCompression? = found else {
      Issue.record("\(found.map(\.description) ?? "read")")
      return
    }
    #expect(found?.description.contains("pbf_compression=zlib") == true)
  }

  // MARK: Hostile files

  @Test("a file that is not there, a folder and nothing are errors that say so")
  func unreadable() throws {
    let workers = Workers(count: 1)
    for path in ["/no/such/file.osm.pbf", "http://localhost/x.osm", "-", "", "a\0b", "/"] {
      #expect(throws: OSMError.self, "\(path)") {
        try OSMFile(contentsOf: path, workers: workers)
      }
    }
    let empty = try error([])
    #expect(empty?.description.contains("not OpenStreetMap data (the file is empty)") == true)
  }

  @Test("what is no map is an error")
  func notOSM() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<50 {
      let bytes = (0..<Int.random(in: 1...2000)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let found = try error(bytes)
      #expect(found != nil)
    }
    for text in [
      "<html><body/></html>", "<osm></osm>", "<osm version=\"0.5\"/>", "<osm version=\"0.6\">",
      "{\"type\": \"FeatureCollection\"}", "   ", "<osm version=\"0.6\"><node id=\"x\"/></osm>",
      "<osm version=\"0.6\"><node id=\"1\" lat=\"north\" lon=\"1\"/></osm>",
      "<osm version=\"0.6\"><node id=\"99999999999999999999\" lat=\"1\" lon=\"1\"/></osm>",
    ] {
      let found = try error(text.utf8)
      #expect(found != nil, "\(text)")
    }
    // Nothing, packed: by gzip and by bzip2.
    let gzip: [UInt8] = [
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ]
    let bzip2: [UInt8] = [0x42, 0x5A, 0x68, 0x39, 0x17, 0x72, 0x45, 0x38, 0x50, 0x90, 0, 0, 0, 0]
    for bytes in [gzip, bzip2, Array(gzip.prefix(12)), Array(bzip2.prefix(6))] {
      let found = try error(bytes)
      #expect(found != nil, "\(bytes)")
    }
  }

  @Test("a zero byte inside a tag does not lead past its end")
  func zeroByte() throws {
    let highway = (key: Array("highway".utf8), value: Array("path".utf8))
    let whole = try read(TinyPBF.file(wayTags: [highway]))
    #expect(whole.ways.ids == [1])
    let broken = try error(TinyPBF.file(wayTags: [highway, (key: [97, 0, 98], value: [99])]))
    #expect(broken?.description.contains("a tag has a zero byte inside") == true)
  }

  @Test("changes are not a map")
  func changes() throws {
    let text = """
      <osmChange version="0.6"><create><node id="1" lat="1" lon="1"/></create></osmChange>
      """
    guard case .history = try error(text.utf8) else {
      Issue.record("read as a map")
      return
    }
  }

  @Test("entities that blow up are refused")
  func entities() throws {
    var text = "<?xml version=\"1.0\"?><!DOCTYPE osm [<!ENTITY a0 \"lol\">"
    for level in 1..<20 {
      let inner = String(repeating: "&a\(level - 1);", count: 10)
      text += "<!ENTITY a\(level) \"\(inner)\">"
    }
    text += "]><osm version=\"0.6\"><node id=\"1\" lat=\"1\" lon=\"1\">"
    text += "<tag k=\"a\" v=\"&a19;\"/></node></osm>"
    guard case .damaged = try error(text.utf8) else {
      Issue.record("read as a map")
      return
    }
  }

  @Test("coordinates out of range and extreme ids do no harm")
  func extremes() async throws {
    let text = """
      <osm version="0.6"><node id="9223372036854775806" lat="89.9999999" lon="180"/>
      <node id="-9223372036854775806" lat="-89.9999999" lon="-180"/><node id="0"/>
      <node id="1" lat="91" lon="1"/>
      <way id="9223372036854775806"><nd ref="9223372036854775806"/><nd ref="-9223372036854775806"/>
      <nd ref="0"/><nd ref="1"/><tag k="highway" v="footway"/><tag k="highway" v="motorway"/></way>
      </osm>
      """
    let file = try read(text.utf8)
    #expect(file.nodeIDs.count == 4)
    let streets = try await OSMSamples.streets(file)
    #expect(streets.lines.count <= 1)
    #expect(streets.summary.missingNodes >= 2)
    let areFinite = streets.lines.x.allSatisfy(\.isFinite)
    #expect(areFinite)
  }

  @Test("without any street there is nothing to walk on, and that is said")
  func empty() async throws {
    let file = try read("<osm version=\"0.6\"/>".utf8)
    #expect(file.extent == nil)
    let streets = try await OSMSamples.streets(file)
    #expect(streets.lines.count == 0)
    #expect(StreetInspection(streets).worries == [.nothingWalkable])
  }

  @Test(
    "a file that is cut off is an error at any length, and one with wrong bytes does no harm",
    .enabled(if: OSMSamples.isPresent, TestData.advice),
    arguments: ["helsinki-centre-2019.osm.pbf", "shanghai-siping-2026.osm.gz"])
  func damaged(name: String) async throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: OSMSamples.path(name))))
    for share in [0.001, 0.1, 0.37, 0.5, 0.9, 0.9999] {
      let part = bytes.prefix(Int(Double(bytes.count) * share))
      let found = try error(part)
      #expect(found != nil, "\(share)")
    }
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<30 {
      var wrong = bytes
      // Most of a PBF is compressed; what is not (heads of blocks) is at the start.
      for _ in 0...next(3) { wrong[next(next(2) == 0 ? 300 : wrong.count)] = UInt8(next(256)) }
      guard let file = try? read(wrong) else { continue }
      _ = try await OSMSamples.streets(file)
    }
  }
}
