import Compliance
import Measuring
import Planning
import Walking
import Wording
import Workers

extension City {
  /// Says where the CRS that the project states is far from true scale: distances are on the ground.
  func tellPlane(_ console: Console) {
    if let stated = unusedWorkingCRS {
      console.note(console.say(TerminalWords.unusedWorkingCRS(stated, used: "\(workingCRS)")))
    } else if let metres = stretchedKilometre {
      console.note(
        console.say(TerminalWords.stretchedWorkingCRS("\(workingCRS)", kilometre: metres)))
    }
  }

  /// The network that the project names, with this city on it; `nil` where it names none.
  ///
  /// - Parameter ahead: The same network, where it is being read.
  func network(
    _ console: Console, ahead: NetworkAhead? = nil, workers: Workers
  ) async throws -> CityNetwork? {
    guard let source = project.layers.network else { return nil }
    console.progress(
      console.say(TerminalWords.readingNetwork(source.source.path)))
    guard let network = try await CityNetwork.load(for: self, ahead: ahead, workers: workers) else {
      return nil
    }
    let kilometres = Int((network.network.totalMetres / 1000).rounded())
    let lost = network.access.lost.count { $0 > 0 }
    let adrift = network.access.facilities.lostCount
    console.note(
      console.say(
        TerminalWords.network(kilometres: kilometres, lostParcels: lost, facilities: adrift))
        + " (\(console.elapsed))")
    for worry in network.summary?.doubts ?? [] {
      console.note(console.say(TerminalWords.remark) + console.say(worry.sentence))
    }
    return network
  }
}

extension Project {
  /// The project in the CRS of its saved network, where it states none of its own.
  func workingOnItsNetwork() throws -> Project {
    guard workingCRS == nil, let source = layers.network,
      let crs = try NetworkLoader.savedCRS(source)
    else { return self }
    var project = self
    project.workingCRS = crs
    return project
  }
}

extension Project {
  /// The city of the layers. Where files of theirs cannot be used, what is wrong with the network is
  /// told together with it.
  func city(
    _ vocabulary: Vocabulary, workers: Workers, progress: (@Sendable (LoadStep) -> Void)? = nil
  ) async throws -> City {
    do {
      return try await CityLoader.load(
        self, vocabulary: vocabulary, workers: workers, progress: progress)
    } catch let error as CityLoadError {
      throw error.adding(await networkFaults(workers))
    }
  }

  /// What makes the network unusable, but that there is no such file, which loading tells.
  private func networkFaults(_ workers: Workers) async -> [String] {
    guard let source = layers.network else { return [] }
    do {
      if NetworkLoader.isSaved(source.source.resolvedPath) {
        _ = try NetworkLoader.savedCRS(source)
      } else {
        _ = try await NetworkLoader.inspect(source, workers: workers)
      }
      return []
    } catch NetworkLoadError.notFound {
      return []
    } catch {
      return ["\(error)"]
    }
  }
}
