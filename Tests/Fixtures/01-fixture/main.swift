//: # A chapter that can fail
//: It does what the environment variable `FIXTURE` says.
//:
//: The seed is {{seed}}, and {@fig:line} is a line.
import Figures
import Foundation
import Literate

chapter.begin(seed: 3)  // hide
let mode = ProcessInfo.processInfo.environment["FIXTURE"] ?? ""
value("seed", Double(chapter.seed), "%d")
chapter.progress(0.25, "first quarter")

//: ## Outputs
figure("line", "A line.", alt: "A line from the origin to (1, 1)") {
  Panel(x: Axis("x"), y: Axis("y")) { Curve([Point(0, 0), Point(1, 1)], .natural) }
}
table(
  "numbers", "Numbers.", columns: ["name", "value"], rows: [["a", 1.5], ["b", chapter.effort.choose(quick: 1, standard: 2)]])
print("the mode is", mode)
expect(0.1 + 0.2, equals: 0.3, within: 1e-12, as: "a sum")

//: ## Failures
if mode == "expect" { expect(1.0, equals: 2.0, within: 0.1, as: "one is two") }
if mode == "data" { chapter.usesData("Digits drawn by a program.", .synthetic) }
if mode == "sleep" { sleep(60) }

//: A crash in here loses nothing of the cells above.
@MainActor func third(of numbers: [Int]) -> Int { numbers[mode == "index" ? 3 : 0] }
func checked(_ text: String) throws -> Int {
  guard let number = Int(text) else { throw CocoaError(.formatting) }
  return number
}
print(third(of: [1, 2, 3]))
print(try checked(mode == "throw" ? "x" : "1"))
if mode == "fatal" { fatalError("on purpose") }
if mode == "kill" { kill(getpid(), SIGKILL) }
if mode == "exit" { exit(3) }
if mode == "library" { chapter.begin(seed: 4) }
if mode == "listing" { listing("Small/Step.swift", "step") }
if mode == "stray" { print("this goes to standard output", separator: " ", terminator: "\n") }

//: ::: exercise double
//: What is twice two?
//: ::: hint
//: Add.
//: ::: solution
//: Four.
//: :::
answer("double", 4, within: 1e-6)  // hide
