/// Which gradient a flow follows: ∇F, or I⁻¹∇F with the Fisher matrix I.
public enum GradientKind: Sendable, CaseIterable {
  case vanilla, natural
}
