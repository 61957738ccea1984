/// What a search through the flow has seen, and from where: stamps instead of clearing.
final class SearchMarks {
  let portStamps: Column<Int32>
  let parcelStamps: Column<Int32>
  /// The edge by which a port, or a parcel, was reached.
  let portEdge: Column<Int32>
  let parcelEdge: Column<Int32>
  let queue: Column<Int32>
  private(set) var stamp: Int32 = 0

  init(_ model: SizingModel) {
    portStamps = Column(repeating: 0, count: model.portCount)
    parcelStamps = Column(repeating: 0, count: model.parcelCount)
    portEdge = Column(repeating: -1, count: model.portCount)
    parcelEdge = Column(repeating: -1, count: model.parcelCount)
    queue = Column(repeating: 0, count: max(model.portCount, model.parcelCount))
  }

  func begin() {
    if stamp == .max {
      portStamps.fill(0)
      parcelStamps.fill(0)
      stamp = 0
    }
    stamp += 1
  }

  deinit {
    for column in [portStamps, parcelStamps, portEdge, parcelEdge, queue] { column.free() }
  }
}

extension FlowState {
  /// Uses spare room of a port for parcels that still want something, directly or by moving others out of the way.
  ///
  /// - Parameters:
  ///   - port: With room to spare.
  ///   - most: So much at most.
  ///   - reach: How many ports a search visits before it gives up; that it found nothing then proves nothing.
  /// - Returns: How much more is served.
  func pull(_ port: Int, most: Int64, reach: Int) -> Int64 {
    var left = min(most, room[port] - load[port])
    let wanted = left
    guard left > 0, shortfall > 0 else { return 0 }
    let marks = marks
    marks.begin()
    let stamp = marks.stamp
    marks.portStamps[port] = stamp
    marks.queue[0] = Int32(port)
    var (next, end) = (0, 1)
    while next < end, next < reach {
      let current = marks.queue[next]
      next += 1
      for place in Int(portStarts[current])..<Int(portStarts[Int(current) + 1]) {
        let parcel = Int(portParcels[place])
        guard marks.parcelStamps[parcel] != stamp else { continue }
        marks.parcelStamps[parcel] = stamp
        marks.parcelEdge[parcel] = portEdges[place]
        if wanting[parcel] > 0 {
          left -= augmentBackward(parcel, root: port, most: left)
          if left == 0 || shortfall == 0 { return wanted - left }
        }
        let first = Int(parcelStarts[parcel])
        for active in first..<first + Int(parcelActiveCount[parcel]) {
          let flowing = parcelActive[active]
          let other = edgePorts[flowing]
          guard marks.portStamps[other] != stamp else { continue }
          marks.portStamps[other] = stamp
          marks.portEdge[other] = flowing
          marks.queue[end] = other
          end += 1
        }
      }
    }
    return wanted - left
  }

  /// Serves a parcel through the tree of a pull: each port on the way hands one of its parcels on towards the root.
  private func augmentBackward(_ parcel: Int, root: Int, most: Int64) -> Int64 {
    var amount = min(most, wanting[parcel])
    var port = Int(edgePorts[marks.parcelEdge[parcel]])
    while port != root {
      let flowing = marks.portEdge[port]
      amount = min(amount, flow[flowing])
      port = Int(edgePorts[marks.parcelEdge[edgeParcels[flowing]]])
    }
    // An edge of the tree may have run dry for an earlier parcel of the same search.
    guard amount > 0 else { return 0 }
    serve(marks.parcelEdge[parcel], amount)
    port = Int(edgePorts[marks.parcelEdge[parcel]])
    while port != root {
      let flowing = marks.portEdge[port]
      let onward = marks.parcelEdge[edgeParcels[flowing]]
      move(from: flowing, to: onward, amount)
      port = Int(edgePorts[onward])
    }
    return amount
  }

  /// Serves as much as can be served of what a parcel still wants. One search is not enough: it looks at everyone
  /// once, also where the way there has run dry meanwhile.
  func pushAll(_ parcel: Int) {
    while wanting[parcel] > 0, push(parcel, reach: .max) > 0 {}
  }

  /// Serves what a parcel still wants from spare room, directly or by moving others out of the way.
  ///
  /// - Parameters:
  ///   - parcel: That wants something.
  ///   - reach: How many parcels a search visits before it gives up.
  ///   - isFresh: Whether to look also where the last search has been; where that found nothing, nothing is.
  /// - Returns: How much more is served.
  @discardableResult
  func push(_ parcel: Int, reach: Int, isFresh: Bool = true) -> Int64 {
    let wanted = wanting[parcel]
    guard wanted > 0 else { return 0 }
    let marks = marks
    if isFresh { marks.begin() }
    let stamp = marks.stamp
    guard marks.parcelStamps[parcel] != stamp else { return 0 }
    marks.parcelStamps[parcel] = stamp
    marks.queue[0] = Int32(parcel)
    var (next, end) = (0, 1)
    while next < end, next < reach {
      let current = Int(marks.queue[next])
      next += 1
      for edge in parcelStarts[current]..<parcelStarts[current + 1] {
        let port = Int(edgePorts[edge])
        guard marks.portStamps[port] != stamp else { continue }
        marks.portStamps[port] = stamp
        marks.portEdge[port] = edge
        if room[port] > load[port] {
          augmentForward(to: port, root: parcel)
          if wanting[parcel] == 0 { return wanted }
        }
        let first = Int(portStarts[port])
        for active in first..<first + Int(portActiveCount[port]) {
          let flowing = portActive[active]
          let other = Int(edgeParcels[flowing])
          guard marks.parcelStamps[other] != stamp else { continue }
          marks.parcelStamps[other] = stamp
          marks.parcelEdge[other] = flowing
          marks.queue[end] = Int32(other)
          end += 1
        }
      }
    }
    return wanted - wanting[parcel]
  }

  /// Ports to which a parcel could be moved, or others after it, nearest first.
  ///
  /// - Parameter reach: How many parcels the search visits.
  func eachPort(around parcel: Int, reach: Int, _ body: (_ port: Int) -> Void) {
    let marks = marks
    marks.begin()
    let stamp = marks.stamp
    marks.parcelStamps[parcel] = stamp
    marks.queue[0] = Int32(parcel)
    var (next, end) = (0, 1)
    while next < end, next < reach {
      let current = Int(marks.queue[next])
      next += 1
      for edge in parcelStarts[current]..<parcelStarts[current + 1] {
        let port = Int(edgePorts[edge])
        guard marks.portStamps[port] != stamp else { continue }
        marks.portStamps[port] = stamp
        body(port)
        let first = Int(portStarts[port])
        for active in first..<first + Int(portActiveCount[port]) {
          let other = Int(edgeParcels[portActive[active]])
          guard marks.parcelStamps[other] != stamp else { continue }
          marks.parcelStamps[other] = stamp
          marks.queue[end] = Int32(other)
          end += 1
        }
      }
    }
  }

  private func augmentForward(to port: Int, root: Int) {
    var amount = min(wanting[root], room[port] - load[port])
    var parcel = Int(edgeParcels[marks.portEdge[port]])
    while parcel != root {
      let flowing = marks.parcelEdge[parcel]
      amount = min(amount, flow[flowing])
      parcel = Int(edgeParcels[marks.portEdge[edgePorts[flowing]]])
    }
    guard amount > 0 else { return }
    var onward = marks.portEdge[port]
    parcel = Int(edgeParcels[onward])
    while parcel != root {
      let flowing = marks.parcelEdge[parcel]
      move(from: flowing, to: onward, amount)
      onward = marks.portEdge[edgePorts[flowing]]
      parcel = Int(edgeParcels[onward])
    }
    serve(onward, amount)
  }
}
