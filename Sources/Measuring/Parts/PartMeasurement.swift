internal import Planning

/// What one part of a city was measured to, as bytes: the answers to all portable questions for the
/// rows that the part owns. Little-endian, as all machines are that the engine runs on.
public struct PartMeasurement: Sendable, Hashable {
  /// The bytes, to be stored or sent.
  public let bytes: [UInt8]

  /// Bytes that were stored or sent.
  public init(bytes: [UInt8]) { self.bytes = bytes }
}

/// Questions that parts answer, in an order of their own.
struct PartQuestions: Sendable {
  /// Those whose answers are carried to the whole: what judging reads, and what derived answers are
  /// made from.
  let portable: [any PortableQuestion]
  /// Those and all that they need.
  let local: [any LocalQuestion]

  init(_ asked: [any Question]) {
    var portable: [any PortableQuestion] = []
    var local: [any LocalQuestion] = []
    var seen = Set<QuestionKey>()
    func visit(_ question: any Question, isWanted: Bool) {
      if isWanted, let found = question as? any PortableQuestion {
        if seen.insert(QuestionKey(question: question)).inserted { portable.append(found) }
      } else if !(question is any LocalQuestion) {
        for need in question.needs { visit(need, isWanted: true) }
      }
    }
    for question in asked { visit(question, isWanted: true) }
    for question in Answers().steps(to: portable).joined().map(\.question) {
      if let found = question as? any LocalQuestion { local.append(found) }
    }
    self.portable = portable
    self.local = local
  }

  /// Tells these questions, asked of a city of this size, from others.
  func fingerprint(_ frame: Frame) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    add("1 \(frame.parcels) \(frame.facilities) \(frame.units.count) \(frame.hasNetwork)")
    add("\(frame.project.distances)")
    for question in portable { add("\(question)") }
    return hash
  }
}

extension MeasuredCity {
  /// Measures one part of the city for these questions.
  package func measure(
    part: Int, of cut: CityCut, _ asked: [any Question]
  ) async throws -> PartMeasurement {
    precondition(
      cut.ofParcel.count == city.parcels.count && cut.ofFacility.count == city.facilities.count,
      "a cut of another city")
    let questions = PartQuestions(asked)
    let piece = CityPart(part, of: self, cut, questions.local)
    let measurement = try await piece.measured.measure(questions.portable)
    var writer = PartWriter(piece)
    for question in questions.portable { try question.write(measurement, to: &writer) }
    var bytes: [UInt8] = []
    func append<Value: BitwiseCopyable>(_ values: [Value]) {
      values.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
    append([questions.fingerprint(frame)])
    append([Int64(piece.ownedParcels.count), Int64(piece.ownedFacilities.count)])
    append(piece.ownedParcels)
    append(piece.ownedFacilities)
    return PartMeasurement(bytes: bytes + writer.bytes)
  }
}

extension Measurement {
  /// Puts the measurements of all parts together, in any order.
  ///
  /// - Throws: `PartError` where they do not fit the questions, the city or each other.
  package init(
    merging parts: [PartMeasurement], frame: Frame, _ asked: [any Question]
  ) throws(PartError) {
    self.init(frame: frame)
    let questions = PartQuestions(asked)
    let fingerprint = questions.fingerprint(frame)
    var readers: [PartReader] = []
    for (number, part) in parts.enumerated() {
      readers.append(try PartReader(part, number: number, fingerprint: fingerprint, of: frame))
    }
    try Self.check(readers.map(\.parcels), "parcels", frame.parcels)
    try Self.check(readers.map(\.facilities), "facilities", frame.facilities)
    var merger = PartMerger(readers)
    for question in questions.portable { try question.merge(from: &merger, into: &self) }
    try merger.finish()
  }

  /// Every row is owned by one part.
  private static func check(
    _ rows: [[Int32]], _ table: String, _ count: Int
  ) throws(PartError) {
    var owners = [UInt8](repeating: 0, count: count)
    for row in rows.joined() {
      guard owners[Int(row)] == 0 else {
        throw .rowsDoNotAddUp(table: table, row: Int(row))
      }
      owners[Int(row)] = 1
    }
    if let orphan = owners.firstIndex(of: 0) {
      throw .rowsDoNotAddUp(table: table, row: orphan)
    }
  }
}

extension PartReader {
  /// Reads the head of a part.
  init(
    _ part: PartMeasurement, number: Int, fingerprint: UInt64, of frame: Frame
  ) throws(PartError) {
    self.init(number: number, bytes: part.bytes)
    let found: [UInt64] = try read(1)
    guard found == [fingerprint] else { throw .otherQuestions(part: number) }
    let counts: [Int64] = try read(2)
    guard let ownedParcels = Int(exactly: counts[0]),
      let ownedFacilities = Int(exactly: counts[1])
    else { throw .wrongLength(part: number) }
    parcels = try read(ownedParcels)
    facilities = try read(ownedFacilities)
    for (rows, count) in [(parcels, frame.parcels), (facilities, frame.facilities)] {
      if let row = rows.first(where: { $0 < 0 || Int($0) >= count }) {
        throw .unknownRow(part: number, row: Int(row))
      }
    }
  }
}

extension PortableQuestion {
  fileprivate func write(
    _ measurement: Measurement, to writer: inout PartWriter
  ) throws(PartError) {
    var answer = measurement[self]
    try answer.carry(&writer)
  }

  fileprivate func merge(
    from merger: inout PartMerger, into measurement: inout Measurement
  ) throws(PartError) {
    var answer = blank(measurement.frame)
    try answer.carry(&merger)
    measurement.set(self, answer)
  }
}
