import Foundation
import LinearAlgebra

/// On what a record was made, and with which versions.
public struct MachineDescription: Sendable, Equatable, Codable {
  /// The name of the processor, such as "AMD EPYC 7763"; "unknown" where the system does not tell.
  public let processor: String
  public let cores: Int
  public let system: String
  /// OpenBLAS, with its version and kernels.
  public let blas: String
  /// The compiler.
  public let swift: String

  public static var current: MachineDescription {
    MachineDescription(
      cpuinfo: (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? "",
      cores: ProcessInfo.processInfo.activeProcessorCount, system: ProcessInfo.processInfo.operatingSystemVersionString,
      blas: blasDescription.trimmingCharacters(in: .whitespaces))
  }

  /// - Parameter text: of `/proc/cpuinfo`.
  public init(cpuinfo text: String, cores: Int, system: String, blas: String) {
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = line?.drop { $0 != ":" }.dropFirst().trimmingCharacters(in: .whitespaces) ?? ""
    processor = name.isEmpty ? "unknown" : name
    (self.cores, self.system, self.blas, swift) = (cores, system, blas, Self.compiler)
  }

  private static var compiler: String {
    #if compiler(>=6.4)
      "6.4 or newer"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "before 6.3"
    #endif
  }
}
