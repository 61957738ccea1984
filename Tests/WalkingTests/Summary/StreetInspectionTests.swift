import Foundation
import Testing

@testable import Walking

@Suite("Inspection of streets")
struct StreetInspectionTests {
  private static let twoLines: StreetLines = {
    var lines = StreetLines()
    lines.x = [0, 30, 30, 500, 500]
    lines.y = [0, 0, 40, 0, 10]
    lines.append([0, 1, 2], sourceID: 1)
    lines.append([3, 4], direction: .forward, sourceID: 2)
    return lines
  }()

  @Test("components come in order of their length")
  func components() {
    let components = StreetComponents(of: Self.twoLines)
    #expect(components.metres == [70, 10])
    #expect(components.lineCounts == [1, 1])
    #expect(components.components == [0, 0, 0, 1, 1])
    #expect(components.largestShare == 0.875)
    #expect(StreetComponents(of: StreetLines()).largestShare == 0)
  }

  @Test("worries say what to do")
  func worries() throws {
    let inspection = StreetInspection(Streets(lines: Self.twoLines, summary: StreetSummary()))
    #expect(inspection.worries == [.islands(count: 2, shareOfLargest: 0.875)])
    #expect(
      inspection.worries.first?.description.contains("2 parts and the largest has 87.5 %") == true)
    let text = String(decoding: try JSONEncoder().encode(inspection), as: UTF8.self)
    #expect(text.contains("it falls apart into 2 parts"))
  }

  @Test("motorways only")
  func motorways() async throws {
    let map = TinyMap(
      nodes: [.init(id: 1, x: 0, y: 0), .init(id: 2, x: 100, y: 0)],
      ways: [.init(id: 1, nodes: [1, 2], tags: ["highway": "motorway"])])
    #expect(StreetInspection(try await map.streets()).worries == [.onlyFastRoads])
  }

  @Test("what is left out for a reason that may be wrong is a worry above a twentieth")
  func notable() async throws {
    func worries(_ metres: Double, _ highway: String) async throws -> [StreetInspection.Worry] {
      let map = TinyMap(
        nodes: [
          .init(id: 1, x: 0, y: 0), .init(id: 2, x: 1000 - metres, y: 0),
          .init(id: 3, x: 1000, y: 0),
        ],
        ways: [
          .init(id: 1, nodes: [1, 2]), .init(id: 2, nodes: [2, 3], tags: ["highway": highway]),
        ])
      return StreetInspection(try await map.streets()).worries
    }
    #expect(try await worries(49, "trunk").isEmpty)
    #expect(try await worries(51, "trunk").first?.description.contains("trunk road") == true)
    #expect(try await worries(51, "road").first?.description.contains("highway=road") == true)
    #expect(try await worries(500, "motorway").isEmpty)
  }
}
