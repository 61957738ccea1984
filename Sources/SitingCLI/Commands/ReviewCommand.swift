import ArgumentParser
import Compliance
import Documents
import Foundation
import Locating
import Measuring
import Planning
import Publishing
import Rules
import Wording
import Workers

struct ReviewCommand: AsyncParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Judge new housing plans before approval, clause by clause, and say what is missing.",
    discussion: """
      A plan is a file with its parcels (households, population) and its planned facilities: rows
      with a facility kind are facilities. A plan may be of facilities only. A folder is all plans
      in it; PLAN.facilities.geojson beside PLAN.geojson holds the facilities of that plan.
        siting review plan.geojson --project project.yaml --out opinion
        siting review plans/ --project project.yaml --together

      Clauses are told apart by duty: what the project itself must provide is its developer's, what
      is around it the authorities'. Ends with 1 if a clause that is not advisory fails, else with 65
      if missing data leaves one undecided, else with 0; --duty says whose clauses decide that.
      """)

  @Argument(
    help: "Plans: files, or folders of files. Default: the plan that the project names.",
    completion: .file())
  var plans: [String] = []

  @Option(help: "The project file of the city.", completion: .file(extensions: ["yaml", "yml"]))
  var project: String

  @Option(help: "Planned facilities in a file of their own (for a single plan).")
  var planFacilities: [String] = []

  @Option(help: "The folder to write; with several plans one folder in it for each.")
  var out = "opinion"

  @Option(name: .customLong("pack"), help: "A rule pack: built-in id or path (may be repeated).")
  var packs: [String] = []

  @OptionGroup(title: "Rules") var rules: RuleOptions

  @Option(help: "Whose clauses decide the conclusion and the status: developer, authority or all.")
  var duty = DutyChoice.all

  @OptionGroup(title: "Form") var form: FormOptions

  @Option(help: "CRS of plans in tables (CSV), which state none, such as EPSG:4547.")
  var crs: String?

  @Flag(help: "Count facilities of the city that are under construction, planned or not open yet.")
  var planned = false

  @Flag(help: "Review plans in the order given, each with those before it built.")
  var together = false

  @Flag(help: "Also print the opinion to PDF, if a browser is installed.")
  var pdf = false

  @Flag(help: "Leave out what the plan does to others.")
  var noEffects = false

  @Flag(help: "Leave out what would make the plan pass.")
  var noRemedy = false

  @Flag(help: "Print what opinion.json holds on standard output; of several plans a list of it.")
  var json = false

  @OptionGroup var shared: SharedOptions
  @OptionGroup var computing: WorkerOptions

  func run() async throws {
    let console = shared.console
    try InputError.check(project)
    var project = try ProjectFile.read(self.project)
    if !packs.isEmpty { project.packs = packs }
    if planned { project.countsPlanned = true }
    project.letterhead = form.letterhead(project.letterhead)
    project = try project.workingOnItsNetwork()
    let rulePacks = try project.rulePacks(stated: packs)
    let vocabulary = try project.vocabulary(of: rulePacks)
    let submissions = try PlanSubmission.all(
      plans, facilities: planFacilities, crs: crs, project: project)
    try form.check(count: submissions.count)
    let isMade = try submissions.count > 1 && ReviewOutcome.makeFolder(out)
    // It stays if it holds anything.
    defer { if isMade { rmdir(out) } }
    func folder(_ submission: PlanSubmission) -> String {
      submissions.count == 1 ? out : "\(out)/\(submission.folderName)"
    }
    for submission in submissions { try Publication.check(folder(submission)) }
    let ahead = NetworkAhead(project.layers.network, workers: computing.workers)
    var city = try await project.city(vocabulary, workers: computing.workers) {
      console.progress($0.label[console.language])
    }
    city.tellPlane(console)
    console.note(
      console.say(
        TerminalWords.loadedForReview(
          parcels: city.parcels.count, facilities: city.facilities.count))
        + " (\(console.elapsed))")
    for said in [city.missingDaySentence, city.leftOutSentence].compactMap({ $0 }) {
      console.note(said[console.language])
    }
    var outcome = ReviewOutcome(console: console)
    let hashes = FileHashes()
    if together {
      for submission in submissions {
        let network = try await CityNetwork.load(
          for: city, ahead: ahead, workers: computing.workers)
        let reviewer = try await PlanReviewer(
          city: city, packs: rulePacks, vocabulary: vocabulary.kinds, network: network,
          workers: computing.workers, choice: rules.choice(project))
        console.progress(submission.name)
        let result = await opinion(
          on: submission, by: reviewer, to: folder(submission), vocabulary, hashes,
          workers: computing.workers)
        if case .success(let opinion) = result { city = city.with(opinion.review.plan) }
        outcome.add(result, of: submission.name, self)
      }
    } else {
      let network = try await city.network(console, ahead: ahead, workers: computing.workers)
      let reviewer = try await PlanReviewer(
        city: city, packs: rulePacks, vocabulary: vocabulary.kinds, network: network,
        workers: computing.workers, choice: rules.choice(project))
      console.note(
        console.say(TerminalWords.measured) + " (\(console.elapsed))")
      // Several plans: one a core; a single one: both cores for it.
      let isSingle = submissions.count == 1
      let workers = isSingle ? computing.workers : Workers(count: 1)
      let lanes = isSingle ? 1 : computing.workers.count
      var results = [Result<Opinion, any Error>?](repeating: nil, count: submissions.count)
      try await withThrowingTaskGroup(of: (Int, Result<Opinion, any Error>).self) { group in
        var next = 0
        func start() {
          let index = next
          let submission = submissions[index]
          let target = folder(submission)
          group.addTask {
            let result = await opinion(
              on: submission, by: reviewer, to: target, vocabulary, hashes, workers: workers)
            return (index, result)
          }
          next += 1
        }
        while next < min(lanes, submissions.count) { start() }
        while let (index, result) = try await group.next() {
          results[index] = result
          console.progress("\(index + 1)/\(submissions.count) \(submissions[index].name)")
          if next < submissions.count { start() }
        }
      }
      for (submission, result) in zip(submissions, results) {
        if let result { outcome.add(result, of: submission.name, self) }
      }
    }
    if submissions.count > 1 { try await outcome.summarise(in: out, self) }
    try outcome.finish(isSingle: submissions.count == 1, json: json)
  }

  /// Reviews a plan and publishes what was found.
  private func opinion(
    on submission: PlanSubmission, by reviewer: PlanReviewer, to folder: String,
    _ vocabulary: Vocabulary, _ hashes: FileHashes, workers: Workers
  ) async -> Result<Opinion, any Error> {
    do {
      var plan = try await PlanLoader.load(
        submission.sources, facilitySources: submission.facilitySources, name: submission.name,
        for: reviewer.city, vocabulary: vocabulary, workers: workers)
      plan.facts.merge(form.facts)
      let review = try await reviewer.review(plan, options: options, workers: workers)
      var publishing = OpinionPublication.Options(
        language: shared.language, reviewed: options, workers: workers,
        engineVersion: engineVersion, pdf: pdf)
      publishing.hashes = hashes
      let published = try await OpinionPublication.publish(
        review, to: folder, options: publishing)
      let document = json ? try await OpinionDocument(review, options: publishing) : nil
      return .success(
        Opinion(review: review, folder: folder, document: document, notes: published.notes))
    } catch {
      return .failure(error)
    }
  }

  /// Whose clauses decide.
  var duties: Set<Duty> { duty.duties }

  /// What a review is to contain.
  var options: PlanReviewer.Options {
    var options = PlanReviewer.Options()
    options.duties = duties
    options.withEffects = !noEffects
    options.withRemedy = !noRemedy
    return options
  }
}
