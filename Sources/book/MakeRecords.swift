import ArgumentParser
import Datasets
import Experiments
import Foundation
import Literate

extension BookCommand {
  /// Makes the records of some chapters that are missing, unfinished or stale, one experiment after the other, before the
  /// chapters draw from them.
  func makeRecords(of chapters: [ChapterSource], _ plan: RunPlan) throws {
    func records(of chapter: String) -> String { plan.root.appending(path: "output/\(chapter)/records").path }
    let due = BookExperiment.all.filter { item in
      chapters.contains { $0.folder == item.chapter } && Sitting(item, in: records(of: item.chapter)).isDue
    }
    // All images first: an interruption ends the process here, and nothing is lost.
    let folders = DataFolders(requested: plan.data?.path)
    let download = plan.data == nil && !plan.isOffline ? Download() : nil
    var loaded: [(source: ImageSource, images: ExperimentImages)] = []
    for source in due.map(\.experiment.images) where !loaded.contains(where: { $0.source == source }) {
      loaded.append((source, try refusing { try ExperimentImages(ofRecord: source, from: folders, download: download) }))
    }
    Interruption.watch()
    var line = ProgressLine()
    let voice = Sitting.Voice(tell: { line.tell($0) }, show: { line.show($0) })
    for chapter in chapters.map(\.folder) {
      let stopped = try refusing(first: { line.clear() }) {
        try Sitting.catchUp(
          due.filter { $0.chapter == chapter }, in: records(of: chapter), checkpoints: nil,
          isStopped: { Interruption.isRequested }, voice: voice
        ) { source in loaded.first { $0.source == source }!.images }
      }
      line.clear()
      guard let stopped else { continue }
      Interruption.tell("\(stopped) is kept as of its last whole epoch", restarted: false)
      throw ExitCode(ExitStatus.interrupted)
    }
  }
}
