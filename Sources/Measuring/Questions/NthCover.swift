internal import Planning

/// How far each parcel is from so many of several kinds of facilities, and how much of it lies within
/// reach of so many: its share within reach of the one that it has least of among the best ones.
///
/// Of three kinds of which two are asked for it is the second largest of the three shares, and the
/// second nearest of the three facilities that are nearest. Of a parcel whose parts reach different
/// kinds that is the share of no single point; it is all of the parcel only where two kinds are each
/// within reach of all of it.
package struct NthCover: DerivedQuestion {
  package typealias Answer = Cover.Answer

  /// One a kind, or a group of kinds.
  package let covers: [Cover]
  /// Which one counts, from 1.
  package let nth: Int

  package init(_ covers: [Cover], nth: Int = 1) {
    precondition((1...covers.count).contains(nth), "one of the covers")
    self.covers = covers
    self.nth = nth
  }

  package var needs: [any Question] { covers }

  package func answer(in frame: Frame, _ known: Answers) async throws -> Cover.Answer {
    let answers = covers.map { known[$0] }
    if answers.count == 1 { return answers[0] }
    var result = Cover.Answer(parcels: frame.parcels, facilities: 0, units: 0)
    for row in 0..<frame.parcels {
      result.share[row] = answers.map { $0.share[row] }.sorted(by: >)[nth - 1]
      result.shareAtBest[row] = answers.map { $0.shareAtBest[row] }.sorted(by: >)[nth - 1]
      result.shareOfWorstGate[row] =
        answers.map { $0.shareOfWorstGate[row] }.sorted(by: >)[nth - 1]
      let near = answers.indices.sorted {
        (answers[$0].distance[row], $0) < (answers[$1].distance[row], $1)
      }[nth - 1]
      result.nearest[row] = answers[near].nearest[row]
      result.distance[row] = answers[near].distance[row]
      result.isLost[row] = answers.contains { $0.isLost[row] }
      result.mayReach[row] = answers.contains { $0.mayReach[row] }
      result.isApart[row] = answers.contains { $0.isApart[row] }
    }
    return result
  }
}
