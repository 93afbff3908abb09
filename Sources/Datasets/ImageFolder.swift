import Foundation

extension ImageSet {
  /// The PNG images of a folder, in the order of their names, in grey and without labels.
  ///
  /// Names are compared byte by byte: 10.png comes before 9.png. Sub-folders and hidden files are not looked at.
  ///
  /// - Throws: `PNGError` when there is no such folder or image, one cannot be read, or two sizes meet.
  public init(name: String, pngFolder folder: String) throws(PNGError) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw PNGError(file: folder, reason: .noFolder)
    }
    let files = names.filter { $0.lowercased().hasSuffix(".png") && !$0.hasPrefix(".") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { "\(folder)/\($0)" }
    guard let first = files.first else { throw PNGError(file: folder, reason: .noFiles) }
    let model = try GreyImage(contentsOf: first)
    var bytes = model.bytes
    for file in files.dropFirst() {
      let image = try GreyImage(contentsOf: file)
      guard (image.width, image.height) == (model.width, model.height) else {
        let reason = PNGError.Reason.otherSize(
          width: image.width, height: image.height, wantedWidth: model.width, wantedHeight: model.height)
        throw PNGError(file: file, reason: reason)
      }
      bytes += image.bytes
    }
    self.init(name: name, height: model.height, width: model.width, bytes: bytes)
  }
}

/// Images that were not read, in whichever format. `description` is one sentence.
public enum ImageError: Error, Sendable, Equatable, CustomStringConvertible {
  case idx(IDXError)
  case png(PNGError)

  public var description: String {
    switch self {
    case .idx(let error): error.description
    case .png(let error): error.description
    }
  }
}

extension ImageSet {
  /// Reads a folder of PNG images, or else an IDX file, gzip or plain.
  public init(name: String, at path: String) throws(ImageError) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      do { try self.init(name: name, pngFolder: path) } catch { throw .png(error) }
    } else {
      do { try self.init(name: name, images: path) } catch { throw .idx(error) }
    }
  }
}
