internal import Documents
internal import Quantities

extension ProjectReading {
  private static let proposalKeys = [
    "build", "candidates", "only", "except", "topics", "one_per", "spacing", "budget", "extend",
    "stages", "trade_off",
    "objective", "sites", "reach", "demand", "seconds", "iterations", "seed",
  ]

  /// The section `propose`: the options of the command, in its words.
  ///
  /// - Parameter layers: Gets the layer of candidates, where one is named here.
  func proposal(_ node: DocumentNode, _ layers: inout Project.Layers) -> ProposalSettings {
    var result = ProposalSettings()
    guard let fields = reader.fields(node, of: "propose", allowed: Self.proposalKeys) else {
      return result
    }
    result.build = fields["build"].map(words) ?? []
    if let node = fields["candidates"] { result.candidates = candidates(node, fields, &layers) }
    result.goals.only = fields.texts("only")
    result.goals.except = fields.texts("except")
    result.goals.topics = fields.texts("topics")
    result.onePer = fields["one_per"].flatMap(level)
    result.spacing = fields["spacing"].flatMap { above(0, $0, "spacing", below: 100_000) }
    result.budget = fields["budget"].flatMap { node in
      reader.amount(node, "budget").flatMap { amount in
        if amount >= .zero { return amount }
        reader.report(node, "'budget' is a number from 0 up")
        return nil
      }
    }
    result.extends = fields["extend"].flatMap { reader.flag($0, "extend") } ?? false
    result.stages = fields["stages"].map(stages) ?? []
    result.wantsTradeOff = fields["trade_off"].flatMap { reader.flag($0, "trade_off") } ?? false
    // As `ObjectiveRegistry` has them, of which this knows nothing; with a hyphen, too.
    result.objective = fields["objective"].flatMap { node in
      let words = ["lscp", "mclp", "p-median", "p-center"]
      return choice(node, "objective", words + words.map { $0.replacing("-", with: "_") })
    }
    result.sites = fields["sites"].flatMap { whole($0, "sites", from: 0) }
    result.reach = fields["reach"].flatMap { above(0, $0, "reach", below: 49_000) }
    result.demand = fields["demand"].flatMap { choice($0, "demand", ["residents", "clause"]) }
    result.seconds = fields["seconds"].flatMap { above(0, $0, "seconds", below: 1_000_000) }
    result.iterations = fields["iterations"].flatMap { whole($0, "iterations", from: 1) }
    result.seed = fields["seed"].flatMap { whole($0, "seed", from: 0) }.map { UInt64($0) }
    return result
  }

  /// `{2026: 500, 2027: 300}`, or the same as the option has it.
  private func stages(_ node: DocumentNode) -> [StatedStage] {
    var stages: [StatedStage]?
    if case .mapping(let pairs) = node.content {
      let known = pairs.compactMap { pair in
        StatedStage(year: pair.key.scalar ?? "", budget: pair.value.scalar ?? "")
      }
      if known.count == pairs.count, StatedStage.areAscending(known) { stages = known }
    } else if let text = node.scalar {
      stages = StatedStage.all(in: text)
    }
    if let stages { return stages }
    reader.report(
      node, "'stages' has the money of years, one later than the other, as {2026: 500, 2027: 300}")
    return []
  }

  /// One text, or a list of texts, each with its place.
  private func words(_ node: DocumentNode) -> [StatedWord] {
    var items = [node]
    if case .sequence(let list) = node.content { items = list }
    return items.compactMap { item in
      reader.text(item, "build").map { StatedWord($0, file: reader.file, item) }
    }
  }

  private func candidates(
    _ node: DocumentNode, _ fields: Fields, _ layers: inout Project.Layers
  ) -> CandidatePlaces? {
    if let word = node.scalar {
      if let places = CandidatePlaces(word) { return places }
      if let name = CandidatePlaces.name(in: word) {
        reader.report(node, "'\(name)' takes metres from 10 up, such as \(name):250")
        return nil
      }
    }
    let stated = sources(fields, "candidates")
    if !layers.candidates.isEmpty {
      reader.report(node, "candidates are named under 'layers', too; name them once")
    }
    layers.candidates = stated
    return nil
  }

  private func above(
    _ least: Double, _ node: DocumentNode, _ what: String, below most: Double
  ) -> Double? {
    guard let amount = reader.amount(node, what) else { return nil }
    if amount.double > least, amount.double < most { return amount.double }
    reader.report(node, "'\(what)' must be more than 0 and less than \(Amount(Int(most)))")
    return nil
  }

  private func whole(_ node: DocumentNode, _ what: String, from least: Int) -> Int? {
    guard let number = reader.integer(node, what) else { return nil }
    if number >= least { return number }
    reader.report(node, "'\(what)' is a whole number from \(least) up")
    return nil
  }
}
