internal import Workers

/// What was measured: the answers, and what is known without measuring. All that judging reads.
package struct Measurement: Sendable {
  /// What is known without measuring.
  package let frame: Frame
  private(set) var answers: Answers

  /// Nothing asked yet.
  package init(frame: Frame) {
    self.frame = frame
    answers = Answers()
  }

  /// What was answered so far, for questions that follow from others.
  init(frame: Frame, answers: Answers) {
    self.frame = frame
    self.answers = answers
  }

  /// The answer to a question that was asked.
  package subscript<Asked: Question>(_ question: Asked) -> Asked.Answer { answers[question] }

  /// Asks what was not asked yet, and all that it needs: equal questions are answered once, and
  /// those that need nothing of each other side by side.
  ///
  /// - Parameter city: What answers local questions; `nil` where all of these are answered.
  package mutating func ask(_ questions: [any Question], of city: MeasuredCity?) async throws {
    for step in answers.steps(to: questions) {
      let (known, frame) = (answers, frame)
      let found = try await frame.workers.sideBySide(step) { key -> any Sendable in
        let question = key.question
        switch question {
        case let local as any LocalQuestion:
          guard let city else { preconditionFailure("no city to answer \(question)") }
          return try await local.answered(in: city, known)
        case let derived as any DerivedQuestion:
          return try await derived.answered(in: frame, known)
        default: preconditionFailure("nobody answers \(question)")
        }
      }
      for (key, answer) in zip(step, found) { answers.set(key, answer) }
    }
  }

  /// Takes an answer that was found elsewhere.
  mutating func set<Asked: Question>(_ question: Asked, _ answer: Asked.Answer) {
    answers.set(QuestionKey(question: question), answer)
  }

  /// Forgets all answers but those that these questions need.
  package mutating func keep(for questions: [any Question]) { answers.keep(for: questions) }
}

extension MeasuredCity {
  /// Answers questions and all that they need.
  package func measure(_ questions: [any Question]) async throws -> Measurement {
    var result = Measurement(frame: frame)
    try await result.ask(questions, of: self)
    return result
  }
}

extension LocalQuestion {
  func answered(in city: MeasuredCity, _ known: Answers) async throws -> any Sendable {
    try await answer(in: city, known)
  }
}

extension DerivedQuestion {
  func answered(in frame: Frame, _ known: Answers) async throws -> any Sendable {
    try await answer(in: frame, known)
  }
}
