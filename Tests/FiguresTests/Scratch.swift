import Foundation

/// A folder that is removed with its contents.
struct Scratch: ~Copyable {
  let path: String
  private let stays: Bool

  /// - Parameter shown: with the environment variable FIGURES_DEMO, that folder, which stays to be looked at.
  init(shown: Bool = false) {
    let demo = shown ? ProcessInfo.processInfo.environment["FIGURES_DEMO"] : nil
    path = demo ?? NSTemporaryDirectory() + "figures-\(UUID().uuidString)"
    stays = demo != nil
  }

  deinit {
    if !stays { try? FileManager.default.removeItem(atPath: path) }
  }
}
