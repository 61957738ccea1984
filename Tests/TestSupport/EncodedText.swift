import Glibc

/// A text in another encoding, by its iconv name.
public func encoded(_ text: String, as name: String) -> [UInt8] {
  let descriptor = iconv_open(name, "UTF-8")
  precondition(Int(bitPattern: descriptor) != -1, "no encoding \(name)")
  defer { iconv_close(descriptor) }
  var input = Array(text.utf8).map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: 4 * input.count + 16)
  var (inputLeft, outputLeft) = (input.count, output.count)
  let status = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      var (from, to) = (source.baseAddress, target.baseAddress)
      return iconv(descriptor, &from, &inputLeft, &to, &outputLeft)
    }
  }
  precondition(status != -1, "\(text.prefix(40)) is not in \(name)")
  return output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) }
}
