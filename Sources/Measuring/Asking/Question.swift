internal import Planning

/// What a rule asks of a city, without its threshold: plain values, so that equal questions of
/// different rules and packs are one, and are answered once.
///
/// A new kind of question is one file here. What it needs is named in `needs` and is answered
/// before it.
package protocol Question: Hashable, Sendable {
  associatedtype Answer: Sendable
  /// The questions whose answers it is made from.
  var needs: [any Question] { get }
}

extension Question {
  /// None, unless it says otherwise.
  package var needs: [any Question] { [] }
}

/// A question that rows, places and streets answer: asked of a part of a city, it is answered for
/// the rows that the part owns.
package protocol LocalQuestion: Question {
  /// The answer, by the rows of the city at hand.
  ///
  /// - Parameter known: The answers to what it needs.
  func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer
}

/// A local question whose answers can be carried from part to whole, and added up there.
package protocol PortableQuestion: LocalQuestion where Answer: Portable {
  /// An answer about nobody yet, to be filled from parts.
  func blank(_ frame: Frame) -> Answer
}

extension PortableQuestion {
  /// With all columns that the answer may have.
  package func blank(_ frame: Frame) -> Answer {
    Answer(parcels: frame.parcels, facilities: frame.facilities, units: frame.units.count)
  }
}

/// A question that other answers answer, however the city was cut when those were found.
package protocol DerivedQuestion: Question {
  /// The answer.
  ///
  /// - Parameters:
  ///   - frame: What is known without measuring.
  ///   - known: The answers to what it needs, for the whole city.
  func answer(in frame: Frame, _ known: Answers) async throws -> Answer
}

/// Any question as a key. Questions are deep: each is looked through once, and not whenever it is
/// looked up.
struct QuestionKey: Hashable, Sendable {
  let question: any Question
  private let digest: Int

  init(question: any Question) {
    self.question = question
    var hasher = Hasher()
    hasher.combine(ObjectIdentifier(type(of: question)))
    question.hash(into: &hasher)
    digest = hasher.finalize()
  }

  static func == (a: QuestionKey, b: QuestionKey) -> Bool {
    a.digest == b.digest && a.question.isEqual(to: b.question)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

extension Question {
  fileprivate func isEqual(to other: any Question) -> Bool {
    guard let other = other as? Self else { return false }
    return other == self
  }
}

/// Answers by question.
package struct Answers: Sendable {
  private var known: [QuestionKey: any Sendable] = [:]

  /// None yet.
  package init() {}

  /// The answer to a question.
  ///
  /// - Precondition: It was asked: a rule names its questions before it is judged.
  package subscript<Asked: Question>(_ question: Asked) -> Asked.Answer {
    guard let answer = known[QuestionKey(question: question)] as? Asked.Answer else {
      preconditionFailure("not asked: \(question)")
    }
    return answer
  }

  /// Whether a question was answered.
  func has(_ question: any Question) -> Bool { known[QuestionKey(question: question)] != nil }

  mutating func set(_ question: QuestionKey, _ answer: any Sendable) {
    known[question] = answer
  }

  /// Questions and all that they need, each once and without those that are answered, in steps:
  /// those of one step need answers of earlier steps only.
  func steps(to questions: [any Question]) -> [[QuestionKey]] {
    var depths: [QuestionKey: Int] = [:]
    var steps: [[QuestionKey]] = []
    func depth(of question: any Question) -> Int {
      let key = QuestionKey(question: question)
      if let known = depths[key] { return known }
      if known[key] != nil {
        depths[key] = -1
        return -1
      }
      let depth = question.needs.reduce(0) { max($0, depth(of: $1) + 1) }
      depths[key] = depth
      while steps.count <= depth { steps.append([]) }
      steps[depth].append(key)
      return depth
    }
    for question in questions { _ = depth(of: question) }
    return steps
  }

  /// Forgets all answers but those to these questions and to what they need.
  mutating func keep(for questions: [any Question]) {
    var wanted = Set<QuestionKey>()
    func want(_ question: any Question) {
      guard wanted.insert(QuestionKey(question: question)).inserted else { return }
      for need in question.needs { want(need) }
    }
    for question in questions { want(question) }
    known = known.filter { wanted.contains($0.key) }
  }
}
