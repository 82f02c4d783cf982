import Testing

@testable import Search

@Suite("Who is on, for the search")
struct SearchRotaTests {
  @Test("People, then a line for each rota with its seats: gap, length and person of each shift")
  func file() {
    let ana = (name: "Ana Ruiz", address: "people/ana/")
    let shifts = [
      SearchRota.Shift(seconds: 600..<1200, name: ana.name, address: ana.address),
      SearchRota.Shift(seconds: 1200..<4800, name: "Ben\tOde", address: "people/ben/"),
      SearchRota.Shift(seconds: 9059..<9120, name: ana.name, address: ana.address),
    ]
    let rota = SearchRota(
      title: "Delivery support", address: "rotas/delivery/",
      seats: [.init(title: "Engineer", shifts: shifts), .init(title: "Manager", shifts: [])])
    let file = SearchRota.file([rota, SearchRota(title: "Nobody's", address: "rotas/n/", seats: [])])
    #expect(file.path == "search/now.js")
    #expect(
      String(decoding: file.bytes, as: UTF8.self) == """
        sitegenSearch('now',`people/ana/\tAna Ruiz\tpeople/ben/\tBen Ode
        rotas/delivery/\tDelivery support\tEngineer\t//%%a*&a4'%\tManager\t
        rotas/n/\tNobody's
        `)

        """)
  }

  @Test("A site without rotas has the file too, so that nobody asks for a file that is missing")
  func none() { #expect(String(decoding: SearchRota.file([]).bytes, as: UTF8.self) == "sitegenSearch('now',`\n`)\n") }
}
