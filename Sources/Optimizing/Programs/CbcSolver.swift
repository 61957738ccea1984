import Foundation

/// CBC (Forrest & Lougee-Heimer 2005) as a program of the system, asked through files.
///
/// It is told nothing to start from, and `goOn` is asked only before the run.
public struct CbcSolver: ProgramSolver {
  private let executable: URL

  /// "CBC".
  public let name = "CBC"

  /// `cbc` on the path, or `nil`.
  ///
  /// - Parameter environment: Names and values; `nil`: those of the process.
  public static func found(
    environment: [String: String]? = nil
  ) -> CbcSolver? {
    ((environment ?? ProcessInfo.processInfo.environment)["PATH"] ?? "").split(separator: ":")
      .map { URL(fileURLWithPath: String($0)).appendingPathComponent("cbc") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
      .map { CbcSolver(executable: $0) }
  }

  private init(executable: URL) { self.executable = executable }

  /// See `ProgramSolver`.
  public func solve(
    _ program: IntegerProgram, limits: SearchLimits, start: [Double]?
  ) -> ProgramAnswer {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("siting-cbc-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let model = folder.appendingPathComponent("program.mps")
      let solution = folder.appendingPathComponent("solution.txt")
      try MPSText.of(program).write(to: model, atomically: false, encoding: .utf8)
      let log = try run(model, to: solution, limits)
      let text = try String(contentsOf: solution, encoding: .utf8)
      return answer(text, log: log, to: program, gap: limits.gap)
    } catch {
      return .failed
    }
  }

  private func run(_ model: URL, to solution: URL, _ limits: SearchLimits) throws -> String {
    let process = Process()
    process.executableURL = executable
    var words = [model.path, "-threads", "0", "-ratioGap", "\(max(0, limits.gap))"]
    words += ["-randomCbcSeed", "\(limits.seed & 0x7fff_ffff)"]
    if let seconds = limits.seconds {
      words += ["-timeMode", "elapsed", "-sec", "\(max(0.01, seconds))"]
    }
    process.arguments = words + ["-solve", "-solution", solution.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let log = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: log, as: UTF8.self)
  }

  /// The solution file begins with how it ended; then a line per column that is not 0:
  /// number, name, value, reduced cost. `**` before a line marks a value outside its bounds.
  private func answer(
    _ text: String, log: String, to program: IntegerProgram, gap: Double
  ) -> ProgramAnswer {
    let lines = text.split(separator: "\n")
    let head = lines.first.map(String.init) ?? ""
    if head.hasPrefix("Infeasible") || head.hasPrefix("Integer infeasible") {
      return ProgramAnswer(status: .infeasible, values: nil, objective: nil, bound: .infinity)
    }
    var values = [Double](repeating: 0, count: program.columnCount)
    for line in lines.dropFirst() {
      let words = line.split(separator: " ").filter { $0 != "**" }
      guard words.count >= 3, words[1].hasPrefix("C"), let column = Int(words[1].dropFirst()),
        values.indices.contains(column), let value = Double(words[2])
      else { continue }
      values[column] = value
    }
    let objective = program.objective(of: values)
    if head.hasPrefix("Optimal") {
      // "Optimal" is within the gap that was asked for.
      let bound = objective - abs(objective) * max(1e-9, gap)
      return ProgramAnswer(status: .optimal, values: values, objective: objective, bound: bound)
    }
    guard head.hasPrefix("Stopped") else { return .failed }
    let bound = lowerBound(in: log)
    guard program.accepts(values) else {
      return ProgramAnswer(status: .limit, values: nil, objective: nil, bound: bound)
    }
    return ProgramAnswer(status: .limit, values: values, objective: objective, bound: bound)
  }

  private func lowerBound(in log: String) -> Double {
    let line = log.split(separator: "\n").last { $0.hasPrefix("Lower bound:") }
    return line.flatMap { $0.split(separator: ":").last }
      .flatMap { Double($0.trimmingPrefix { $0 == " " }) } ?? -.infinity
  }
}
