import ArgumentParser
import Documents
import Wording

/// What is wrong with how a command is called, in the language that it is to speak.
func usageError(_ text: FaultText) -> ValidationError {
  ValidationError(text.said(in: Console.language(nil)))
}
