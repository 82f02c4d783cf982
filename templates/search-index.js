// What finds the pages: `search.js` loads it when the field is focused. The files of the index are scripts, so that they
// load from disk too; each is loaded once, for the words asked or for what is shown.
(() => {
  'use strict'
  const texts = {}, loads = {}
  const search = window.sitegenSearch
  let version = ''
  search.take = (path, text) => { texts[path] = text.split('\n') }
  const load = path => loads[path] ??= search.load(`search/${path}.js${version}`).then(() => texts[path] ?? [])
  const numbers = text => {
    const all = []
    let number = 0
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code > 96) number = number * 30 + code - 96
      else { all.push(number * 55 + code - 37); number = 0 }
    }
    return all
  }
  const sums = list => { let sum = 0; return list.map(number => sum += number) }
  // The first field of a line leaves out what it shares with that of the line before.
  const rows = (lines, mark) => {
    let last = ''
    return lines.map(line => {
      if (!line) return
      const [first, ...rest] = line.split(mark)
      return [last = last.slice(0, numbers(first[0])[0]) + first.slice(1), ...rest]
    })
  }

  // Words, folded as when the index was made; scripts without spaces give each letter with its follower.
  const runs = '[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]'
  const tokens = many => new RegExp(`${runs}${many}|(?:(?!${runs})[\\p{L}\\p{N}\\p{M}])+`, 'gu')
  const run = new RegExp(runs, 'u'), token = tokens(''), longToken = tokens('+')
  const special = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ſ: 's', ς: 'σ' }
  const fold = text => text.toLowerCase().replace(/[\u0300-\u036f]/g, '').replace(/[à-ɏḁ-ỿ]/g, letter => letter.normalize('NFD')[0]).replace(/[ßæœøłđðþıħŧŋſς]/g, letter => special[letter])
  const split = text => (text.match(longToken) ?? []).flatMap(part => run.test(part) ? [...part].map((letter, i, all) => letter + (all[i + 1] ?? '')) : fold(part)).filter(Boolean)

  /** Whether a word begins as another does, but for one letter changed, missing, added or two swapped. */
  const near = (asked, word) => {
    let i = 0
    while (i < asked.length && asked[i] === word[i]) i++
    const rest = (from, at) => word.startsWith(asked.slice(from), at)
    return rest(i + 1, i + 1) || rest(i, i + 1) || rest(i + 1, i) || asked[i] === word[i + 1] && asked[i + 1] === word[i] && rest(i + 2, i + 2)
  }

  // The index
  const cuts = {}, pages = [], named = []
  let sections, lengths, started
  const take = (lines, start) => rows(lines, '\t').forEach((row, i) => {
    if (row) pages[start + i] = { address: row[0], title: row[1], section: sections[row[2]], kind: +row[3], aliases: row.slice(4) }
  })
  const start = () => started ??= load('titles').then(([stamp, long, words, titles, names, ...list]) => {
    version = '?v=' + stamp
    sections = names.split('\t')
    cuts.words = words.split(' ')
    cuts.titles = long ? titles.split(' ') : []
    take(list, 0)
    lengths = long ? numbers(long) : []
    const found = new Map()
    const add = (word, hit) => found.get(word)?.push(hit) ?? found.set(word, [hit])
    pages.forEach(({ title, aliases }, doc) => {
      lengths[doc] = split(title).length
      for (const word of split(title)) add(word, [doc, 12])
      for (const word of aliases.flatMap(split)) add(word, [doc, 8])
    })
    for (const [word, hits] of found) named.push({ word, hits })
  })
  const page = async doc => {
    if (!pages[doc]) take(await load(`pages/${doc >> 6}`), doc >> 6 << 6)
    return pages[doc]
  }
  const shards = {}
  const shard = async path => shards[path] ??= rows(await load(path), ' ').filter(Boolean).map(([word, ...lists]) => ({ word, lists, kind: path[0] }))
  const file = first => first.replace(/[^a-z0-9]/gu, letter => '-' + letter.codePointAt(0).toString(16)) + '-'
  const paths = (kind, word) => {
    const at = word => cuts[kind].findLastIndex(first => first <= word)
    return cuts[kind].slice(at(word), at(word + '\uffff') + 1).slice(0, 3).map(first => `${kind}/${file(first)}`)
  }
  /** Where a word stands: a page's number, a weight and, in a heading, which one. */
  const hits = entry => entry.hits ??= entry.lists.flatMap((list, i) => {
    if (list[0] === '!') { entry.common = true; list = list.slice(1) }
    const all = numbers(list)
    if (entry.kind === 't') return sums(all).map(doc => [doc, i ? 8 : 12])
    if (i) return sums(all).map(doc => [doc, 4 - i])
    return sums(all.filter((_, i) => i % 2 === 0)).map((doc, i) => [doc, 5, all[2 * i + 1]])
  })

  const rank = terms => {
    const found = new Map()
    for (const term of terms) {
      const best = new Map()
      const match = (entry, strength) => {
        for (const [doc, weight, heading] of hits(entry)) {
          const score = weight * strength
          if (!(best.get(doc)?.score >= score)) best.set(doc, { score, title: weight === 12 ? strength : 0, heading })
        }
        term.common ||= entry.common
      }
      const each = test => { for (const entry of term.entries.flat()) { const strength = test(entry.word); if (strength) match(entry, strength) } }
      each(word => word === term.word ? 1 : word.startsWith(term.word) ? .5 + .3 * term.word.length / word.length : 0)
      term.near = !best.size && term.word.length > 3
      if (term.near) each(word => near(term.word, word) && .4)
      for (const [doc, { score, title, heading }] of best) {
        const sum = found.get(doc) ?? found.set(doc, { doc, score: 0, count: 0, titles: 0, title: 0 }).get(doc)
        sum.score += score
        sum.count += term.common ? 0 : 1
        sum.titles += title ? 1 : 0
        sum.title += title
        sum.heading ??= heading
      }
    }
    const all = [...found.values()]
    const most = Math.max(...all.map(sum => sum.count))
    for (const sum of all) if (sum.titles === terms.length) sum.score += 20 * sum.title / lengths[sum.doc]
    return all.filter(sum => sum.count === most).sort((one, other) => other.score - one.score || one.doc - other.doc)
  }
  /** Calls `show` with better and better results. */
  const find = async (query, show) => {
    await start()
    const terms = split(query).map(word => ({ word, entries: [named] }))
    const fetch = (kind, words) => Promise.all(terms.flatMap((term, i) => words(term).flatMap(word => paths(kind, word)).map(async path => term.entries.push(await shard(path)))))
    await fetch('titles', term => [term.word])
    show(terms, rank(terms))
    await fetch('words', term => [term.word])
    const results = rank(terms)
    show(terms, results, !terms.some(term => term.near))
    if (!terms.some(term => term.near)) return
    const known = rows(await load('spelling'), '\n').filter(Boolean).flat()
    const meant = term => term.near ? known.filter(word => near(term.word, word)).slice(0, 4) : []
    await fetch('titles', meant)
    await fetch('words', meant)
    show(terms, rank(terms), true)
  }

  /** A text in pieces, every second of them a word that was asked for. */
  const isMeant = terms => text => { const word = fold(text); return terms.some(term => run.test(word) ? term.word.includes(word) : word.startsWith(term.word) || term.near && near(term.word, word)) }
  const pieces = (text, terms) => {
    const meant = isMeant(terms), out = []
    let end = 0
    for (const [word, at] of Array.from(text.matchAll(token), match => [match[0], match.index])) if (meant(word)) {
      out.push(text.slice(end, at), word)
      end = at + word.length
    }
    return [...out, text.slice(end)]
  }
  /** About 160 letters of a text, where most words stand that were asked for. */
  const excerpt = (text, terms) => {
    const meant = isMeant(terms)
    const spots = Array.from(text.matchAll(token)).filter(match => meant(match[0])).map(match => match.index)
    const gain = spots.map(spot => spots.filter(other => other >= spot && other < spot + 120).length)
    const spot = spots[gain.indexOf(Math.max(...gain))] ?? 0
    const from = spot < 60 ? 0 : text.indexOf(' ', spot - 50) + 1
    const to = text.lastIndexOf(' ', from + 160)
    return (from ? '… ' : '') + (from + 160 >= text.length ? text.slice(from) : text.slice(from, to) + ' …')
  }
  const details = async doc => {
    const [text = '', ...headings] = ((await load(`text/${doc >> 2}`))[doc & 3] ?? '').split('\t')
    return { text, heading: which => ({ id: headings[2 * which], text: headings[2 * which + 1] }) }
  }

  // Who is on
  const questions = /^(who|whos|whom|is|are|s|on|call|oncall|duty|now|next|today|when|in|of|at|for|the)$/
  const shifts = (text, people) => {
    const all = numbers(text), list = []
    for (let i = 0, end = 0; i < all.length; i += 3) {
      const start = (end + all[i]) * 60000
      end += all[i] + all[i + 1]
      list.push({ start, end: end * 60000, address: people[2 * all[i + 2]], name: people[2 * all[i + 2] + 1] })
    }
    return list
  }
  /** What is known of a rota or a person at this instant: a line for each seat with who is on, and who is next. */
  const answers = async terms => {
    const rest = terms.filter(term => !questions.test(term.word))
    if (rest.length === terms.length && !rank(rest).some(sum => sum.titles)) return []
    const sums = rank(rest).filter(sum => sum.titles === rest.length).slice(0, 8)
    const asked = (await Promise.all(sums.map(sum => page(sum.doc)))).filter(one => one.kind === 1 || one.kind === 2).map(one => one.address)
    if (rest.length && !asked.length) return []
    const [people, ...rotas] = (await load('now')).map(line => line.split('\t'))
    const instant = Date.now()
    return rotas.flatMap(([address, rota, ...seats]) => seats.flatMap((seat, i) => {
      if (i % 2) return []
      const all = shifts(seats[i + 1], people).filter(shift => shift.end > instant)
      const line = (list, address) => {
        const now = list.find(shift => shift.start <= instant)
        return { address, rota, seat, now, next: list.find(shift => shift.start > instant && (address !== shift.address || !now) && shift.address !== now?.address) }
      }
      const about = asked.filter(one => all.some(shift => shift.address === one)).map(one => ({ ...line(all.filter(shift => shift.address === one), one), person: true }))
      return !rest.length || asked.includes(address) ? [line(all, address)] : about
    })).slice(0, 6)
  }

  search.engine = { find, page, pieces, excerpt, details, answers, words: split }
})()
