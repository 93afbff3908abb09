import Foundation
import Literate
import Testing

struct MachineTests {
  let old = "processor : 0\nflags : fpu sse2 avx\n", usual = "flags\t\t: fpu avx2 fma\n"
  let wide = "flags : avx2 fma avx512f avx512dq avx512cd avx512bw avx512vl\n"

  @Test("a processor without AVX2 is told so, another one nothing")
  func complaint() {
    #expect(Machine.complaint(description: old)?.contains("AVX2 and FMA") == true)
    #expect(Machine.complaint(description: usual) == nil && Machine.complaint(description: nil) == nil)
  }

  @Test("the kernels of the book are the same everywhere, the fastest follow the processor")
  func kernels() {
    for description in [old, usual, wide, nil] { #expect(Kernels.book.coreType(description: description) == "Haswell") }
    #expect(Kernels.fastest.coreType(description: usual) == "Haswell" && Kernels.fastest.coreType(description: nil) == "Haswell")
    #expect(Kernels.fastest.coreType(description: wide) == "SkylakeX")
    let partly = wide.replacingOccurrences(of: " avx512bw", with: "")
    #expect(Kernels.fastest.coreType(description: partly) == "Haswell")
  }
}
