import ArgumentParser
import Experiments
import Literate

@main struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train a Helmholtz machine on images of your own, and look at what it learned.",
    discussion: """
      swift run -c release train nrws --images my.idx.gz --layers 300,200,100
      swift run -c release train nrws                  MNIST from the data folders
      swift run -c release train nrws --help           all options of the training
      swift run -c release train sample train-nrws/machine.model
      swift run -c release train reconstruct train-nrws/machine.model --images my.idx.gz
      swift run -c release train evaluate train-nrws/machine.model --images my.idx.gz

      ALGORITHMS
        ws      wake-sleep: q learns from dreams; uniform weights
        rws     reweighted wake-sleep: importance weights; q learns from data, too
        nws     wake-sleep along the natural gradient
        nrws    reweighted wake-sleep along the natural gradient
      Images are an IDX file, the format of MNIST, plain or gzip, or a folder of PNG
      images; of any size.

      A run keeps its state after each epoch in its folder. Stopped in whatever way,
      it goes on when the same command is given again, and ends with the same numbers.

      The exit status is 0 at the end, 1 when the training came to numbers that are
      not finite, 64 when options or files make no sense, 73 when the folder cannot
      be written, and 130 when it was stopped.
      """,
    subcommands: [
      WS.self, RWS.self, NWS.self, NRWS.self, SampleCommand.self, ReconstructCommand.self, EvaluateCommand.self,
    ])
}

/// Prepares the process for the engine; to be called first.
func prepareEngine() throws {
  Machine.use(.fastest)
  if let complaint = Machine.complaint() { throw refusal(complaint) }
}

/// The refusal that an error of a run is.
func refusal(_ error: ExperimentError) -> ExitCode {
  switch error {
  case .stored(let error): refusal(error)
  case .diverged: refusal(error.description, ExitStatus.failure)
  default: refusal(error.description)
  }
}

func refusal(_ error: StoredFileError) -> ExitCode {
  refusal(error.description, error.isOfWriting ? ExitStatus.cannotWrite : ExitStatus.usage)
}
