import Foundation

/// HiGHS (Huangfu & Hall 2018), opened at run time, on one thread.
///
/// Looked for at the path in `SITING_HIGHS`, then where `Scripts/setup` puts it
/// (`$XDG_DATA_HOME/siting/lib/libhighs.so`, by default below `~/.local/share`), then by the loader.
public struct HighsSolver: ProgramSolver {
  private let library: HighsLibrary

  /// "HiGHS" and its version.
  public let name: String

  /// The first that is found, or `nil`.
  ///
  /// - Parameter environment: Names and values; `nil`: those of the process.
  public static func found(
    environment: [String: String]? = nil
  ) -> HighsSolver? {
    places(environment ?? ProcessInfo.processInfo.environment)
      .lazy.compactMap { HighsLibrary.opened(path: $0) }.first
      .map { HighsSolver(library: $0) }
  }

  private init(library: HighsLibrary) {
    self.library = library
    name = "HiGHS " + (library.version().map { String(cString: $0) } ?? "")
  }

  static func places(_ environment: [String: String]) -> [String] {
    // An explicit path is a decision: what it does not have is not replaced by another library.
    if let named = environment["SITING_HIGHS"], !named.isEmpty { return [named] }
    let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = data ?? environment["HOME"].map { $0 + "/.local/share" }
    return (home.map { [$0 + "/siting/lib/libhighs.so"] } ?? []) + ["libhighs.so", "libhighs.so.1"]
  }

  /// See `ProgramSolver`.
  public func solve(
    _ program: IntegerProgram, limits: SearchLimits, start: [Double]?
  ) -> ProgramAnswer {
    guard let model = library.create() else { return .failed }
    defer { library.destroy(model) }
    guard set(limits, on: model), pass(program, to: model) else { return .failed }
    if let start, start.count == program.columnCount {
      _ = library.setSolution(model, start, nil, nil, nil)
    }
    let listener = HighsListener(library: library, goOn: limits.goOn)
    return withExtendedLifetime(listener) {
      _ = library.setCallback(model, heard, Unmanaged.passUnretained(listener).toOpaque())
      for kind in HighsListener.Kind.allCases { _ = library.startCallback(model, kind.rawValue) }
      guard library.run(model) >= 0 else { return .failed }
      return answer(of: model, to: program)
    }
  }

  private func set(_ limits: SearchLimits, on model: HighsLibrary.Model) -> Bool {
    var codes = [
      library.setFlag(model, "output_flag", 0),
      library.setInt(model, "threads", 1),
      library.setInt(model, "random_seed", Int32(truncatingIfNeeded: limits.seed & 0x7fff_ffff)),
      library.setDouble(model, "mip_rel_gap", max(0, limits.gap)),
      library.setDouble(model, "mip_abs_gap", 1e-6),
    ]
    if let seconds = limits.seconds {
      codes.append(library.setDouble(model, "time_limit", max(0, seconds)))
    }
    return codes.allSatisfy { $0 >= 0 }
  }

  private func pass(_ program: IntegerProgram, to model: HighsLibrary.Model) -> Bool {
    let kinds = program.isInteger.map { $0 ? Int32(1) : 0 }
    let (byRow, minimise) = (Int32(2), Int32(1))
    return library.passMip(
      model, Int32(program.columnCount), Int32(program.rowCount),
      Int32(program.entryColumns.count), byRow, minimise, 0, program.costs, program.lowers,
      program.uppers, program.rowLowers, program.rowUppers, program.rowStarts,
      program.entryColumns, program.entryValues, kinds) >= 0
  }

  private func answer(
    of model: HighsLibrary.Model, to program: IntegerProgram
  ) -> ProgramAnswer {
    let status = HighsStatus(rawValue: library.modelStatus(model))
    if status == .infeasible {
      return ProgramAnswer(status: .infeasible, values: nil, objective: nil, bound: .infinity)
    }
    guard status == .optimal || status?.isLimit == true else { return .failed }
    var bound = -Double.infinity
    let hasIntegers = program.isInteger.contains(true)
    let name = hasIntegers ? "mip_dual_bound" : "objective_function_value"
    if library.getDoubleInfo(model, name, &bound) < 0
      || (!hasIntegers && status != .optimal)
    {
      bound = -.infinity
    }
    var isFeasible = Int32(0)
    _ = library.getIntInfo(model, "primal_solution_status", &isFeasible)
    guard isFeasible == 2 else {
      return ProgramAnswer(status: .limit, values: nil, objective: nil, bound: bound)
    }
    var values = [Double](repeating: 0, count: program.columnCount)
    guard library.getSolution(model, &values, nil, nil, nil) >= 0 else { return .failed }
    return ProgramAnswer(
      status: status == .optimal ? .optimal : .limit, values: values,
      objective: program.objective(of: values), bound: bound)
  }
}

/// What HiGHS calls the end of a run.
private enum HighsStatus: Int32 {
  case empty = 6
  case optimal = 7
  case infeasible = 8
  case timeLimit = 13
  case iterationLimit = 14
  case unknown = 15
  case solutionLimit = 16
  case interrupt = 17

  var isLimit: Bool { self != .optimal && self != .infeasible && self != .empty }
}

/// Hears of progress during one run, and ends it when the caller wants.
private final class HighsListener {
  enum Kind: Int32, CaseIterable {
    case logging = 5
    case interrupt = 6
  }

  private let library: HighsLibrary
  private let goOn: @Sendable (Int64?, Int64) -> Bool
  private var value: Int64?
  private var bound: Int64?
  private(set) var isEnded = false

  init(library: HighsLibrary, goOn: @escaping @Sendable (Int64?, Int64) -> Bool) {
    self.library = library
    self.goOn = goOn
  }

  func hear(_ data: UnsafeRawPointer?) {
    func item(_ name: String) -> Double? {
      library.callbackItem(data, name).map { $0.loadUnaligned(as: Double.self) }
        .flatMap { abs($0) < 9e18 ? $0 : nil }
    }
    guard let low = item("mip_dual_bound") else { return }
    let newBound = Int64((low - 1e-6).rounded(.up))
    let newValue = item("mip_primal_bound").map { Int64($0.rounded()) }
    guard newBound != bound || newValue != value else { return }
    (bound, value) = (newBound, newValue)
    if !goOn(newValue, newBound) { isEnded = true }
  }
}

/// Called by HiGHS on the thread that runs it. The flag that ends the run is the first member of
/// the data it takes back, in every version that has callbacks.
private func heard(
  kind: Int32, text: HighsLibrary.Text?, out: UnsafeRawPointer?,
  back: UnsafeMutableRawPointer?, owner: UnsafeMutableRawPointer?
) {
  guard let owner else { return }
  let listener = Unmanaged<HighsListener>.fromOpaque(owner).takeUnretainedValue()
  if kind == HighsListener.Kind.logging.rawValue { listener.hear(out) }
  if listener.isEnded { back?.storeBytes(of: 1, as: Int32.self) }
}
