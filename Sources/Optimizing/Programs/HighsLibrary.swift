import Foundation

/// The functions of libhighs that are used here, found in a library opened at run time.
///
/// HiGHS is no dependency: a machine without it has no `HighsLibrary`. Immutable, and the library
/// stays open until the process ends, so that the pointers are good for every thread.
/// Signatures: C interface of HiGHS 1.x with 32-bit `HighsInt`; checked at opening.
struct HighsLibrary: @unchecked Sendable {
  typealias Model = UnsafeMutableRawPointer
  typealias Ints = UnsafePointer<Int32>
  typealias Doubles = UnsafePointer<Double>
  typealias Text = UnsafePointer<CChar>
  typealias Out = UnsafeMutablePointer<Double>
  typealias Callback =
    @convention(c) (
      Int32, Text?, UnsafeRawPointer?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?
    ) -> Void

  let create: @convention(c) () -> Model?
  let destroy: @convention(c) (Model?) -> Void
  let run: @convention(c) (Model?) -> Int32
  let version: @convention(c) () -> Text?
  /// columns, rows, entries, 2: by row, 1: minimise, offset, costs, bounds of columns and rows,
  /// starts, entry columns, entry values, integrality.
  let passMip:
    @convention(c) (
      Model?, Int32, Int32, Int32, Int32, Int32, Double, Doubles?, Doubles?, Doubles?, Doubles?,
      Doubles?, Ints?, Ints?, Doubles?, Ints?
    ) -> Int32
  let setFlag: @convention(c) (Model?, Text?, Int32) -> Int32
  let setInt: @convention(c) (Model?, Text?, Int32) -> Int32
  let setDouble: @convention(c) (Model?, Text?, Double) -> Int32
  let setSolution: @convention(c) (Model?, Doubles?, Doubles?, Doubles?, Doubles?) -> Int32
  let getDoubleInfo: @convention(c) (Model?, Text?, Out?) -> Int32
  let getIntInfo: @convention(c) (Model?, Text?, UnsafeMutablePointer<Int32>?) -> Int32
  let getSolution: @convention(c) (Model?, Out?, Out?, Out?, Out?) -> Int32
  let modelStatus: @convention(c) (Model?) -> Int32
  let setCallback: @convention(c) (Model?, Callback?, UnsafeMutableRawPointer?) -> Int32
  let startCallback: @convention(c) (Model?, Int32) -> Int32
  /// A value of the callback's data by its name, so that no layout of a struct is assumed.
  let callbackItem: @convention(c) (UnsafeRawPointer?, Text?) -> UnsafeRawPointer?

  private struct Missing: Error {}

  /// Opens the library at `path`, or finds it in the way of the loader; `nil` if it is not there,
  /// lacks a function or counts in 64 bits.
  static func opened(path: String) -> HighsLibrary? {
    guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else { return nil }
    return try? HighsLibrary(handle: handle)
  }

  private init(handle: UnsafeMutableRawPointer) throws {
    func function<Signature>(_ name: String) throws -> Signature {
      guard let address = dlsym(handle, "Highs_" + name) else { throw Missing() }
      return unsafeBitCast(address, to: Signature.self)
    }
    create = try function("create")
    destroy = try function("destroy")
    run = try function("run")
    version = try function("version")
    passMip = try function("passMip")
    setFlag = try function("setBoolOptionValue")
    setInt = try function("setIntOptionValue")
    setDouble = try function("setDoubleOptionValue")
    setSolution = try function("setSolution")
    getDoubleInfo = try function("getDoubleInfoValue")
    getIntInfo = try function("getIntInfoValue")
    getSolution = try function("getSolution")
    modelStatus = try function("getModelStatus")
    setCallback = try function("setCallback")
    startCallback = try function("startCallback")
    callbackItem = try function("getCallbackDataOutItem")
    let sizeOfInt: @convention(c) (Model?) -> Int32 = try function("getSizeofHighsInt")
    guard let probe = create() else { throw Missing() }
    defer { destroy(probe) }
    guard sizeOfInt(probe) == 4 else { throw Missing() }
  }
}
