public import Documents
internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Quantities

/// Reads project files.
public enum ProjectFile {
  /// Reads the project file at a path.
  ///
  /// - Parameters:
  ///   - path: Of the file; what it names is relative to its folder.
  ///   - vocabulary: If given, the kinds that the file names must be in it.
  /// - Throws: `DocumentFaults` with everything that is wrong in the file, or the system's error
  ///   where the file cannot be read.
  public static func read(_ path: String, vocabulary: Vocabulary? = nil) throws -> Project {
    let yaml = try DocumentText.read(path)
    return try read(yaml: yaml, path: path, vocabulary: vocabulary)
  }

  /// Reads the text of a project file.
  ///
  /// - Parameters:
  ///   - yaml: The text.
  ///   - path: Of the file that holds it; for messages and relative paths.
  ///   - vocabulary: If given, the kinds that the file names must be in it.
  /// - Throws: `DocumentFaults` with everything that is wrong.
  public static func read(
    yaml: String, path: String, vocabulary: Vocabulary? = nil
  ) throws(DocumentFaults) -> Project {
    let root = try DocumentNode(yaml: yaml, file: path)
    let reading = ProjectReading(
      reader: DocumentReader(file: path),
      folder: URL(fileURLWithPath: path).deletingLastPathComponent(), vocabulary: vocabulary)
    var project = reading.project(root)
    try reading.reader.finish()
    project.path = path
    return project
  }
}

extension ProjectFile {
  /// Reads what can be understood of a project file, with everything that is wrong in it.
  ///
  /// - Throws: The system's error where the file cannot be read, `DocumentFaults` where it is no YAML.
  public static func look(
    _ path: String, vocabulary: Vocabulary? = nil
  ) throws -> (project: Project, faults: [DocumentFault]) {
    let yaml = try DocumentText.read(path)
    let root = try DocumentNode(yaml: yaml, file: path)
    let reading = ProjectReading(
      reader: DocumentReader(file: path),
      folder: URL(fileURLWithPath: path).deletingLastPathComponent(), vocabulary: vocabulary)
    var project = reading.project(root)
    project.path = path
    return (project, reading.reader.faults)
  }
}

/// One reading of a project file.
struct ProjectReading {
  let reader: DocumentReader
  let folder: URL
  let vocabulary: Vocabulary?

  static let keys = [
    "schema", "name", "packs", "as_of", "planned", "scope", "level", "layers", "assumptions",
    "statistics", "parameters", "working_crs", "distances", "attribution", "note", "rules",
    "letterhead", "targets", "propose",
  ]
  static let attributions = ["on_site", "fair", "pooled", "in_reach"]

  func project(_ root: DocumentNode) -> Project {
    var project = Project()
    guard let fields = reader.fields(root, of: "the project", allowed: Self.keys) else {
      return project
    }
    if let node = fields.required("schema"), node.scalar != "1" {
      reader.report(node, "schema must be 1, the only version there is")
    }
    if let node = fields["name"], let name = reader.localized(node, "name") { project.name = name }
    project.packs = fields.texts("packs").map(resolvedPack)
    project.asOf = fields["as_of"].flatMap { day($0, "as_of") }
    project.countsPlanned = fields["planned"].flatMap { reader.flag($0, "planned") } ?? false
    project.isComplete = fields["scope"].flatMap { choice($0, "scope", Self.scopes) } == "complete"
    if let node = fields["level"], let level = level(node) { project.level = level }
    if let node = fields.required("layers") { project.layers = layers(node) }
    let planning = (project.layers.units.compactMap(\.level) + [project.level])
      .filter(\.isOfPlanning)
    if let node = fields["assumptions"] { project.assumptions = assumptions(node) }
    if let node = fields["statistics"] { project.statistics = statistics(node, planning) }
    if let node = fields["targets"] { project.targets = targets(node) }
    if let node = fields["parameters"] { project.parameters = parameters(node) }
    project.workingCRS = fields["working_crs"].flatMap(workingCRS)
    if let node = fields["distances"] { project.distances = distances(node, fields["working_crs"]) }
    project.attribution = fields["attribution"].flatMap {
      choice($0, "attribution", Self.attributions)
    }
    if let node = fields["rules"] { project.rules = chosenRules(node) }
    if let node = fields["letterhead"] { project.letterhead = letterhead(node) }
    if let node = fields["propose"] { project.propose = proposal(node, &project.layers) }
    project.note = fields["note"].flatMap { reader.localized($0, "note") }
    return project
  }

  private static let scopes = ["complete", "partial"]

  /// A list of rules, or `{only: …, except: …, topics: …}`.
  private func chosenRules(_ node: DocumentNode) -> Project.ChosenRules {
    var rules = Project.ChosenRules()
    guard case .mapping = node.content else {
      rules.only = reader.texts(node, "rules") ?? []
      return rules
    }
    guard let fields = reader.fields(node, of: "rules", allowed: ["only", "except", "topics"])
    else { return rules }
    rules.only = fields.texts("only")
    rules.except = fields.texts("except")
    rules.topics = fields.texts("topics")
    return rules
  }

  // MARK: Values

  func choice(_ node: DocumentNode, _ what: String, _ words: [String]) -> String? {
    guard let word = reader.text(node, what) else { return nil }
    let ours = ProjectWords.ours(word, at: what)
    if words.contains(ours) { return ours }
    reader.report(node, "unknown \(what) '\(word)'\(Spelling.choice(for: word, among: words))")
    return nil
  }

  /// A level of administration, by any word for it, or one of planning by its name.
  func level(_ node: DocumentNode) -> UnitLevel? {
    guard let word = reader.text(node, "level") else { return nil }
    if let level = UnitLevel(rawValue: word) { return level }
    let known = UnitLevel.administrative.map(\.rawValue)
    guard let aliases = vocabulary?.aliases ?? (try? .builtIn()) else { return nil }
    let level = aliases.level(named: word)
    guard level.isOfPlanning else { return level }
    let isTaken = Self.noLevels.contains(word) || !word.contains(where: \.isLetter)
    if isTaken || Spelling.nearest(to: word, among: known) != nil {
      reader.report(node, "unknown level '\(word)'\(Spelling.choice(for: word, among: known))")
      return nil
    }
    return level
  }

  /// What rules speak of that is no unit.
  private static let noLevels: Set = ["parcel", "parcels", "facility", "facilities", "plan"]

  private func day(_ node: DocumentNode, _ what: String) -> CalendarDate? {
    guard let written = reader.text(node, what) else { return nil }
    let date = CalendarDate(written)?.firstDay
    if let date, date.description == written || CalendarDate(chinese: written) == date {
      return date
    }
    let hint = FaultHint(date.map { "; write '\($0)' if that is meant" })
    reader.report(node, "\(what) must be a day such as 2025-12-31, not '\(written)'\(hint)")
    return nil
  }

  /// A pack given as a path is resolved like every other path; an id stays as it is.
  private func resolvedPack(_ pack: String) -> String {
    pack.contains("/") || pack.hasSuffix(".yaml") || pack.hasSuffix(".yml") ? resolved(pack) : pack
  }

  func resolved(_ path: String) -> String {
    // A connection to a database is no path.
    LayerFiles.isDatabase(path)
      ? path : URL(fileURLWithPath: path, relativeTo: folder).standardizedFileURL.path
  }

  /// The text of a CRS that can be used.
  func crs(_ node: DocumentNode, _ what: String) -> (text: String, crs: CRS)? {
    guard let written = reader.text(node, what) else { return nil }
    do {
      return (written, try CRS(parsing: written))
    } catch {
      reader.report(node, "\(what): \(error.text)")
      return nil
    }
  }

  private func workingCRS(_ node: DocumentNode) -> String? {
    guard let (text, crs) = crs(node, "working_crs") else { return nil }
    if let fault = crs.workingFault {
      reader.report(node, "working_crs: \(fault)")
      return nil
    }
    return text
  }

  private func distances(_ node: DocumentNode, _ crs: DocumentNode?) -> Project.Distances {
    let words = Project.Distances.allCases.map(\.rawValue)
    let distances = choice(node, "distances", words).flatMap(Project.Distances.init) ?? .ground
    if distances == .plane, crs == nil {
      reader.report(
        node, "distances in a plane are those of a stated one: state its CRS as `working_crs`")
    }
    return distances
  }

  // MARK: Sections

  private func letterhead(_ node: DocumentNode) -> Letterhead {
    var result = Letterhead()
    guard
      let fields = reader.fields(
        node, of: "letterhead", allowed: ["bureau", "title", "number", "copies_to"])
    else { return result }
    result.bureau = fields.optionalLocalized("bureau")
    result.title = fields.optionalLocalized("title")
    result.number = fields.optionalText("number")
    result.copies = fields.texts("copies_to")
    return result
  }

  private func assumptions(_ node: DocumentNode) -> Project.Assumptions {
    var result = Project.Assumptions()
    guard
      let fields = reader.fields(
        node, of: "assumptions", allowed: ["persons_per_household", "detour", "status", "urban"])
    else { return result }
    result.personsPerHousehold = fields["persons_per_household"].flatMap {
      amount($0, "persons_per_household", atLeast: Amount(micros: 1), "more than 0")
    }
    result.detour = fields["detour"].flatMap {
      amount(
        $0, "detour", atLeast: Amount(1), "at least 1: a walk is not shorter than the straight line"
      )
    }
    result.status = fields["status"].flatMap {
      choice($0, "status", ParcelStatus.allCases.map(\.rawValue)).flatMap(ParcelStatus.init)
    }
    result.urban = fields["urban"].flatMap { reader.flag($0, "urban") }
    return result
  }

  private func amount(
    _ node: DocumentNode, _ what: String, atLeast least: Amount, _ bound: FaultText
  ) -> Amount? {
    guard let amount = reader.amount(node, what) else { return nil }
    if amount >= least { return amount }
    reader.report(node, "\(what) must be \(bound)")
    return nil
  }

  /// Figures by the names of rules.
  private func targets(_ node: DocumentNode) -> [Project.StatedTarget] {
    var result: [Project.StatedTarget] = []
    for pair in reader.anyFields(node, of: "targets")?.pairs ?? [] {
      guard let name = reader.text(pair.key, "a rule's name"),
        let figure = reader.amount(pair.value, name)
      else { continue }
      if figure < .zero {
        reader.report(pair.value, "\(name) must not be below 0: \(figure)")
        continue
      }
      result.append(
        Project.StatedTarget(name: name, amount: figure, decimals: pair.value.decimals))
    }
    return result
  }

  private func parameters(_ node: DocumentNode) -> [String: Amount] {
    var result: [String: Amount] = [:]
    for pair in reader.anyFields(node, of: "parameters")?.pairs ?? [] {
      guard let name = reader.text(pair.key, "a parameter's name") else { continue }
      let figure = reader.amount(pair.value, name)
      // Also that of one pack: `shangqiu-2022.walking_speed`.
      if let figure, figure <= .zero, name.split(separator: ".").last == "walking_speed" {
        reader.report(pair.value, "\(name) must be more than 0, not '\(figure)'")
      }
      result[name] = figure
    }
    return result
  }

  private func statistics(
    _ node: DocumentNode, _ planning: [UnitLevel]
  ) -> [DeclaredStatistics] {
    var result: [DeclaredStatistics] = []
    for item in reader.list(node, "statistics") ?? [] {
      guard let fields = reader.anyFields(item, of: "a statistic"),
        let unit = fields.required("unit"), let subject = subject(unit, planning)
      else { continue }
      var declared = DeclaredStatistics(subject: subject, figures: [:])
      for pair in fields.pairs {
        guard let name = pair.key.scalar, name != "unit" else { continue }
        // A word cannot be taken for a misspelt number.
        if let word = pair.value.scalar, word.first?.isLetter == true {
          declared.words[name] = word
        } else {
          declared.figures[name] = reader.amount(pair.value, name)
        }
      }
      if result.contains(where: { $0.subject == subject }) {
        reader.report(unit, "this unit has statistics already; put its figures in one entry")
      }
      result.append(declared)
    }
    return result
  }

  private func subject(
    _ node: DocumentNode, _ planning: [UnitLevel]
  ) -> DeclaredStatistics.Subject? {
    if node.scalar != nil {
      let levels = UnitLevel.administrative + planning
      return choice(node, "unit", levels.map(\.rawValue) + ["plan"])
        .map { .territory($0) }
    }
    guard let fields = reader.fields(node, of: "unit", allowed: ["level", "id"]),
      let levelNode = fields.required("level"),
      let level = level(levelNode), let id = fields.text("id")
    else { return nil }
    return .unit(level, id: id)
  }
}
