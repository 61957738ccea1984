import CPROJ

/// One PROJ context, for one thread at a time and therefore not `Sendable`.
///
/// Grids are never fetched over the network: the same inputs must give the same bytes everywhere.
final class PROJContext {
  let raw: OpaquePointer
  private var message: String?

  init() {
    guard let raw = proj_context_create() else {
      preconditionFailure("proj_context_create: out of memory")
    }
    self.raw = raw
    proj_context_set_enable_network(raw, 0)
    let record: PJ_LOG_FUNCTION = { owner, _, text in
      let context = owner.map { Unmanaged<PROJContext>.fromOpaque($0).takeUnretainedValue() }
      // The first message names the cause; those after it only what failed because of it.
      if context?.message == nil { context?.message = text.map { String(cString: $0) } }
    }
    proj_log_level(raw, PJ_LOG_ERROR)
    proj_log_func(raw, Unmanaged.passUnretained(self).toOpaque(), record)
  }

  deinit { proj_context_destroy(raw) }

  /// Reading clears: an old message must not explain a new failure.
  func takeError(in call: StaticString) -> String {
    defer { message = nil }
    if let message { return message }
    let number = proj_context_errno(raw)
    guard number != 0, let text = proj_context_errno_string(raw, number) else {
      return "\(call) gave no reason"
    }
    return String(cString: text)
  }
}
