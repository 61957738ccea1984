package import Documents
package import Planning

extension CalendarDate {
  /// A day as a reader writes it, or the month or year that is all that is known.
  package var words: LocalizedText {
    let zh =
      switch precision {
      case .year: "\(year)年"
      case .month: "\(year)年\(month)月"
      case .day: "\(year)年\(month)月\(day)日"
      }
    return LocalizedText(en: "\(self)", zh: zh)
  }
}
