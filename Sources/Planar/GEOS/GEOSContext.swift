internal import CGEOS

/// One reentrant GEOS context, for one thread at a time and therefore not `Sendable`: the compiler
/// keeps it inside the worker that made it.
final class GEOSContext {
  let raw: GEOSContextHandle_t
  private var message: String?

  init() {
    guard let raw = GEOS_init_r() else { preconditionFailure("GEOS_init_r: out of memory") }
    self.raw = raw
    let record: GEOSMessageHandler_r = { text, owner in
      let context = owner.map { Unmanaged<GEOSContext>.fromOpaque($0).takeUnretainedValue() }
      context?.message = text.map { String(cString: $0) }
    }
    GEOSContext_setErrorMessageHandler_r(raw, record, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { GEOS_finish_r(raw) }

  /// Reading clears: an old message must not explain a new failure.
  func takeError(in call: StaticString) -> GeometryError {
    defer { message = nil }
    return .engine(call: "\(call)", message: message ?? "no message")
  }

  /// The answer of a predicate: 0 or 1, anything else is a failure.
  func answer(_ code: CChar, from call: StaticString) throws(GeometryError) -> Bool {
    switch code {
    case 0: return false
    case 1: return true
    default: throw takeError(in: call)
    }
  }

  /// A string of GEOS, freed.
  func adopt(
    _ text: UnsafeMutablePointer<CChar>?, from call: StaticString
  ) throws(GeometryError) -> String {
    guard let text else { throw takeError(in: call) }
    defer { GEOSFree_r(raw, text) }
    return String(cString: text)
  }
}
