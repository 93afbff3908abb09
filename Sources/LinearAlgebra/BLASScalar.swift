/// The two scalars that BLAS knows, Float and Double: the same code is checked in Double and trained in Float.
public protocol BLASScalar: BinaryFloatingPoint, Sendable, SIMDScalar {}

extension Float: BLASScalar {}
extension Double: BLASScalar {}
