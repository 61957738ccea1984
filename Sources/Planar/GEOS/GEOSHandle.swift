internal import CGEOS

/// The one owner of a `GEOSGeometry *`: a copy, and with it a double free, does not compile.
struct GEOSHandle: ~Copyable {
  let context: GEOSContext  // strong: the context outlives its handles
  private var pointer: OpaquePointer?

  init(
    adopting pointer: OpaquePointer?, from call: StaticString, in context: GEOSContext
  ) throws(GeometryError) {
    guard let pointer else { throw context.takeError(in: call) }
    self.pointer = pointer
    self.context = context
  }

  deinit { if let pointer { GEOSGeom_destroy_r(context.raw, pointer) } }

  /// For GEOS functions that only read; not to be kept beyond the handle.
  var raw: OpaquePointer {
    guard let pointer else { preconditionFailure("only a consumed handle has no pointer") }
    return pointer
  }

  /// For GEOS functions that take ownership: theirs from the call on, also when the call fails.
  consuming func release() -> OpaquePointer? {
    defer { pointer = nil }
    return pointer
  }
}

/// Several handles on their way into one geometry, freed if it does not come to that.
struct GEOSHandleList: ~Copyable {
  private let context: GEOSContext
  private var pointers: [OpaquePointer?] = []

  init(in context: GEOSContext) { self.context = context }

  deinit { for pointer in pointers { GEOSGeom_destroy_r(context.raw, pointer) } }

  private mutating func takePointers() -> [OpaquePointer?] {
    defer { pointers = [] }
    return pointers
  }

  mutating func append(_ handle: consuming GEOSHandle) { pointers.append(handle.release()) }

  /// A geometry of all of them, which takes them over, also when it fails.
  consuming func collect(as type: GEOSGeomTypes) throws(GeometryError) -> GEOSHandle {
    let raw = context.raw
    let count = UInt32(pointers.count)
    var members = takePointers()
    let collection = members.withUnsafeMutableBufferPointer {
      GEOSGeom_createCollection_r(raw, Int32(type.rawValue), $0.baseAddress, count)
    }
    return try GEOSHandle(
      adopting: collection, from: "GEOSGeom_createCollection_r", in: context)
  }

  /// A polygon of this shell and these holes, which takes all of them over.
  consuming func makePolygon(shell: consuming GEOSHandle) throws(GeometryError) -> GEOSHandle {
    let raw = context.raw
    let count = UInt32(pointers.count)
    let ring = shell.release()
    var holes = takePointers()
    let polygon = holes.withUnsafeMutableBufferPointer {
      GEOSGeom_createPolygon_r(raw, ring, $0.baseAddress, count)
    }
    return try GEOSHandle(adopting: polygon, from: "GEOSGeom_createPolygon_r", in: context)
  }
}
