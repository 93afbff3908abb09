import BeliefNets
import Foundation
import LinearAlgebra

/// What stands beside the rows of a record: how they came about, and whether they can still be trusted.
public struct Manifest: Sendable, Equatable, Codable {
  /// The form of the record's files.
  public let format: Int
  public let experiment: Experiment
  /// One sentence about the images, and their SHA-256 by part.
  public let images: String
  public let checksums: [String: String]
  /// Of the training, and of the evaluations.
  public let seconds: Double, evaluationSeconds: Double
  public let machine: MachineDescription
  /// How the Fisher blocks of each layer were solved, by names such as "p/0"; empty without the Fisher metric.
  public let fisherRoutes: [String: String]
  public let fingerprint: Fingerprint

  public init(
    _ experiment: Experiment, _ images: ExperimentImages, last row: RecordRow, fisherRoutes: [String: String]
  ) {
    (format, self.experiment) = (1, experiment)
    (self.images, checksums) = (images.description, images.checksums)
    (seconds, evaluationSeconds) = (row.seconds, row.evaluationSeconds)
    (machine, self.fisherRoutes) = (.current, fisherRoutes)
    fingerprint = Fingerprint(of: experiment)
  }
}

/// On what a record was made.
public struct MachineDescription: Sendable, Equatable, Codable {
  /// The name of the processor, such as "AMD EPYC 7763"; "unknown" where the system does not tell.
  public let processor: String
  public let cores: Int
  public let system: String
  /// The kernels of OpenBLAS, by the environment variable OPENBLAS_CORETYPE; "by processor" without it.
  public let kernels: String

  public static var current: MachineDescription {
    let information = ProcessInfo.processInfo
    return MachineDescription(
      cpuinfo: (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? "", cores: information.activeProcessorCount,
      system: information.operatingSystemVersionString, kernels: information.environment["OPENBLAS_CORETYPE"] ?? "by processor")
  }

  /// - Parameter text: of `/proc/cpuinfo`.
  public init(cpuinfo text: String, cores: Int, system: String, kernels: String) {
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = line?.drop { $0 != ":" }.dropFirst().trimmingCharacters(in: .whitespaces) ?? ""
    processor = name.isEmpty ? "unknown" : name
    (self.cores, self.system, self.kernels) = (cores, system, kernels)
  }
}
