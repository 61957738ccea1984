internal import CPROJ

extension Transformer {
  /// The version of PROJ that does the work: `9.1.1`.
  public static var version: String {
    let info = proj_info()
    return "\(info.major).\(info.minor).\(info.patch)"
  }
}
