extension YAMLFault {
  /// What the parser complains about, and what is meant by it.
  static let remedies: [(problem: String, text: FaultText)] = [
    ("found a tab character", tab),
    (
      "could not find expected ':'",
      "a key needs ': ' behind it, with a space; the line before may lack it"
    ),
    (
      "mapping values are not allowed in this context",
      "a second ': ' in one line; put quotes around a text with a colon, and each key in a line"
    ),
    ("did not find expected ',' or ']'", "a list that '[' begins has no ']' or lacks a comma"),
    ("did not find expected ',' or '}'", "a map that '{' begins has no '}' or lacks a comma"),
    (
      "found character that cannot start any token",
      "no text begins with this character; put quotes around it"
    ),
    (
      "did not find expected '-' indicator",
      "the line belongs to nothing above it; indent it as far as its neighbours"
    ),
    (
      "did not find expected key",
      "the line belongs to nothing above it; indent it as far as its neighbours"
    ),
    (
      "found undefined alias",
      "'*' names nothing here; put quotes around a text that begins with it"
    ),
    ("but found another document", "'---' begins another document; a file holds one"),
    (
      "block sequence entries are not allowed in this context",
      "'-' begins a list in the middle of a line; begin it in a line of its own, or put quotes"
        + " around the text"
    ),
    ("found unexpected end of stream", "a quote is opened and not closed"),
    (
      "did not find expected comment or line break",
      "nothing but a comment can follow here; put quotes around a text that begins with '>' or '|'"
    ),
    (
      "did not find expected alphabetic or numeric character",
      "'&' and '*' begin names; put quotes around a text that begins with one"
    ),
    ("did not find expected '!'", tag),
    ("did not find the expected '>'", tag),
    ("did not find expected tag URI", tag),
    ("did not find expected whitespace or line break", tag),
    ("found undefined tag handle", tag),
    (
      "mapping keys are not allowed in this context",
      "'?' begins a key in the middle of a line; put quotes around a text that begins with it"
    ),
    ("found unknown escape character", escape),
    ("did not find expected hexdecimal number", escape),
    ("found invalid Unicode character escape code", escape),
    (
      "found unexpected document indicator",
      "'---' or '...' stands in a text in quotes; close the quotes in front of it"
    ),
    ("found unexpected ':'", "a ':' stands in brackets; put quotes around a text with a colon"),
    (
      "did not find expected node content",
      "a value is missing here; take out the sign, or put quotes around a text that begins with it"
    ),
    (
      "did not find expected <document start>",
      "the file has ended here; indent all keys of the file alike, and close each bracket once"
    ),
    ("directive", "'%' begins a directive; put quotes around a text that begins with it"),
    ("control characters are not allowed", "control characters are not allowed; take this one out"),
  ]

  static let tab: FaultText = "a tab stands where spaces must; indent with spaces, not tabs"
  private static let tag: FaultText =
    "'!' begins a tag; put quotes around a text that begins with it"
  private static let escape: FaultText =
    "'\\' begins a sign within double quotes; write '\\\\', or take single quotes"
}
