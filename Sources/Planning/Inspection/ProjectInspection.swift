internal import Documents
internal import GeoFiles
public import Workers

/// What is in the files of a project, and what is to be done before it runs and before its answers are whole.
public struct ProjectInspection: Sendable, Hashable {
  /// Something to solve, or to know, in one of the files.
  public struct Item: Sendable, Hashable {
    /// As the project names it.
    public let path: String
    /// `parcels`, `facilities`, `units`, `entrances` or `plan`.
    public let role: String
    /// What it is.
    public let problem: LayerInspection.Problem
  }

  /// In the order of the project, without those that cannot be read.
  public let files: [LayerInspection]
  /// In the order of what to do: what keeps a run from starting, then what leaves rows out, the most first, then
  /// what is to be known.
  public let items: [Item]

  /// Of a project without files.
  public static let none = ProjectInspection(files: [], items: [])

  /// Whether a run would start.
  public var isUsable: Bool { !items.contains { $0.problem.severity == .error } }
}

extension Inspection {
  /// Looks into all files of a project at once; where each can be used by itself, at how they go together, too.
  public static func inspect(
    _ project: Project, vocabulary: Vocabulary, workers: Workers
  ) async throws -> ProjectInspection {
    var reading = ProjectFilesReading(vocabulary: vocabulary, workers: workers)
    for role in LayerRole.allCases {
      for source in project.layers.sources(of: role) {
        await reading.read(source) { InspectedFile($0, as: role, source, vocabulary) }
      }
    }
    let cityFiles = reading.files
    for source in project.layers.plan {
      await reading.read(source, role: "plan") { InspectedFile(plan: $0, source, vocabulary) }
    }
    for source in project.layers.planFacilities {
      await reading.read(source, role: "plan") {
        InspectedFile($0, as: .facilities, source, vocabulary)
      }
    }
    return try await reading.inspection(of: project, city: cityFiles)
  }
}

/// The files of a project while they are looked into.
private struct ProjectFilesReading {
  let vocabulary: Vocabulary
  let workers: Workers
  private(set) var files: [InspectedFile] = []
  private var unread: [ProjectInspection.Item] = []

  init(vocabulary: Vocabulary, workers: Workers) {
    self.vocabulary = vocabulary
    self.workers = workers
  }

  mutating func read(
    _ source: LayerSource, role: String? = nil, _ look: (Layer) -> InspectedFile
  ) async {
    do throws(CityLoadError) {
      files.append(look(try await SourceFile.layer(source, workers)))
    } catch {
      unread += error.faults.map {
        ProjectInspection.Item(
          path: source.path, role: role ?? "",
          problem: LayerInspection.Problem(.fault($0.text), rows: 0, firstRow: nil))
      }
    }
  }

  /// - Parameter cityFiles: Those that are not of the plan.
  func inspection(
    of project: Project, city cityFiles: [InspectedFile]
  ) async throws -> ProjectInspection {
    var inspections: [LayerInspection] = []
    if unread.isEmpty, !cityFiles.isEmpty, files.allSatisfy({ $0.faults.isEmpty }) {
      inspections = try await together(project, cityFiles)
    } else {
      for file in files { inspections.append(try await alone(file, in: project)) }
    }
    let items = inspections.flatMap { file in
      file.problems.map {
        ProjectInspection.Item(path: file.path, role: file.role, problem: $0)
      }
    }
    return ProjectInspection(files: inspections, items: Self.inOrder(unread + items))
  }

  private func alone(_ file: InspectedFile, in project: Project) async throws -> LayerInspection {
    try await Inspection.inspection(of: file, on: project.asOf, vocabulary, workers)
  }

  /// As a run reads them.
  private func together(
    _ project: Project, _ cityFiles: [InspectedFile]
  ) async throws -> [LayerInspection] {
    var loading = CityLoading(
      project: project, vocabulary: vocabulary, workers: workers, progress: nil,
      sources: InspectedFile.sources(of: cityFiles))
    let city: City
    do {
      city = try await loading.run()
    } catch let error as CityLoadError {
      return try await blamed(error)
    }
    var rejected = city.rejected
    var notes = city.notes
    let planFiles = Array(files.dropFirst(cityFiles.count))
    if !planFiles.isEmpty {
      var planning = CityLoading(
        project: project, vocabulary: vocabulary, workers: workers, progress: nil,
        sources: InspectedFile.sources(of: planFiles))
      let plan = try await planning.plan(for: city)
      rejected += plan.rejected
      notes += plan.notes
    }
    let lost = city.lostLayers
    // Of two layers of one file in one role all is told with the first.
    var told: Set<[String]> = []
    return files.map { file in
      let isFirst = told.insert([file.role, file.source.path]).inserted
      func isOf(_ layer: String, _ path: String) -> Bool {
        let role = layer.hasPrefix("plan_") ? "plan" : layer
        return isFirst && role == file.role && path == file.source.path
      }
      let problems =
        lost.filter { $0.file == file.source.path }
        .map { LayerInspection.Problem(.fault($0.text), rows: 0, firstRow: nil) }
        + InspectedFile.summary(
          rejected.filter { isOf($0.layer, $0.file) }, notes.filter { isOf($0.layer, $0.file) })
      return file.inspection(
        problems, leftOut: file.role == LayerRole.facilities.rawValue ? city.leftOut : [:],
        vocabulary)
    }
  }

  /// With what is wrong with all of them together.
  private func blamed(_ error: CityLoadError) async throws -> [LayerInspection] {
    var inspections: [LayerInspection] = []
    for (index, file) in files.enumerated() {
      var file = file
      file.faults = error.faults.filter {
        $0.file == file.source.path || ($0.file == nil && index == 0)
      }
      inspections.append(
        file.faults.isEmpty
          ? try await alone(file, in: Project()) : file.inspection(nil, vocabulary))
    }
    return inspections
  }

  private static func inOrder(_ items: [ProjectInspection.Item]) -> [ProjectInspection.Item] {
    func rank(_ item: ProjectInspection.Item) -> Int {
      switch item.problem.severity {
      case .error: 0
      case .rejected: 1
      case .note: 2
      }
    }
    return items.enumerated().sorted { a, b in
      let (first, second) = (rank(a.element), rank(b.element))
      if first != second { return first < second }
      let (more, less) = (a.element.problem.rows, b.element.problem.rows)
      return first == 0 || more == less ? a.offset < b.offset : more > less
    }.map(\.element)
  }
}
