/// placeholder
public struct SizingCompromise: Sendable {}
