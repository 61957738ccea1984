internal import Foundation
internal import GeoData
internal import Locating
internal import Planning
internal import Quantities
internal import Wording

/// Candidate sites on the map, and what it answers to a click on one: whom it would cover, what it costs, what it is
/// worth, and why nothing is built there. Held by the page as text, and shown by the script of reports as text only.
extension ProposalPage {
  /// More candidates than this are not drawn.
  private static let mostCandidates = 3_000
  /// More compounds than this have no lines to a site.
  private static let mostEnds = 400

  /// Those that the map answers for: what is built first, as it is listed.
  var answered: [SiteAlternative] {
    guard proposal.alternatives.count <= Self.mostCandidates else { return [] }
    let rows = Dictionary(
      proposal.sites.enumerated().map { ($1.facility.id, $0) }, uniquingKeysWith: { a, _ in a })
    let built = proposal.alternatives.filter(\.isBuilt).sorted {
      rows[$0.facility.id] ?? 0 < rows[$1.facility.id] ?? 0
    }
    return built + proposal.alternatives.filter { !$0.isBuilt }
  }

  // MARK: Drawing

  /// How a candidate is drawn.
  enum CandidateClass: String, CaseIterable {
    case equal, excluded, plain

    init(_ reasons: [SiteAlternative.Reason]) {
      switch reasons.first {
      case .equal, .tied: self = .equal
      case .excluded, .forbidden, .kindNotAllowed: self = .excluded
      default: self = .plain
      }
    }

    /// Around the origin.
    var path: String {
      switch self {
      case .equal: "M0-60L60 0L0 60L-60 0z"
      case .excluded: "M-42-42L42 42M-42 42L42-42"
      case .plain: "M-42 0a42 42 0 1 0 84 0a42 42 0 1 0-84 0z"
      }
    }
  }

  /// The sites that are not built; each tells by script why.
  func candidates(_ answered: [SiteAlternative], in frame: MapFrame) -> Markup {
    let places = proposal.candidates.places.rows
    return tag("g", ["class": "candidates"]) {
      for (row, candidate) in answered.enumerated() where !candidate.isBuilt {
        let place = candidate.facility.place
        if places.isPlaced(place) {
          let (x, y) = (frame.x(places.placeX[place]), frame.y(places.placeY[place]))
          tag(
            "path",
            [
              "class": CandidateClass(candidate.reasons).rawValue,
              "d": CandidateClass(candidate.reasons).path, "transform": "translate(\(x) \(y))",
              "data-f": "\(row)", "tabindex": "-1", "role": "button",
              "aria-label": candidate.facility.id,
            ]
          ) { tag("title") { candidate.facility.id } }
        }
      }
    }
  }

  var candidateLegend: Markup {
    let used = Set(answered.filter { !$0.isBuilt }.map { CandidateClass($0.reasons) })
    return Markup.joined(
      [
        (CandidateClass.plain, ProposalWords.candidates),
        (.excluded, ProposalWords.candidatesExcluded), (.equal, ProposalWords.candidatesEqual),
      ].filter { used.contains($0.0) }.map { candidate, words in
        tag("li") {
          tag("svg", ["class": "swatch", "viewBox": "-80 -60 160 120"]) {
            tag("g", ["class": "candidates"]) {
              tag("path", ["class": candidate.rawValue, "d": candidate.path]) {}
            }
          }
          say(words)
        }
      })
  }

  /// Picks a site by its id, for those who do not click.
  func finder(_ answered: [SiteAlternative]) -> Markup {
    tag("p", ["class": "choice finder"]) {
      tag("label") {
        say(ProposalWords.find)
        " "
        void("input", ["id": "find", "list": "compounds", "autocomplete": "off"])
      }
      tag("datalist", ["id": "compounds"]) {
        for candidate in answered { void("option", ["value": finderName(candidate)]) }
      }
      tag("small") { say(ProposalWords.whyHint) }
    }
  }

  private func finderName(_ candidate: SiteAlternative) -> String {
    candidate.facility.name.map { "\($0) \(candidate.facility.id)" } ?? candidate.facility.id
  }

  // MARK: Answers

  /// As the script of reports reads it.
  private struct Answers: Encodable {
    struct Parcel: Encodable {
      let name: String
      let id: String
      let x: Int
      let y: Int
      let a: [String]
    }

    struct Site: Encodable {
      let name: String
      let id: String
      let about: String
      let x: Int
      let y: Int
      let load: [String]
      /// Sentences, each a paragraph.
      let lines: [String]
      /// Places in the list of parcels of those in reach.
      let ends: [Int]
    }

    let clauses: [String]
    let parcels: [Parcel]
    let facilities: [Site]
    let words: [String: String]
    /// Whether the finder names sites, and not compounds.
    let findsFacilities: Bool
  }

  /// The answers as JSON; `nil` where there is nothing to ask about.
  func answers(_ answered: [SiteAlternative], in frame: MapFrame) -> String? {
    guard !answered.isEmpty else { return nil }
    let rows = city.parcels.rows
    let shown = Set(answered.flatMap { $0.parcels.prefix(Self.mostEnds) }).sorted()
      .filter { rows.isPlaced(Int($0)) }
    let numbers = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1, $0) })
    let places = proposal.candidates.places.rows
    let page = Answers(
      clauses: [],
      parcels: shown.map { Int($0) }.map { row in
        Answers.Parcel(
          name: rows.names[row] ?? rows.ids[row], id: rows.ids[row],
          x: frame.x(rows.placeX[row]), y: frame.y(rows.placeY[row]), a: [])
      },
      facilities: answered.map { candidate in
        let place = candidate.facility.place
        let isPlaced = places.isPlaced(place)
        return Answers.Site(
          name: candidate.facility.name ?? candidate.facility.id, id: candidate.facility.id,
          about: candidate.kind.map { say(imprint.kinds.all[$0].name) } ?? "",
          x: isPlaced ? frame.x(places.placeX[place]) : 0,
          y: isPlaced ? frame.y(places.placeY[place]) : 0, load: [],
          lines: lines(about: candidate),
          ends: candidate.parcels.prefix(Self.mostEnds).compactMap { numbers[$0] })
      },
      words: [
        "close": say(ReportWords.answerClose), "serves": say(ProposalWords.covers),
      ], findsFacilities: true)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(page) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func lines(about candidate: SiteAlternative) -> [String] {
    var lines: [String] = []
    if let cost = candidate.cost {
      lines.append(
        say(
          ProposalWords.costs(NumberWords.text(cost), size: size(candidate.facility.prototype))))
    }
    if let worth = candidate.worth, !candidate.isBuilt {
      lines.append(say(ProposalWords.worth(NumberWords.text(worth))))
    }
    if !candidate.units.isEmpty {
      let rows = city.units.rows
      let names = candidate.units.prefix(20).map { rows.names[Int($0)] ?? rows.ids[Int($0)] }
      lines.append(
        say(ProposalWords.helpsUnits(names.joined(separator: say(Marks.listComma)))))
    }
    if candidate.isBuilt {
      lines.append(say(ProposalWords.proposedHere))
    } else if !candidate.reasons.isEmpty {
      lines.append(
        say(ProposalWords.whyNot)
          + candidate.reasons.map(sentence).joined(separator: say(Marks.semicolon))
          + say(Marks.stop))
    }
    return lines
  }

  private func sentence(_ reason: SiteAlternative.Reason) -> String {
    switch reason {
    case .forbidden: say(ProposalWords.forbidden)
    case .kindNotAllowed: say(ProposalWords.kindNotAllowed)
    case .servesNobody: say(ProposalWords.servesNobody)
    case .tied: say(ProposalWords.tied)
    case .notChosen: say(ObjectiveWords.notChosen)
    case .beyondBudget: say(ProposalWords.beyondBudget)
    case .dearer(let amount, let isProven):
      say(ProposalWords.dearer(by: NumberWords.text(amount), isProven: isProven))
    case .equal(let site): say(ProposalWords.equal(to: name(ofSite: site)))
    case .excluded(let site, .samePlace): say(ProposalWords.samePlace(as: name(ofSite: site)))
    case .excluded(let site, .sameUnit(let unit)):
      say(
        ProposalWords.sameUnit(
          city.units.rows.names[unit] ?? city.units.rows.ids[unit], as: name(ofSite: site)))
    case .excluded(let site, .near(let metres)):
      say(ProposalWords.near(name(ofSite: site), NumberWords.length(metres: metres)))
    }
  }

  /// `new-17 (3)`, with its number on the map.
  private func name(ofSite row: Int) -> String {
    proposal.sites[row].facility.id + say(Marks.bracketed("\(row + 1)"))
  }
}
