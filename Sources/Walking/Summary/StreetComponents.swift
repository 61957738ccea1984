internal import Geodesy
internal import Planar

/// The parts of the lines that hang together, one-way or not. Lines for residents only are left out.
struct StreetComponents: Sendable, Hashable {
  /// Per vertex: the number of its component; the longest component is 0; -1 where only lines for
  /// residents are.
  let components: [Int32]
  /// Per component: the length of its lines in metres, in descending order.
  let metres: [Double]
  /// Per component: the number of its lines.
  let lineCounts: [Int]

  /// Number of components.
  var count: Int { metres.count }

  /// Length of all lines in metres.
  var totalMetres: Double { metres.reduce(0, +) }

  /// The part of the length that is in the longest component: 0 through 1; 0 without any length.
  var largestShare: Double {
    let total = totalMetres
    return total > 0 ? (metres.first ?? 0) / total : 0
  }

  /// The components of lines that join where they have a vertex in common.
  ///
  /// A vertex of no line is a component of its own. Of components as long as one another the one
  /// with the lower vertex comes first.
  init(of lines: StreetLines) {
    var forest = DisjointSets(count: lines.x.count)
    var isLeftOut = [Bool](repeating: false, count: lines.x.count)
    let open = (0..<lines.count).filter { !lines.traits[$0].contains(.residentsOnly) }
    for line in 0..<lines.count where lines.traits[line].contains(.residentsOnly) {
      for place in Int(lines.offsets[line])..<Int(lines.offsets[line + 1]) {
        isLeftOut[Int(lines.vertices[place])] = true
      }
    }
    for line in open {
      let range = Int(lines.offsets[line])..<Int(lines.offsets[line + 1])
      for place in range.dropFirst() {
        forest.unite(Int(lines.vertices[place - 1]), Int(lines.vertices[place]))
      }
      for place in range { isLeftOut[Int(lines.vertices[place])] = false }
    }
    var found: [(root: Int, metres: Double, lines: Int)] = []
    var places = [Int](repeating: -1, count: lines.x.count)
    for vertex in lines.x.indices where forest.root(of: vertex) == vertex && !isLeftOut[vertex] {
      places[vertex] = found.count
      found.append((vertex, 0, 0))
    }
    for line in open {
      let range = Int(lines.offsets[line])..<Int(lines.offsets[line + 1])
      let place = places[forest.root(of: Int(lines.vertices[range.lowerBound]))]
      found[place].lines += 1
      found[place].metres += lines.metres(of: line)
    }
    found.sort { ($1.metres, $0.root) < ($0.metres, $1.root) }
    for (number, component) in found.enumerated() { places[component.root] = number }
    components = lines.x.indices.map { isLeftOut[$0] ? -1 : Int32(places[forest.root(of: $0)]) }
    metres = found.map(\.metres)
    lineCounts = found.map(\.lines)
  }
}

extension StreetLines {
  /// The length of a line in metres.
  func metres(of line: Int) -> Double {
    var sum = 0.0
    for place in Int(offsets[line]) + 1..<Int(offsets[line + 1]) {
      let (from, to) = (Int(vertices[place - 1]), Int(vertices[place]))
      sum += ground.metres(fromX: x[from], y: y[from], toX: x[to], y: y[to])
    }
    return sum
  }
}
