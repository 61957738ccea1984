/// Why a location problem has no answer.
public enum LocationError: Error, Hashable, Sendable {
  /// Rules that cannot hold together, about these sites.
  case contradiction(sites: [Int32])
  /// More sites are forced than may be opened.
  case tooManyForced(forced: Int, allowed: Int)
  /// No choice of sites obeys everything: proven.
  case infeasible
  /// None was found within the limits, and none was excluded.
  case notFound
}

/// Who vouches for the bound of a proof.
public enum BoundSource: Sendable, Hashable {
  /// The certificate of the answer: whole numbers that additions check.
  case certificate
  /// A solver, in floating point; its name.
  case solver(String)
}

/// Sites chosen by a search, with how good they are and who says so.
public struct LocationAnswer: Sendable, Hashable {
  /// Sites to open, ascending; without the facilities that exist already.
  public let sites: [Int32]
  /// Value of the sites, bound of all choices and why the search ended.
  public let proof: Proof
  /// Who vouches for `proof.bound`.
  public let boundSource: BoundSource
  /// What additions can check; its own bound is `proof.bound` if `boundSource` is `.certificate`,
  /// and not better otherwise.
  public let certificate: ServiceCertificate

  /// An answer, of the parts that the properties name.
  public init(
    sites: [Int32], proof: Proof, boundSource: BoundSource, certificate: ServiceCertificate
  ) {
    self.sites = sites
    self.proof = proof
    self.boundSource = boundSource
    self.certificate = certificate
  }
}
