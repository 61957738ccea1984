import CSimdJSON

/// Parses JSON documents one after another, for one thread at a time.
final class JSONParser {
  private let fast: OpaquePointer
  private var exact: JSONTapeBuilder?

  init() {
    guard let fast = siting_json_parser_create() else {
      preconditionFailure("siting_json_parser_create: out of memory")
    }
    self.fast = fast
  }

  deinit { siting_json_parser_destroy(fast) }

  /// Parses one document; the tape lives until the next one, and no longer than the parser.
  ///
  /// - Parameters:
  ///   - text: With `PaddedBytes.padding` readable bytes behind it.
  ///   - keepsOffsets: Whether the tape must know where its tokens are; much slower.
  func parse(
    _ text: UnsafeBufferPointer<UInt8>, keepsOffsets: Bool
  ) throws(JSONSyntaxError) -> JSONTape {
    if !keepsOffsets, siting_json_parse(fast, text.baseAddress, text.count) == 0,
      let words = siting_json_tape(fast), let strings = siting_json_strings(fast)
    {
      return JSONTape(words: words, strings: strings, source: text, offsets: nil)
    }
    // Not JSON, or one of the few texts that only simdjson refuses.
    let builder = exact ?? JSONTapeBuilder()
    exact = builder
    return try builder.build(text)
  }
}
