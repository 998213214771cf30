import MarkdownTree

extension TextLine.Context {
  var isHeading: Bool { if case .heading = self { true } else { false } }
  var isCell: Bool { if case .cell = self { true } else { false } }
}
