extension ServiceModel {
  /// The bound that a certificate proves, unscaled and rounded up; `nil` if it proves nothing.
  ///
  /// Additions, comparisons and maxima of whole numbers; nothing is taken from the search but the
  /// model. Sites that the certificate replaces have to be closed in `states` by the caller, who
  /// knows what they reach.
  func bound(
    of certificate: ServiceCertificate, states: [SiteState]
  ) -> Int64? {
    guard certificate.shift == shift, states.count == siteCount,
      certificate.rows.allSatisfy(isInRange)
    else { return nil }
    let walk = CertificateWalk(certificate: certificate, evaluator: ServiceEvaluator(self))
    return walk.bound(from: states)
  }

  private func isInRange(_ row: [Int64]) -> Bool {
    row.count == clientCount && zip(row, limits).allSatisfy { $0 >= 0 && $0 <= $1 }
  }

  /// States after sites are closed and opened, the free rivals of the opened ones closed with
  /// them; `nil` if one was not free.
  func settling(
    _ states: [SiteState], closed: [Int32], opened: [Int32]
  ) -> [SiteState]? {
    var after = states
    for (sites, state) in [(closed, SiteState.closed), (opened, .open)] {
      for site in sites {
        guard after.indices.contains(Int(site)), after[Int(site)] == .free else { return nil }
        after[Int(site)] = state
      }
    }
    for site in opened {
      // A rival that is open already stays: `isEmpty` then says that nothing is left.
      for rival in settled.rivals[Int(site)] where after[Int(rival)] == .free {
        after[Int(rival)] = .closed
      }
    }
    return after
  }

  /// Whether rivals are open together, so that no answer has these states.
  func allowsNothing(_ states: [SiteState]) -> Bool {
    settled.groups.contains { group in
      group.lazy.filter { states[Int($0)] == .open }.count > 1
    }
  }
}

/// A walk through the tree of a certificate, in preorder.
private struct CertificateWalk {
  let certificate: ServiceCertificate
  let evaluator: ServiceEvaluator

  /// The least bound of all leaves and fixings; `nil` if a step does not hold.
  func bound(from states: [SiteState]) -> Int64? {
    // Not by recursion: a tree can be deeper than the stack of a task.
    var waiting = [states]
    var least: Int64?
    for step in certificate.steps {
      guard let states = waiting.popLast(), let (bound, next) = take(step, states)
      else { return nil }
      waiting += next
      if let bound { least = min(least ?? bound, bound) }
    }
    return waiting.isEmpty ? least : nil
  }

  /// What a step proves, and the states that the steps after it have to deal with, last one first.
  private func take(
    _ step: ServiceCertificate.Step, _ states: [SiteState]
  ) -> (bound: Int64?, next: [[SiteState]])? {
    switch step {
    case .leaf(let row):
      guard evaluate(row, states) else { return nil }
      if evaluator.model.allowsNothing(states) { return (certificate.target, []) }
      return (evaluator.bound.map(evaluator.model.unscaledUp) ?? certificate.target, [])
    case .split(let site):
      guard states.indices.contains(Int(site)), states[Int(site)] == .free else { return nil }
      let model = evaluator.model
      guard let closed = model.settling(states, closed: [site], opened: []),
        let open = model.settling(states, closed: [], opened: [site])
      else { return nil }
      return (nil, [closed, open])
    case .fixing(let row, let closed, let opened):
      guard evaluate(row, states), let after = fixed(states, closed: closed, opened: opened)
      else { return nil }
      return (certificate.target, [after])
    }
  }

  private func evaluate(_ row: Int32, _ states: [SiteState]) -> Bool {
    guard certificate.rows.indices.contains(Int(row)) else { return false }
    evaluator.evaluate(certificate.rows[Int(row)], states: states)
    return true
  }

  private func fixed(
    _ states: [SiteState], closed: [Int32], opened: [Int32]
  ) -> [SiteState]? {
    let model = evaluator.model
    guard let after = model.settling(states, closed: closed, opened: opened) else { return nil }
    for site in closed {
      guard let bound = evaluator.boundOpening(Int(site)) else { continue }
      guard model.unscaledUp(bound) >= certificate.target else { return nil }
    }
    for site in opened {
      guard let bound = evaluator.boundClosing(Int(site)) else { continue }
      guard model.unscaledUp(bound) >= certificate.target else { return nil }
    }
    return after
  }
}
