import ArgumentParser
import Documents
import Foundation
import Measuring
import Planning
import Rules
import Walking
import Wording
import Workers

/// What is wrong in all files of a project, and what to do first.
struct ProjectSheet {
  /// A line of what to do.
  private struct Line: Encodable {
    let severity: LayerInspection.Severity
    let file: String
    let role: String
    let code: String
    let rows: Int
    let firstRow: Int?
    let en: String
    let zh: String
  }

  private struct Summary: Encodable {
    let project: String
    let files: [InspectionSummary]
    let network: StreetInspection?
    let toDo: [Line]
  }

  private let path: String
  private let project: Project
  private var inspection = ProjectInspection.none
  private var streets: StreetInspection?
  /// Of the project file and its packs: they come first.
  private var documents: [Line] = []
  private var networks: [Line] = []

  /// Looks into them all, and says what it saw.
  static func show(
    _ path: String, asJSON isJSON: Bool, _ console: Console, workers: Workers
  ) async throws {
    let sheet = try await ProjectSheet(path, workers)
    Console.write(isJSON ? try sheet.json : sheet.text(console))
    if sheet.lines.contains(where: { $0.severity == .error }) { throw ExitStatus.badData }
  }

  private init(_ path: String, _ workers: Workers) async throws {
    self.path = path
    var (project, faults) = try ProjectFile.look(path)
    var (vocabulary, ofPacks) = (try Vocabulary.builtIn(), Self.faultsOfPacks(project))
    if ofPacks.isEmpty {
      do {
        vocabulary = try project.vocabulary(
          of: project.rulePacks(stated: []), isChecked: false)
        faults = try ProjectFile.look(path, vocabulary: vocabulary).faults
      } catch {
        ofPacks = [Self.line(file: path, "packs", en: "\(error)", zh: "\(error)")]
      }
    }
    self.project = project
    documents = faults.map(Self.line) + ofPacks
    inspection = try await Inspection.inspect(project, vocabulary: vocabulary, workers: workers)
    if let network = project.layers.network { await look(at: network, workers) }
  }

  /// Of each pack by itself, so that one that is missing hides nothing of the next.
  private static func faultsOfPacks(_ project: Project) -> [Line] {
    project.packs.flatMap { name -> [Line] in
      var one = project
      one.packs = [name]
      do {
        _ = try one.rulePacks(stated: [])
        return []
      } catch let error as DocumentFaults {
        return error.faults.map(line)
      } catch {
        return [line(file: name, "packs", en: "\(error)", zh: "\(error)")]
      }
    }
  }

  private static func line(_ fault: DocumentFault) -> Line {
    line(file: fault.file, "document", en: fault.sentence(.en), zh: fault.sentence(.zh))
  }

  private mutating func look(at network: NetworkSource, _ workers: Workers) async {
    let file = network.source.path
    do {
      if NetworkLoader.isSaved(network.source.resolvedPath) {
        _ = try WalkNetwork(contentsOf: network.source.resolvedPath)
        return
      }
      let streets = try await NetworkLoader.inspect(network, workers: workers)
      self.streets = streets
      networks = streets.worries.map {
        let sentence = $0.sentence
        return Self.line(
          .note, file: file, "network", code: "network", en: sentence.en, zh: sentence.zh)
      }
    } catch {
      networks = [Self.line(file: file, "network", en: "\(error)", zh: "\(error)")]
    }
  }

  private static func line(
    _ severity: LayerInspection.Severity = .error, file: String, _ role: String,
    code: String = "file", en: String, zh: String
  ) -> Line {
    Line(
      severity: severity, file: file, role: role, code: code, rows: 0, firstRow: nil, en: en, zh: zh
    )
  }

  /// What to do, first things first.
  private var lines: [Line] {
    let layers = inspection.items.map { item in
      let sentence = item.problem.sentence
      return Line(
        severity: item.problem.severity, file: item.path, role: item.role, code: item.problem.code,
        rows: item.problem.rows, firstRow: item.problem.firstRow, en: sentence.en, zh: sentence.zh)
    }
    func of(_ lines: [Line], _ severity: LayerInspection.Severity) -> [Line] {
      lines.filter { $0.severity == severity }
    }
    return documents + of(layers, .error) + of(networks, .error) + of(layers, .rejected)
      + of(networks, .note) + of(layers, .note)
  }

  private var json: String {
    get throws {
      try Console.json(
        Summary(
          project: path, files: inspection.files.map { InspectionSummary($0) }, network: streets,
          toDo: lines))
    }
  }

  private func text(_ console: Console) -> String {
    var files = TextTable(
      header: [
        console.say(TerminalWords.file), console.say(TerminalWords.takenFor),
        console.say(TerminalWords.rows), console.say(TerminalWords.crs),
      ])
    for file in inspection.files {
      files.append([
        file.path, console.say(LayerWords.of(file.role)),
        console.say(TerminalWords.usable(file.rows, file.rowsChecked)),
        file.crs?.said(in: console.language) ?? console.say(TerminalWords.notStated),
      ])
    }
    if let streets, let network = project.layers.network {
      files.append([
        network.source.path, console.say(LayerWords.of("network")),
        console.say(TerminalWords.streets(kilometres: Int((streets.metres / 1000).rounded()))), "",
      ])
    }
    let head =
      "\(path)\(console.say(Marks.colon))\(console.say(project.name))\n"
      + "\(console.say(TerminalWords.packs))\(console.say(Marks.colon))\(project.packs.joined(separator: ", "))"
    let lines = lines
    if lines.isEmpty {
      return [head, files.text, console.say(TerminalWords.noProblems)].joined(separator: "\n\n")
    }
    let toDo = lines.enumerated().map { number, line in
      let severity = console.say(TerminalWords.severity(line.severity))
      let sentence = console.language == .zh ? line.zh : line.en
      // What a reader of files says names the file itself, with the line.
      let place = sentence.hasPrefix(line.file) ? "" : "\(line.file): "
      let rows = line.rows > 0 ? console.say(TerminalWords.rowCount(line.rows)) : ""
      let first = line.firstRow.map { console.say(TerminalWords.firstRow($0)) }
      return "\(number + 1). \(severity)\(console.say(Marks.colon))\(place)\(sentence)"
        + (rows.isEmpty ? "" : rows + (first ?? console.say(TerminalWords.rowCountEnd)))
    }
    let title = console.say(TerminalWords.whatToDo)
    return [
      head, files.text, "\(title)\(console.say(Marks.lastColon))\n\(toDo.joined(separator: "\n"))",
    ]
    .joined(separator: "\n\n")
  }
}
