// What is shown of the pages found, and who is on, for a question about a rota or a person.
(() => {
  'use strict'
  const search = window.sitegenSearch

  // What is shown of a page
  /** A text in pieces, every second of them a word that was asked for. */
  search.pieces = (text, terms) => {
    let end = 0
    return [...search.spots(text, terms).flatMap(({ 0: word, index }) => [text.slice(end, index), (end = index + word.length, word)]), text.slice(end)]
  }
  /** About 160 letters of a text, from where most of the words stand. */
  search.excerpt = (text, terms) => {
    const at = search.spots(text, terms).map(match => match.index)
    const counts = at.map(spot => at.filter(other => other >= spot && other < spot + 120).length)
    const spot = at[counts.indexOf(Math.max(...counts))] ?? 0
    const from = spot < 60 ? 0 : text.indexOf(' ', spot - 50) + 1
    const isLast = from + 160 >= text.length
    return (from ? '… ' : '') + text.slice(from, isLast ? text.length : text.lastIndexOf(' ', from + 160)) + (isLast ? '' : ' …')
  }
  search.details = async (n, which) => {
    const [text, ...headings] = ((await search.load(`text/${n >> 2}`))[n & 3] ?? '').split('\t')
    return { text, id: headings[2 * which], heading: headings[2 * which + 1] }
  }

  // Who is on, at the present instant, from the shifts in `search/now.js`
  const minute = 60000
  const questions = /^(who|whos|is|are|s|on|call|oncall|duty|now|next|today|when|in|of|at|for|the)$/

  /** The shifts of a seat: the gap before each, how long it is, and the place of its person in `people`. */
  const shifts = (text, people, end = 0) => {
    const all = search.numbers(text)
    return all.flatMap((gap, i) => i % 3 ? [] : {
      start: (end += gap) * minute, end: (end += all[i + 1]) * minute, address: people[2 * all[i + 2]], name: people[2 * all[i + 2] + 1],
    })
  }
  let read
  const seats = () => read ??= search.load('now').then(lines => {
    const [people, ...rotas] = lines.map(line => line.split('\t'))
    return rotas.flatMap(([address, rota, ...seats]) => seats.flatMap((seat, i) => i % 2 ? [] : { address, rota, seat, shifts: shifts(seats[i + 1], people) }))
  })
  /** A seat with who is on and who is next, at an instant. */
  const state = (seat, instant) => {
    const now = seat.shifts.find(shift => shift.start <= instant && instant < shift.end)
    const next = seat.shifts.find(shift => shift.start > instant && shift.address !== now?.address)
    return { ...seat, now, next }
  }
  const ofPerson = (all, address) => all.map(seat => ({ ...seat, address, isPerson: true, shifts: seat.shifts.filter(shift => shift.address === address) }))

  /** The seats of the rotas, and the next turns of the people, that all words but those of the question name. */
  search.answers = async terms => {
    const rest = terms.filter(term => !questions.test(term.word))
    const found = search.rank(rest).filter(sum => sum.titles === rest.length).slice(0, 8)
    const named = (await Promise.all(found.map(sum => search.page(sum.page)))).filter(page => page.kind === 1 || page.kind === 2)
    if (rest.length && !named.length) return []
    const all = await seats(), instant = Date.now()
    const asked = rest.length ? named.flatMap(({ kind, address }) => kind === 2 ? all.filter(seat => seat.address === address) : ofPerson(all, address)) : all
    return asked.map(seat => state(seat, instant)).filter(seat => !seat.isPerson || seat.now || seat.next).sort((one, other) => !one.now - !other.now).slice(0, 6)
  }
})()
