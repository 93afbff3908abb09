extension Figure {
  /// The texts of all files of the figure; a pure function of the figure and its name.
  public func sources(name: String) throws(FigureError) -> FigureSources {
    guard isGoodName(name) else { throw FigureError(name, .badName) }
    guard !panels.isEmpty else { throw FigureError(name, .noPanels) }
    for k in panels.indices where panels[k].layers.isEmpty { throw FigureError(name, .noLayers(panel: title(of: k))) }
    let layout = try Layout(self, name: name)
    var drawn: [(Panel, Sheet)] = []
    for (k, panel) in panels.enumerated() {
      var sheet = Sheet(
        figure: name, panel: title(of: k), x: panel.x, y: panel.y, frame: layout.places[k].frame, pageWidth: layout.width,
        pageHeight: layout.height)
      // Labels keep away from what all the other layers draw, so these are drawn once for measuring.
      var trial = sheet
      for layer in panel.layers where !(layer is Contours) { try layer.draw(on: &trial) }
      sheet.obstacles = trial.covered
      for layer in panel.layers { try layer.draw(on: &sheet) }
      sheet.placeEndLabels()
      drawn.append((panel, sheet))
    }
    let (data, files) = tables(of: drawn.map(\.1), name: name)
    for file in data where file.text.utf8.count > CSV.limit {
      throw FigureError(name, .tooLarge(file: file.name, bytes: file.text.utf8.count, limit: CSV.limit))
    }
    let names = drawn.map { $0.1.tables.map(\.columnNames) }
    let script = Script(name: name, layout: layout, panels: drawn, files: files, names: names)
    return FigureSources(data: data, script: .init(name: "\(name).gp", text: script.text))
  }

  /// Gives every table a file; equal tables share one. Returns the files and, panel by panel, the file of each table.
  private func tables(of sheets: [Sheet], name: String) -> ([FigureSources.File], [[String]]) {
    var texts: [String] = []
    var owners: [[(panel: Int, part: String)]] = []
    let indices = sheets.enumerated().map { k, sheet in
      sheet.tables.map { table in
        let text = table.csv.text
        if let same = texts.firstIndex(of: text) {
          owners[same].append((k, table.part))
          return same
        }
        texts.append(text)
        owners.append([(k, table.part)])
        return texts.count - 1
      }
    }
    guard texts.count != 1 else {
      return ([.init(name: "\(name).csv", text: texts[0])], indices.map { $0.map { _ in "\(name).csv" } })
    }
    var names: [String] = []
    for owner in owners {
      let (panel, part) = owner[0]
      var pieces = [name]
      // A table of one panel among several bears the panel's name, unless it is the panel's only one and that says enough.
      if panels.count > 1, owner.allSatisfy({ $0.panel == panel }) {
        let title = words(panels[panel].title, joinedBy: "-")
        pieces.append(title.isEmpty ? "panel-\(panel + 1)" : title)
      }
      if pieces.count == 1 || sheets[panel].tables.count > 1 { pieces.append(words(part, joinedBy: "-")) }
      names.append(unique(pieces.filter { !$0.isEmpty }.joined(separator: "-"), taken: names, separator: "-"))
    }
    let files = zip(names, texts).map { FigureSources.File(name: "\($0).csv", text: $1) }
    return (files, indices.map { $0.map { files[$0].name } })
  }
}
