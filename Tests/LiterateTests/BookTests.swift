import Foundation
import Literate
import TestSupport
import Testing

/// The commands `book` and `exercise`, as real processes.
@Suite(.serialized) struct BookTests {
  @Test("the book: two chapters, one of which breaks; a front page; a table of seconds; a list of errors") func book() throws {
    try Bench.use { bench in
      let entry = RunRecord(entries: [Entry(line: 2, output: .text("before\n"))]).text.trimmingCharacters(in: .newlines)
      try bench.addScript("03-mute", prose: "//: Words.\nprint(1)", script: "exit 0")
      try bench.addScript(
        "02-breaks", prose: "//: Words.\nprint(1)\n//: More.\nprint(2)",
        script: "printf '%s\\n{\"line\":5,\"out' '\(entry)' > \"$scratch/record.jsonl\"\nkill -9 $$")
      let result = try bench.run("book")
      #expect(result.status == 1)
      #expect(
        result.errorText.contains("\n2 errors:\nChapters/02-breaks/main.swift:3: the chapter was killed (signal 9)"),
        "\(result.errorText)")
      #expect(result.errorText.contains("\nChapters/03-mute/main.swift:3: the chapter left no record"))
      #expect(result.text.contains("chapter      seconds\n01-fixture "), "\(result.text)")
      #expect(try bench.text(".build/book/standard/02-breaks/README.md").contains("before"))
      let front = try bench.text("output/README.md")
      #expect(
        front.contains("## [1 A chapter that can fail](01-fixture/README.md)\n\nIt does what")
          && front.contains("<img src=\"01-fixture/line.svg\""))
      #expect(!front.contains("02-breaks"))
      #expect(try bench.text(".build/book/timings.csv").contains("01-fixture,standard,"))
      let list = try bench.run("book", "list")
      #expect(
        list.text.contains("01  A chapter that can fail\n    1 figure, 1 table, 0 equations, 1 exercise; last time: standard ")
      )
    }
  }

  @Test("--weave-only: a change of prose makes a new page, a change of code asks for a run") func weaveOnly() throws {
    try Bench.use { bench in
      let early = try bench.run("book", "--weave-only")
      #expect(
        early.status == 1
          && early.errorText.contains("there is no standard run to weave; run it again: swift run -c release chapter-01"))
      _ = try bench.run("chapter-01")
      try bench.edit("//: ## Failures", "//: New words.\n//: ## Failures")
      let woven = try bench.run("book", "--weave-only", "--only", "chapter-01")
      #expect(woven.status == 0, "\(woven.errorText)")
      #expect(try bench.text("output/01-fixture/README.md").contains("New words."))
      try bench.edit("//: New words.", "//: See {@fig:nothing}.")
      let wrong = try bench.run("book", "--weave-only")
      #expect(wrong.status == 1 && wrong.errorText.contains("main.swift:23: {@fig:nothing}: there is no such label"))
      #expect(try bench.text("output/01-fixture/README.md").contains("New words."))
      try bench.edit("print(\"the mode is\", mode)", "print(mode)")
      let changed = try bench.run("book", "--weave-only")
      #expect(
        changed.status == 1
          && changed.errorText.contains("Chapters/01-fixture/main.swift: its code has changed since its last run"))
    }
  }

  @Test(
    "options that make no sense",
    arguments: [
      (["--only", "07"], "there is no chapter “07”; the chapters are 01"), (["--effort", "quikc"], "'quikc' is invalid"),
      (["--effort", "quick", "--output", "output"], "that is the book itself"),
      (["--output", "/dev/null/x"], "nothing can be written there"),
      (["--output", "Package.swift"], "nothing can be written there (File exists)"),
      (["--output", "Chapters"], "that folder of the package holds other files than pages"),
      (["--output", "link/Chapters"], "that folder of the package holds other files than pages"),
      (["--output", "output/more"], "that lies inside the book itself"),
      (["--output", "."], "it has a README.md that is no front page of the book"),
      (["--output", ""], "--output: the name of the folder is empty"),
      (["--data", ""], "--data: the name of the folder is empty"),
      (["--data", "/nowhere"], "--data /nowhere: there is no such folder"), (["--fast"], "Unknown option '--fast'"),
    ])
  func options(arguments: [String], message: String) throws {
    try Bench.use { bench in
      try bench.write("mine", to: "README.md")
      try FileManager.default.createSymbolicLink(at: bench.file("link"), withDestinationURL: bench.root)
      let result = try TestSupport.run([bench.file("bin/book").path] + arguments, in: bench.root)
      #expect(result.status == 64 && result.errorText.contains(message), "\(result.errorText)")
      #expect(!bench.exists("output"))
      #expect(try bench.text("README.md") == "mine" && bench.exists("Chapters/01-fixture/main.swift"))
    }
  }

  @Test("a README.md that is no text is not overwritten") func noText() throws {
    try Bench.use { bench in
      try bench.write("", to: "notes/README.md")
      let bytes = Data([0xFF, 0xFE, 0x23, 0x00])
      try bytes.write(to: bench.file("notes/README.md"))
      let result = try bench.run("book", "--output", "notes")
      #expect(result.status == 64 && result.errorText.contains("it has a README.md that is no front page of the book"))
      #expect(try Data(contentsOf: bench.file("notes/README.md")) == bytes && files(below: bench.file("notes")) == ["README.md"])
    }
  }

  @Test("chapters work in the folder from which they were started: a relative name is one place") func place() throws {
    try Bench.use { bench in
      try bench.addScript("02-place", prose: "//: Words.\nprint(1)", script: "pwd > '\(bench.root.path)/place'")
      try bench.write("", to: "inner/file")
      _ = try TestSupport.run([bench.file("bin/book").path, "--only", "02"], in: bench.file("inner"))
      #expect(try bench.text("place") == bench.file("inner").path + "\n")
    }
  }

  @Test("at paper effort the records come before the chapters, and without data none of these runs") func paper() throws {
    try Bench.use { bench in
      try bench.addScript("10-mini-mnist", prose: "//: Words.\nprint(1)", script: ": > '\(bench.root.path)/ran'")
      let none = ["NATURAL_GRADIENT_DATA": "", "XDG_CACHE_HOME": bench.file("cache").path]
      func paper(_ chapters: String) throws -> CommandResult {
        try TestSupport.run(
          [bench.file("bin/book").path, "--effort", "paper", "--offline", "--only", chapters], in: bench.root, environment: none)
      }
      let refused = try paper("01,10")
      #expect(refused.status == 64 && refused.errorText.hasPrefix("Error: MNIST was not found: "), "\(refused.errorText)")
      #expect(!bench.exists("ran") && !bench.exists(".build/book/paper"))
      let other = try paper("01")
      #expect(other.status == 0 && bench.exists("output/01-fixture/README.md"), "\(other.errorText)")
    }
  }

  @Test("a chapter that is not built, and a folder that is no package") func missing() throws {
    try Bench.use { bench in
      try FileManager.default.removeItem(at: bench.file("bin/chapter-01"))
      let result = try bench.run("book")
      #expect(
        result.status == 64
          && result.errorText.contains("chapter-01 is not built; run: swift build -c release --product chapter-01"))
      try FileManager.default.removeItem(at: bench.file("Package.swift"))
      #expect(try bench.run("book", "list").errorText.contains("the package is not here"))
    }
  }

  @Test("exercises: judged by a quick run, then by its record") func exercises() throws {
    try Bench.use { bench in
      let right = try bench.run("exercise", "01.1", "2 + 2")
      #expect(
        right.status == 0 && right.text == "Right. The solution is folded in output/01-fixture/README.md, Exercise 1.1.\n",
        "\(right.errorText)")
      #expect(right.errorText.contains("computes the answer"))
      _ = try bench.run("chapter-01")
      let wrong = try bench.run("exercise", "1.1", "-4")
      #expect(wrong.status == 1 && wrong.text == "Not yet.\nHint: Add.\n")
      #expect(wrong.errorText == "")
      #expect(try bench.run("exercise", "01.1", "(4, 4)").text.contains("the answer has 1 number, and 2 came"))
      let unread = try bench.run("exercise", "01.1", "4 +* 2")
      #expect(unread.status == 64 && unread.errorText.contains("  4 +* 2\n     ^ “*” does not fit here"))
      #expect(try bench.run("exercise", "01.7", "1").errorText == "Error: there is no exercise 01.7; its chapter has only 01.1\n")
      #expect(try bench.run("exercise", "list").text == "01.1  A chapter that can fail: double\n")
      #expect(try bench.run("exercise", "01.1").text.contains("What is twice two?"))
      #expect(try bench.run("exercise").status == 64)
    }
  }

  @Test("how long it will take") func forecast() {
    typealias Running = Forecast.Running
    let half = Running(seconds: 10, fraction: 0.5, lastSeconds: 100)
    let young = Running(seconds: 10, fraction: 0, lastSeconds: 40)
    #expect(Forecast.rest(running: [half, young], waiting: [], workers: 2) == 30)
    #expect(Forecast.rest(running: [half, young], waiting: [60], workers: 2) == 60)
    #expect(Forecast.rest(running: [half], waiting: [30, 40], workers: 2) == 40)
    #expect(Forecast.rest(running: [half], waiting: [nil], workers: 2) == nil)
    #expect([59.2, 125, 7500].map(Forecast.words) == ["60 s", "2 min 05 s", "2 h 05 min"])
    var timings = Timings(text: "chapter,effort,seconds\n01-a,quick,1.5\nbroken\n")
    timings["02-b", .standard] = 3
    #expect(timings["01-a", .quick] == 1.5 && Timings(text: timings.text) == timings)
  }
}
