import Foundation

/// What the package needs of the machine.
public enum Machine {
  /// A sentence when the processor cannot run the numeric libraries, nil when it can.
  ///
  /// - Parameter description: the text of `/proc/cpuinfo`; nil where there is none, and then nothing is claimed.
  public static func complaint(description: String? = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) -> String? {
    #if arch(x86_64)
      guard let flags = description?.split(separator: "\n").first(where: { $0.hasPrefix("flags") })?.split(separator: " ") else {
        return nil
      }
      let missing = ["avx2", "fma"].filter { !flags.contains(Substring($0)) }
      guard !missing.isEmpty else { return nil }
      let names = missing.map { $0.uppercased() }.joined(separator: " and ")
      return
        "This program is built for processors with AVX2 and FMA, and this one has no \(names): run it on an x86-64 machine with AVX2, as most are since 2015."
    #else
      return nil
    #endif
  }
}

/// Which of its kernels OpenBLAS uses.
public enum Kernels: String, CaseIterable, Sendable {
  /// Those for AVX2 everywhere, as the book is made: the same seed gives the same bytes on every processor.
  case book
  /// Those for AVX-512 where the processor has it, up to twice as fast; the last bits are others.
  case fastest

  /// The name that OpenBLAS knows them by.
  ///
  /// - Parameter description: the text of `/proc/cpuinfo`; nil where there is none.
  public func coreType(description: String? = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) -> String {
    let flags = description?.split(separator: "\n").first { $0.hasPrefix("flags") }?.split(separator: " ") ?? []
    let isWide = ["avx512f", "avx512bw", "avx512dq", "avx512vl", "avx512cd"].allSatisfy { flags.contains(Substring($0)) }
    return self == .fastest && isWide ? "SkylakeX" : "Haswell"
  }
}

extension Machine {
  /// Starts this program anew, in its place, with one thread of OpenBLAS and these kernels, unless that is so already or the
  /// reader's `OPENBLAS_CORETYPE` names others.
  ///
  /// OpenBLAS reads these when it is loaded, chooses kernels by processor otherwise, and does not know every processor: on
  /// one that it does not know it is several times slower. To be called first.
  public static func use(_ kernels: Kernels) {
    guard ProcessInfo.processInfo.environment["OPENBLAS_NUM_THREADS"] != "1" || getenv("OPENBLAS_CORETYPE") == nil else { return }
    setenv("OPENBLAS_CORETYPE", kernels.coreType(), 0)
    setenv("OPENBLAS_NUM_THREADS", "1", 1)
    guard let program = Bundle.main.executablePath else { return }
    execv(program, CommandLine.arguments.map { strdup($0) } + [nil])  // returns only where it fails; then all goes on as it is
  }
}
