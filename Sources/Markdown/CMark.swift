private import CCMark
private import Glibc

/// The one door to libcmark: a document owns its tree, a node is a place in it that is good as long as the document.
final class CMarkDocument {
  private let pointer: OpaquePointer

  /// Parses CommonMark 0.30. libcmark never fails on text.
  init(_ source: UnsafeBufferPointer<UInt8>) {
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
    defer { cmark_parser_free(parser) }
    source.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    pointer = cmark_parser_finish(parser)
  }

  deinit { cmark_node_free(pointer) }

  var root: CMarkNode { CMarkNode(pointer) }
}

/// A node of libcmark's tree.
struct CMarkNode: Equatable {
  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, customBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, customInline, emphasis, strong, link, image
  }

  private let pointer: OpaquePointer

  fileprivate init(_ pointer: OpaquePointer) { self.pointer = pointer }

  private static func node(_ pointer: OpaquePointer?) -> CMarkNode? { pointer.map { CMarkNode($0) } }

  @inline(__always) var firstChild: CMarkNode? { .node(cmark_node_first_child(pointer)) }
  @inline(__always) var next: CMarkNode? { .node(cmark_node_next(pointer)) }
  @inline(__always) var parent: CMarkNode? { .node(cmark_node_parent(pointer)) }
  @inline(__always) var previous: CMarkNode? { .node(cmark_node_previous(pointer)) }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_CUSTOM_BLOCK: .customBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_CUSTOM_INLINE: .customInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    default: .image
    }
  }

  /// The text of a text, code or HTML node; the bytes live as long as the document.
  var literal: UnsafeBufferPointer<UInt8> { .init(text: cmark_node_get_literal(pointer)) }
  var url: UnsafeBufferPointer<UInt8> { .init(text: cmark_node_get_url(pointer)) }
  var title: UnsafeBufferPointer<UInt8> { .init(text: cmark_node_get_title(pointer)) }
  var fenceInfo: UnsafeBufferPointer<UInt8> { .init(text: cmark_node_get_fence_info(pointer)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
  /// The lines of the parsed text, from 1, both included.
  var lines: ClosedRange<Int> {
    let first = max(1, Int(cmark_node_get_start_line(pointer)))
    return first...max(first, Int(cmark_node_get_end_line(pointer)))
  }
  var startColumn: Int { max(1, Int(cmark_node_get_start_column(pointer))) }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate init(text: UnsafePointer<CChar>?) {
    guard let text else {
      self.init(start: nil, count: 0)
      return
    }
    let count = strlen(text)
    self.init(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: count)
  }
}
