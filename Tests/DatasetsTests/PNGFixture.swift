import Foundation

/// Small PNG files of 7×5 pixels that other programs wrote.
///
/// `netpbmGrey`, `netpbmColour` and `interlaced` come from pnmtopng, which chooses the filters itself; the others from a
/// script in Python with its zlib, which gives the rows the five filters in turn.
enum PNGFixture {
  static let grey =
    "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAAAAACs8akEAAAAIklEQVR42mPgNgitmn/kJWOaKhgwRUMA854DDiDAEg0RBwDzlQsXtuNbawAAAABJ"
    + "RU5ErkJggg=="
  static let greyLater =
    "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAAAAACs8akEAAAACUlEQVR42mPiNgitmn/tJfN8AAAAIElEQVTkJXOiAwgcYIlWBYJoVQYZx7TuDVd/"
    + "MZarggEAA5YMUzAy2qUAAAAASUVORK5CYII="
  static let rgb =
    "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAIAAAAG+GGPAAAASklEQVR42mPkZj2hapqKhpiiBdkxEXOfTL6D8jYHZbMDYOSw2AzIZQHKqILlVSHI"
    + "FEQylHs+mVPneXDzumcvhLllKwyC7oa2OwEAVFccEyKAI4wAAAAASUVORK5CYII="
  static let greyAlpha =
    "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAQAAAAjkz5TAAAANklEQVR42mPm1tA2tHUI8EuKLc1ur2KJDlaVRUCGg+eevebmMFANdaqKn1/DKKOI"
    + "LMsUHYwMAdLiE21QkhqwAAAAAElFTkSuQmCC"
  static let rgba =
    "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAYAAACJmvbYAAAAV0lEQVR42mPhZj2hoWqaKosNM6SJna/u9jaZsaFh5tarW/9d+vUq+b28/AkelxBd"
    + "TcaD6tfO4dLJFC3IHowLM2fqlqU4KG+zcFA2swDTi80sDiiD8LYdAKBZK50g6e7bAAAAAElFTkSuQmCC"
  static let bits1 =
    "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFAQAAAACh4ct1AAAAEklEQVR42mPkY8pibmOJYSgAAAfMAdWsUUrwAAAAAElFTkSuQmCC"
  static let bits2 =
    "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFAgAAAADmQbGlAAAAF0lEQVR42mNi3cOcacjSmsEgtocxfyoAHIgEKY/oJp0AAAAASUVORK5CYII="
  static let bits4 =
    "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFBAAAAABpAUQFAAAAIUlEQVR42mNmDiucxJIaauLPcI45fAKjSEioMVNqmlsCAFSRBr1kSP3/AAAAAElF"
    + "TkSuQmCC"
  static let palette =
    "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFBAMAAAB7tOvrAAAAMFBMVEUDAP8SKfYhUu0we+Q/pNtOzdJd9slsH8B7SLeKca6ZmqWow5y37JPGFYrV"
    + "PoHkZ3ix01/FAAAAA3RSTlMAgMhUShYXAAAAIUlEQVR42mNhDnF1YcjY+9GB8ZxpiCWTW2paAnN+nN11AGAxCCREiUcrAAAAAElFTkSuQmCC"
  static let netpbmGrey =
    "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAAAAACs8akEAAAAGklEQVQImWPkVlVVVVVVZYmG0IwHobQMqjgAd88GAMoEqEUAAAAASUVORK5CYII="
  static let netpbmColour =
    "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAMAAAC+RAbqAAAAaVBMVEWf2VxV+2rBJ9ZmFs+wDHF3SeQLBcgcON0LHXjmXDuLSzTEDsGcfknVQdYw"
    + "Oi1BbUJ6MM8fH8gwUt3pQyawgJn6djvBs65Vb5KfZTRmoqdEVC0LkaBVh0Lm6BPVtf6L1wx6pPcwxgX66mNxW3hvAAAAMElEQVQImWNg4xNXYOAW"
    + "ZmDmEpFTEpRiYOKUVmQUkGBg55eUZ+EVZWDlEZPlEJIBAC1fAlQOXbRgAAAAAElFTkSuQmCC"
  static let interlaced =
    "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAAAAAHb9pmSAAAAMklEQVQImWPgZpjPUM7NEPqS4WAow0Hu0PmMBl5eLNu8GBjmPDNgTFNVVVVVVWWU"
    + "gdAAGNYK/PWSUZ8AAAAASUVORK5CYII="
  static let sixteen =
    "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFEAAAAAD8YXVHAAAAL0lEQVR42mPgZjdgD2WvYp/PfoT9JTtjGrsqAwIyRTMgQ+Y9LAcYHOCQJZoBWTEA"
    + "3R8LU0p+jZIAAAAASUVORK5CYII="
  static let keyed =
    "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAAAAACs8akEAAAAAnRSTlMAC+FBFLAAAAAiSURBVHjaY+A2CK2af+QlY5oqGDBFQwDzngMOIMASDREH"
    + "APOVCxe241trAAAAAElFTkSuQmCC"

  static func bytes(_ base64: String) -> [UInt8] { [UInt8](Data(base64Encoded: base64) ?? Data()) }

  /// Channel k of the pixel in column x and row y: red or grey, green, blue, opacity.
  static func channel(_ k: Int, _ x: Int, _ y: Int) -> Int {
    [37 * x + 91 * y + 11, 53 * x + 17 * y + 5, 101 * x + 7 * y + 200, 29 * x + 83 * y + 40][k] % 256
  }

  static func pixels<Value>(_ value: (Int, Int) -> Value) -> [Value] {
    (0..<5).flatMap { y in (0..<7).map { x in value(x, y) } }
  }
}
