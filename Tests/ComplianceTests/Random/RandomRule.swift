/// One rule of a random pack; what it says of other rules stands apart from what it asks.
struct RandomRule {
  /// Few, so that rules of two packs often share one.
  static let topics = ["elder-circle", "elder-land", "childcare-circle", "life-circle"]

  var id: String
  /// The pack that it is written in.
  let origin: String
  let topic: String
  var subjects: [String] = []
  /// What it asks, but for what it says of other rules.
  var lines: [String] = []
  /// What it counts, where it counts units or parcels.
  var counting: String?
  /// The rules that a parcel must pass to be counted.
  var passing: [String] = []
  var conflictsWith: [String] = []
  var alternativeTo: [String] = []

  init(id: String, origin: String, topic: String) {
    self.id = id
    self.origin = origin
    self.topic = topic
  }

  /// Whether a rule that counts parcels may ask for it.
  var isAboutParcels: Bool { subjects == ["parcel"] && counting == nil }

  /// Takes the line of its subjects apart.
  mutating func takeSubjects() {
    let key = "subject: "
    guard let index = lines.firstIndex(where: { $0.hasPrefix(key) }) else { return }
    subjects = lines.remove(at: index).dropFirst(key.count)
      .split { "[], ".contains($0) }.map(String.init)
  }

  var yaml: String {
    func list(_ names: [String]) -> String { "[\(names.joined(separator: ", "))]" }
    var all = [
      "id: \(id)", "clause: \"1\"", "says: {en: Something., zh: 某事。}", "means: \(topic)",
      "subject: \(subjects.count == 1 ? subjects[0] : list(subjects))",
    ]
    all += lines
    if let counting {
      let others = passing.isEmpty ? "" : ", passing: \(list(passing))"
      all.append("counting: {\(counting)\(others)}")
    }
    if !conflictsWith.isEmpty { all.append("conflicts_with: \(list(conflictsWith))") }
    if !alternativeTo.isEmpty { all.append("alternative_to: \(list(alternativeTo))") }
    return "  - " + all.joined(separator: "\n    ")
  }
}
