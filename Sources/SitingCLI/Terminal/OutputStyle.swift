/// Whether to show colour and progress: decided once, from what the process was given.
struct OutputStyle: Equatable {
  /// Colour on standard output.
  let hasColour: Bool
  /// A progress line on standard error.
  let hasProgress: Bool
  /// Nothing on standard error but errors.
  let isQuiet: Bool

  /// - Parameters:
  ///   - isQuiet: `--quiet`.
  ///   - stdoutIsTTY: Whether standard output is a terminal.
  ///   - stderrIsTTY: Whether standard error is one.
  ///   - environment: `NO_COLOR`, if set to anything, turns colour off.
  init(
    isQuiet: Bool, stdoutIsTTY: Bool, stderrIsTTY: Bool, environment: [String: String]
  ) {
    self.isQuiet = isQuiet
    let wantsNone = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    hasColour = stdoutIsTTY && !wantsNone
    hasProgress = stderrIsTTY && !isQuiet && environment["TERM"] != "dumb"
  }
}
