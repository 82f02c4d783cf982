import QRCode
import Testing

@Suite("QR codes")
struct QRCodeTests {
  private func picture(_ text: String) throws -> [String] {
    let code = try #require(QRCode(text))
    return (0..<code.size).map { row in String((0..<code.size).map { code[row, $0] ? "#" : "." }) }
  }

  @Test("A short word is the smallest symbol, module for module")
  func smallest() throws {
    #expect(
      try picture("sitegen") == [
        "#######..#....#######",
        "#.....#.#..##.#.....#",
        "#.###.#..###..#.###.#",
        "#.###.#....#..#.###.#",
        "#.###.#.###.#.#.###.#",
        "#.....#..#..#.#.....#",
        "#######.#.#.#.#######",
        ".........#.##........",
        "#.#.#.#..#.#....#..#.",
        "##..##.##.....##.####",
        "#..#..###.#.#...#####",
        "..##.#.#.##...###...#",
        "##.##.#..##.#.##.#..#",
        "........#.##.#.##...#",
        "#######..###.####.###",
        "#.....#..#####......#",
        "#.###.#.#..#.####..##",
        "#.###.#..#....###..#.",
        "#.###.#.#...#..####.#",
        "#.....#..##...#.#..#.",
        "#######.#...#.###..##",
      ])
  }

  @Test("A feed's address of 61 bytes is version 4, with an alignment pattern")
  func feedAddress() throws {
    #expect(
      try picture("webcal://handbook.example.com/support/rotas/delivery/rota.ics") == [
        "#######.#....###.##....#..#######",
        "#.....#..#.#..#.##.#..#.#.#.....#",
        "#.###.#...##..##.##..####.#.###.#",
        "#.###.#.#.........#....#..#.###.#",
        "#.###.#.#...#.####..#..#..#.###.#",
        "#.....#.###.....#..#.#....#.....#",
        "#######.#.#.#.#.#.#.#.#.#.#######",
        "........#.....#.###..##.#........",
        "#...#.####.#.....#..##########..#",
        "....##.#..##...##......#.#...##..",
        "##.#####..#.####.....#.#...#...#.",
        "#.#....#.#.###...#...#..#.##.....",
        "##....##..#..#.#.#...####.###..##",
        "##.###..##.######.#..#.###.#..##.",
        "..#.########...#.#.....####..#.#.",
        ".#.#......#..#####.#.#...##....##",
        "##..###.#####.##.#.#.##.#####...#",
        "##.###....####.####..#.#.#....#..",
        "...#..##.......#..#.##.#########.",
        "##.#.#....#.#.#.###.####.##....#.",
        "##.#..#.#.#####..#.#.##...#.#...#",
        "##.##......#..####...#.#.....#...",
        "..#.###..##...#####.#..######.##.",
        "..##.....#....#..#..##.#.##.#..#.",
        "####.##.#....#.#.#.####.######...",
        "........#.#....##.#..#..#...#.#..",
        "#######.#..##..####..##.#.#.#.##.",
        "#.....#..###.....#.###..#...#..##",
        "#.###.#.##..####.#..###.#####..##",
        "#.###.#..#..####..#..##.#.#.#.#..",
        "#.###.#..##...##.##...###.#.###..",
        "#.....#..#..#..#######.###..#....",
        "#######.#..#.....#####.####..#..#",
      ])
  }

  @Test("The path draws each run of dark modules once, four modules from the edge")
  func path() throws {
    let code = try #require(QRCode("sitegen"))
    #expect(code.extent == 29)
    #expect(code.path.hasPrefix("M4 4h7v1h-7zM13 4h1v1h-1zM18 4h7v1h-7z"))
    var drawn: [[Int]] = []
    for rectangle in code.path.split(separator: "z") {
      let numbers = rectangle.split { !$0.isNumber }.compactMap { Int($0) }
      #expect(rectangle == "M\(numbers[0]) \(numbers[1])h\(numbers[2])v1h-\(numbers[2])")
      drawn += (0..<numbers[2]).map { [numbers[1] - 4, numbers[0] - 4 + $0] }
    }
    let dark = (0..<21).flatMap { row in (0..<21).filter { code[row, $0] }.map { [row, $0] } }
    #expect(drawn == dark)
  }

  @Test(
    "The smallest version of level M is taken: a byte more is the next size",
    arguments: [
      (0, 21), (14, 21), (15, 25), (122, 45), (123, 49), (180, 53), (181, 57), (213, 57), (624, 93), (666, 97),
    ])
  func sizes(bytes: Int, size: Int) {
    #expect(QRCode(String(repeating: "a", count: bytes))?.size == size)
  }

  @Test("A text of more than 666 bytes has no code; letters count as bytes of UTF-8")
  func tooLong() {
    #expect(QRCode(String(repeating: "é", count: 333))?.size == 97)
    #expect(QRCode(String(repeating: "é", count: 333) + "a") == nil)
  }
}
