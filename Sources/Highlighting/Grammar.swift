/// What tells the tokens of a language apart whose code is words, strings, comments and marks.
struct Grammar: Sendable {
  var keywords = WordSet("")
  var constants = WordSet("")
  var lineComments: [StaticString] = []
  var hasBlockComments = false
  /// Quotes of strings that end with their line.
  var quotes: [UInt8] = []
  /// Quotes of strings that may span lines, a backslash being an escape.
  var longQuotes: [UInt8] = []
  /// Quotes of raw strings, which may span lines and know no escape.
  var rawQuotes: [UInt8] = []
  /// Three of a quote open a string that three of them end.
  var hasTripleQuotes = false
  /// Whether a quote stands for itself by being doubled, and a backslash for itself.
  var doublesQuotes = false
  var hasDollarQuotes = false
  var decorators: UInt8?
  var hasRegularExpressions = false
  /// Whether a string before a colon is a key.
  var hasKeys = false
  /// Words behind which a name is declared.
  var declares = WordSet("")
  /// Letters that may stand right before a string.
  var stringPrefixes = WordSet("")
}

extension Grammar {
  static let json = Grammar(
    constants: WordSet("true false null"), lineComments: ["//"], hasBlockComments: true,
    quotes: [UInt8(ascii: "\""), UInt8(ascii: "'")], hasKeys: true)

  static let sql = Grammar(
    keywords: WordSet(
      """
      select from where and or not in is as on join left right full inner outer cross using group by order having limit \
      offset union all distinct insert into values update set delete create table view index unique primary key foreign \
      references default constraint check alter add drop column begin commit rollback transaction case when then else end \
      exists between like ilike asc desc with recursive returning grant revoke to explain analyze vacuum truncate if \
      replace function returns language trigger procedure declare cascade interval over partition window filter lateral
      """, ignoresCase: true),
    constants: WordSet("true false null", ignoresCase: true), lineComments: ["--"], hasBlockComments: true,
    longQuotes: [UInt8(ascii: "'")], doublesQuotes: true, hasDollarQuotes: true)

  static let python = Grammar(
    keywords: WordSet(
      """
      and as assert async await break class continue def del elif else except finally for from global if import in is \
      lambda nonlocal not or pass raise return try while with yield match case
      """), constants: WordSet("True False None"), lineComments: ["#"],
    quotes: [UInt8(ascii: "\""), UInt8(ascii: "'")], hasTripleQuotes: true, decorators: UInt8(ascii: "@"),
    declares: WordSet("def class"), stringPrefixes: WordSet("r f b u rb br fr rf R F B U"))

  private static let ecmaWords = """
    async await break case catch class const continue debugger default delete do else export extends finally for from \
    function get if import in instanceof let new of return set static super switch this throw try typeof var void while \
    with yield
    """

  static let javaScript = Grammar(
    keywords: WordSet(ecmaWords), constants: WordSet("true false null undefined NaN Infinity"), lineComments: ["//"],
    hasBlockComments: true, quotes: [UInt8(ascii: "\""), UInt8(ascii: "'")], longQuotes: [UInt8(ascii: "`")],
    hasRegularExpressions: true, declares: WordSet("function class"))

  static let typeScript = Grammar(
    keywords: WordSet(
      ecmaWords
        + """
         abstract any as boolean declare enum implements interface keyof namespace never number private protected public \
        readonly satisfies string type unknown
        """), constants: javaScript.constants, lineComments: ["//"], hasBlockComments: true, quotes: javaScript.quotes,
    longQuotes: javaScript.longQuotes, decorators: UInt8(ascii: "@"), hasRegularExpressions: true,
    declares: WordSet("function class interface enum"))

  static let go = Grammar(
    keywords: WordSet(
      """
      break case chan const continue default defer else fallthrough for func go goto if import interface map package \
      range return select struct switch type var bool byte error float32 float64 int int8 int16 int32 int64 rune string \
      uint uint8 uint16 uint32 uint64 uintptr any
      """), constants: WordSet("true false nil iota"), lineComments: ["//"], hasBlockComments: true,
    quotes: [UInt8(ascii: "\""), UInt8(ascii: "'")], rawQuotes: [UInt8(ascii: "`")], declares: WordSet("func type"))

  static let java = Grammar(
    keywords: WordSet(
      """
      abstract assert boolean break byte case catch char class const continue default do double else enum extends final \
      finally float for if implements import instanceof int interface long native new package private protected public \
      record return sealed short static strictfp super switch synchronized this throw throws transient try var void \
      volatile while yield permits
      """), constants: WordSet("true false null"), lineComments: ["//"], hasBlockComments: true,
    quotes: [UInt8(ascii: "\""), UInt8(ascii: "'")], hasTripleQuotes: true, decorators: UInt8(ascii: "@"),
    declares: WordSet("class interface enum record"))
}
