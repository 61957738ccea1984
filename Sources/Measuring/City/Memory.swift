internal import Synchronization

/// What was found out already, by question: for work that asks the same again and again, such as the
/// review of a plan.
///
/// A final class behind a lock: questions are answered side by side. What is asked twice at a time is
/// answered twice, alike.
package final class Memory: Sendable {
  private struct Key: Hashable, Sendable {
    let question: any Hashable & Sendable

    static func == (a: Key, b: Key) -> Bool {
      AnyHashable(a.question) == AnyHashable(b.question)
    }

    func hash(into hasher: inout Hasher) { question.hash(into: &hasher) }
  }

  private let known = Mutex<[Key: any Sendable]>([:])

  /// Nothing known yet.
  package init() {}

  /// The answer to a question, made when it is asked first.
  package func answer<Answer: Sendable>(
    to question: some Hashable & Sendable, _ make: () async throws -> Answer
  ) async rethrows -> Answer {
    let key = Key(question: question)
    if let answer = known.withLock({ $0[key] }) as? Answer { return answer }
    let made = try await make()
    known.withLock { $0[key] = made }
    return made
  }

  /// The answer to a question, kept until another question is asked under the same heading: for answers
  /// that are big, and are asked for again soon or never.
  package func latestAnswer<Answer: Sendable, Question: Hashable & Sendable>(
    under heading: some Hashable & Sendable, to question: Question,
    _ make: () async throws -> Answer
  ) async rethrows -> Answer {
    let key = Key(question: heading)
    let latest = known.withLock { $0[key] } as? Latest<Question, Answer>
    if let latest, latest.question == question { return latest.answer }
    let made = try await make()
    known.withLock { $0[key] = Latest(question: question, answer: made) }
    return made
  }

  private struct Latest<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
    let question: Question
    let answer: Answer
  }
}
