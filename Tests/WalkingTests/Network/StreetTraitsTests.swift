import TestSupport
import Testing

@testable import Walking

@Suite("What streets are beside their lines")
struct StreetTraitsTests {
  @Test("where traits change there is a node, and along an edge they are the same")
  func chains() throws {
    var lines = StreetLines()
    lines.x = [0, 100, 200, 300]
    lines.y = [0, 0, 0, 0]
    lines.append([0, 1], sourceID: 1)
    lines.append([1, 2], sourceID: 2, traits: .elevated)
    lines.append([2, 3], sourceID: 3, traits: .elevated)
    let network = try WalkNetwork(lines: lines, crs: "local")
    #expect(network.edgeCount == 2)
    #expect((0..<2).map { network.traits(ofEdge: $0) } == [[], .elevated])
    #expect(network.componentCount == 1)
  }

  @Test("what is for residents only joins nothing for others")
  func residents() throws {
    var lines = StreetLines()
    lines.x = [0, 100, 100, 200, 300]
    lines.y = [0, 0, 0, 0, 0]
    lines.append([0, 1], sourceID: 1)
    lines.append([1, 2], sourceID: 2, traits: .residentsOnly)
    lines.append([2, 3], sourceID: 3, traits: .residentsOnly)
    lines.append([3, 4], sourceID: 4)
    let network = try WalkNetwork(lines: lines, crs: "local")
    #expect(network.edgeCount == 3)
    #expect(network.componentCount == 2)
    #expect(network.totalMetres == 200)
    #expect(network.forward.arcs.count == 4)
    let inner = (0..<3).filter { network.component(ofEdge: $0) == nil }
    #expect(inner.map { network.metres(ofEdge: $0) } == [100])
    #expect(StreetComponents(of: lines).metres == [100, 100])
  }

  @Test("a piece of a network keeps its traits, and the obstacles and gates in the box")
  func cut() throws {
    var lines = StreetLines()
    lines.x = [0, 100, 1_000, 1_100]
    lines.y = [0, 0, 0, 0]
    lines.append([0, 1], sourceID: 1)
    lines.append([2, 3], sourceID: 2, traits: [.elevated, .residentsOnly])
    lines.obstacles.append(.water, fromX: 0, y: 10, toX: 50, y: 10)
    lines.obstacles.append(.wall, fromX: 900, y: 10, toX: 1_200, y: 10)
    lines.obstacles.append(.wall, fromX: .nan, y: 10, toX: 1_200, y: 10)
    lines.gates.append(x: 50, y: 0)
    lines.gates.append(x: 1_050, y: 0)
    let network = try WalkNetwork(lines: lines, crs: "local")
    #expect(network.obstacles.count == 2)
    let piece = network.cut(x: 990...1_010, y: -10...20).network
    #expect(piece.edgeCount == 1)
    #expect(piece.traits(ofEdge: 0) == [.elevated, .residentsOnly])
    #expect(piece.componentCount == 0)
    #expect(piece.obstacles.kinds == [.wall])
    #expect(piece.gates.count == 0)
  }
}
