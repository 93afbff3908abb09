import ArgumentParser
import Literate

@main struct BookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "book",
    abstract: "Build the book: run its chapters and make their pages.",
    discussion: """
      Every chapter is a program of its own. This one runs them, two at a time. The
      page of each, with its figures, their data and the scripts that draw them,
      goes to output/NN-name/. Start reading at output/README.md.

      swift run -c release book                  the whole book
      swift run -c release book --effort quick   a look in seconds
      swift run -c release book --effort paper   first all long trainings whose
                                                 records are missing or stale
      swift run -c release book --only 01,11     two chapters
      swift run -c release book --weave-only     new pages after a change of prose
      swift run -c release book list             the chapters and their times
      swift run -c release book data             the data sets, downloaded if need be
      swift run -c release book experiments list the long trainings and their records

      The exit status is 0 when every page was made, 1 when something failed, and
      130 when it was stopped.
      """,
    subcommands: [ListCommand.self, DataCommand.self, ExperimentsCommand.self])

  @Option(help: ArgumentHelp("Build these chapters only, by their numbers: 01,11.", valueName: "chapters"))
  var only: String?

  @Flag(help: "Make the pages from the records of earlier runs; run nothing.")
  var weaveOnly = false

  @OptionGroup var options: RunOptions

  func run() throws {
    let makesRecords = options.effort == .paper && !weaveOnly
    if makesRecords { Machine.use(.fastest) }
    if let complaint = Machine.complaint() { throw refusal(complaint) }
    let package: PackageFolder
    let plan: RunPlan
    let jobs: [Job]
    do {
      package = try PackageFolder()
      let sources = try package.chapters(only: only)
      plan = try options.plan(root: package.root)
      jobs = weaveOnly ? [] : try sources.map { try package.job(for: $0) }
    } catch {
      throw refusal("\(error)")
    }
    if makesRecords { try makeRecords(of: jobs.map(\.source), plan) }
    var run = BookRun(plan: plan, index: package.index)
    let started = ContinuousClock.now
    var report = weaveOnly ? run.weave(try package.chapters(only: only)) : run.run(jobs)
    if !report.isInterrupted { report.add(FrontPages(plan: plan, index: package.index).write()) }
    if !report.seconds.isEmpty {
      let seconds = started.duration(to: .now) / .seconds(1)
      Swift.print("\(report.table)in all, two at a time: \(Forecast.words(seconds))\n")
    }
    report.tell()
    throw ExitCode(report.exitStatus)
  }
}
