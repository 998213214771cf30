/// Where the next text lines belong.
struct LineWriter {
  var block: Int
  var context: TextLine.Context
  /// The check box for the next line.
  var box: ListMarker.Box?
  /// The marker of an HTML list for the next line.
  var marker: ListMarker?
  /// Whether the block has a line already.
  var hasLine = false

  init(block: Int, context: TextLine.Context, box: ListMarker.Box?) {
    self.block = block
    self.context = context
    self.box = box
  }
}
