/// Which rows of a layer are read, in the SQL of GDAL.
struct RowFilter {
  /// As the user wrote it.
  let text: String

  /// With quotes around names that are not ASCII, without which GDAL's own SQL does not take them for names.
  var quoted: String {
    var result = ""
    var word = ""
    var quote: Character?
    func flush() {
      result += word.allSatisfy(\.isASCII) ? word : "\"\(word)\""
      word = ""
    }
    for character in text {
      if let open = quote {
        result.append(character)
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        flush()
        result.append(character)
        quote = character
      } else if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }
}
