/// The fills of parcels on the map: the overall verdict, and how many clauses fail. In the order of
/// drawing: what fails most is drawn last, so that nothing covers it.
enum ParcelClass: String, CaseIterable, Sendable {
  case notApplicable = "not_applicable"
  case pass
  case unknown
  case failsFew = "fail1"
  case failsSome = "fail2"
  case failsMany = "fail3"
}
