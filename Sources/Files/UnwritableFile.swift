import Foundation

/// A file or folder that cannot be written.
public struct UnwritableFile: Error, Equatable, Sendable, CustomStringConvertible {
  public let path: String
  public let why: String

  public init(path: String, why: String) { (self.path, self.why) = (path, why) }

  public var description: String { "cannot write \(path): \(why)" }
}

/// What a number of the system's, `errno`, is as an error.
public func systemError(_ number: Int32) -> any Error { NSError(domain: NSPOSIXErrorDomain, code: Int(number)) }

/// The part of an error of Foundation's or of the system's that tells a reader something; of other errors, what they say.
public func cause(of error: any Error) -> String {
  let foundation = error as NSError
  if let inner = foundation.userInfo[NSUnderlyingErrorKey] as? any Error { return cause(of: inner) }
  switch (foundation.domain, CocoaError.Code(rawValue: foundation.code)) {
  case (NSPOSIXErrorDomain, _): return String(cString: strerror(Int32(foundation.code)))
  case (NSCocoaErrorDomain, .fileWriteOutOfSpace): return "no space is left on the disk"
  case (NSCocoaErrorDomain, .fileWriteNoPermission), (NSCocoaErrorDomain, .fileReadNoPermission): return "it is not permitted"
  case (NSCocoaErrorDomain, .fileNoSuchFile), (NSCocoaErrorDomain, .fileReadNoSuchFile): return "there is no such file or folder"
  case (NSCocoaErrorDomain, .fileReadInapplicableStringEncoding), (NSCocoaErrorDomain, .fileReadCorruptFile):
    return "it is not UTF-8 text"
  case (NSCocoaErrorDomain, _): return "a part of the path is no folder, or the disk refuses"
  default: return "\(error)"
  }
}
