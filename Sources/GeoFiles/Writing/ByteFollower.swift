/// Gets the bytes of files while they are written, so that who wants their digest need not read them
/// again: whoever runs something within `OutputFile.$follower.withValue(…)` gets those of all files that
/// it writes from front to back.
package protocol ByteFollower: Sendable {
  /// A file is begun; what was there before is gone.
  func begin(_ path: String)
  /// The next bytes of a file: of one file never two calls at a time, and in the order of the file.
  func take(_ bytes: UnsafeBufferPointer<UInt8>, of path: String)
}

extension OutputFile {
  /// Who gets the bytes of the files that are begun in this task.
  @TaskLocal package static var follower: (any ByteFollower)?
}
