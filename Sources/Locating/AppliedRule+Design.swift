internal import Rules

extension AppliedRule {
  /// Whether it asks something of a facility itself that counts: what is asked of it by what is around it is no matter of
  /// its design.
  var isAboutDesign: Bool {
    self.subject == .facility && self.force != .advisory && !self.check.measuresCover
      && self.check.reach == nil
  }
}
