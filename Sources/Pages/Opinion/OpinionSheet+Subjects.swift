internal import Compliance
internal import Documents
internal import Quantities
internal import Rules
internal import Wording

/// The figures of a clause, and of those whom it speaks of.
extension OpinionSheet {
  /// Subjects of a clause that are spelled out.
  private static var mostSubjects: Int { 12 }

  /// `≥ 30 m²/100户`; for what is to be within reach how far that is.
  func required(by clause: ClauseOpinion) -> Markup {
    let figure = required(by: clause.rule, clause.required, upTo: clause.requiredUpper)
    guard clause.rule.check.measuresCover, let reach = clause.rule.check.reach,
      clause.rule.unit == .percent
    else { return breakable(figure) }
    let isAll = clause.required == Amount(100)
    return Markup(say(reach.words))
      + tag("small") { isAll ? say(OpinionWords.forAll) : say(OpinionWords.forShare(figure)) }
  }

  /// A figure that may go on to the next line behind the slash of its unit, and nowhere else.
  private func breakable(_ figure: String) -> Markup {
    Markup(figure.replacing("/", with: "/\u{200B}"))
  }

  /// The figure, and for what is to be within reach how far the nearest is.
  func provided(_ subject: SubjectOpinion, _ clause: ClauseOpinion) -> Markup {
    breakable(figure(of: subject, clause))
      + (nearest(subject).map { text in tag("small") { text } } ?? Markup())
  }

  private func figure(of subject: SubjectOpinion, _ clause: ClauseOpinion) -> String {
    let figure = measured(subject.measured, by: clause.rule, against: clause.required)
    guard clause.rule.check.measuresCover, clause.rule.unit == .percent, subject.measured.isFinite
    else { return figure }
    return say(OpinionWords.covered(figure))
  }

  /// What is missing, with its unit; what is to be within reach is out of it.
  func missing(_ subject: SubjectOpinion, _ clause: ClauseOpinion) -> String {
    guard let missing = subject.shortfall else { return "–" }
    let amount = MissingWords.buildable(missing, clause.shortfallUnit, language)
    guard clause.rule.check.measuresCover, !subject.isExcess else {
      return say(MissingWords.cell(amount, isExcess: subject.isExcess))
    }
    return say(OpinionWords.outOfReach(amount))
  }

  /// `420 m² missing`, in a sentence.
  func buildable(_ missing: Amount, in unit: MeasureUnit, isExcess: Bool) -> String {
    say(
      MissingWords.phrase(MissingWords.buildable(missing, unit, language), isExcess: isExcess))
  }

  /// `nearest 612 m: …`, where a clause is about what is in reach.
  func nearest(_ subject: SubjectOpinion) -> String? {
    guard let distance = subject.distance else { return nil }
    guard distance.isFinite, let id = subject.facilities.first else {
      return say(OpinionWords.thereIsNone)
    }
    let length = NumberWords.length(metres: distance)
    return say(OpinionWords.nearest(length)) + name(ofFacility: id)
  }

  /// What there is to say of a verdict, in plain words.
  func reason(of subject: SubjectOpinion, _ clause: ClauseOpinion) -> String? {
    if subject.flags.contains(.noStandard) {
      return say(OpinionWords.figureNotStated)
    }
    return subject.reason.map { say($0) }
  }

  /// `2 of 3`
  func tally(_ subjects: [SubjectOpinion]) -> String {
    let worst = subjects.reduce(.notApplicable) { Verdict.worse($0, $1.verdict) }
    let count = subjects.count { $0.verdict == worst }
    return say(OpinionWords.tally(count, of: subjects.count))
  }

  /// Those that fail or are undecided, in a row of its own: each with its figures, or together
  /// where there is one reason for all.
  func subjectRow(_ clause: ClauseOpinion, _ open: [SubjectOpinion]) -> Markup {
    let measured = open.filter { $0.measured.isFinite || $0.reason == nil }
    let rest = open.filter { !$0.measured.isFinite && $0.reason != nil }
    var groups: [(text: String, names: [String])] = []
    for subject in rest {
      let text = details(of: subject, clause)
      if let place = groups.firstIndex(where: { $0.text == text }) {
        groups[place].names.append(name(of: subject))
      } else {
        groups.append((text, [name(of: subject)]))
      }
    }
    return tag("tr", ["class": "subjects"]) {
      tag("td", ["class": "n"]) {}
      tag("td", ["colspan": "5"]) {
        tag("ul", ["class": "plain"]) {
          for subject in measured.prefix(Self.mostSubjects) {
            subjectItem(name(of: subject), details(of: subject, clause))
          }
          if measured.count > Self.mostSubjects {
            tag("li") { more(measured.count - Self.mostSubjects) }
          }
          for group in groups.prefix(Self.mostSubjects) {
            subjectItem(list(group.names, most: Self.mostSubjects), group.text)
          }
        }
      }
    }
  }

  private func subjectItem(_ who: String, _ what: String) -> Markup {
    tag("li") {
      tag("b") { who }
      say(Marks.colon) + what
    }
  }

  private func more(_ count: Int) -> String {
    say(OpinionWords.moreSubjects(count, file: FileName.opinionJSON))
  }

  private func details(of subject: SubjectOpinion, _ clause: ClauseOpinion) -> String {
    var parts = ["\(subject.verdict.sign) \(say(subject.verdict.label))"]
    if subject.measured.isFinite {
      parts.append(figure(of: subject, clause))
      if let nearest = nearest(subject) { parts.append(nearest) }
    }
    if let amount = subject.shortfall, !clause.rule.check.measuresCover || subject.isExcess {
      parts.append(buildable(amount, in: clause.shortfallUnit, isExcess: subject.isExcess))
    }
    if !subject.flags.contains(.disputed), let reason = reason(of: subject, clause) {
      parts.append(reason)
    }
    if !subject.counts, clause.rule.force != .advisory {
      parts.append(say(OpinionWords.doesNotCount))
    }
    return parts.joined(separator: say(Marks.semicolon))
  }
}
