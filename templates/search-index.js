// What finds the pages; `search.js` loads it when its field is focused. Each file of the index is a script and is loaded once.
(() => {
  'use strict'
  const search = window.sitegenSearch, texts = {}, loads = {}
  let version = ''
  search.take = (path, text) => { texts[path] = text.split('\n') }
  const load = path => loads[path] ??= search.script(`search/${path}.js${version}`).then(() => texts[path])

  // Numbers end with a digit of 55 values; those before have 30.
  const numbers = text => {
    const all = []
    let number = 0
    for (const digit of text) {
      const code = digit.charCodeAt()
      if (code > 96) number = number * 30 + code - 96
      else { all.push(number * 55 + code - 37); number = 0 }
    }
    return all
  }
  const sums = (list, sum = 0) => list.map(number => sum += number)
  // The first field of a line leaves out what it shares with that of the line before.
  const rows = (lines, mark, last = '') => lines.map(line => {
    const [first, ...rest] = line.split(mark)
    return line && [last = last.slice(0, numbers(first[0])[0]) + first.slice(1), ...rest]
  })

  // Words, folded as those of the index; scripts without spaces give each letter with its follower.
  const runs = '[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]'
  const pattern = many => new RegExp(`${runs}${many}|(?:(?!${runs})[\\p{L}\\p{N}\\p{M}])+`, 'gu')
  const run = new RegExp(runs, 'u')
  const letters = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ſ: 's', ς: 'σ' }
  const fold = text => text.toLowerCase().replace(/[\u0300-\u036f]/g, '').replace(/[à-ǭǰ-ɏḁ-ỿ]/g, letter => letter.normalize('NFD')[0]).replace(/[^\0-~]/g, letter => letters[letter] ?? letter)
  const split = text => (text.match(pattern('+')) ?? []).flatMap(part => run.test(part) ? [...part].map((letter, i, all) => letter + (all[i + 1] ?? '')) : fold(part) || [])
  /** Whether a word begins as another, but for one letter changed, missing or too many, or two swapped. */
  const near = (asked, word) => {
    let i = 0
    while (i < asked.length && asked[i] === word[i]) i++
    const rest = (from, at) => word.startsWith(asked.slice(i + from), i + at)
    return rest(1, 1) || rest(0, 1) || rest(1, 0) || asked[i] === word[i + 1] && asked[i + 1] === word[i] && rest(2, 2)
  }

  // The index
  const cuts = {}, pages = [], named = [], shards = {}
  let sections, lengths, started
  const take = (lines, start) => rows(lines, '\t').forEach((row, i) => {
    if (row) pages[start + i] = { address: row[0], title: row[1], section: sections[row[2]], kind: +row[3], aliases: row.slice(4) }
  })
  const start = () => started ??= load('titles').then(([stamp, long, words, titles, names, ...list]) => {
    version = '?v=' + stamp
    sections = names.split('\t')
    cuts.words = words.split(' ')
    cuts.titles = long ? titles.split(' ') : []
    lengths = numbers(long)
    take(list, 0)
    const known = new Map()
    pages.forEach(({ title, aliases }, page) => {
      const add = weight => word => known.set(word, [...known.get(word) ?? [], [page, weight]])
      lengths[page] = split(title).map(add(12)).length
      aliases.flatMap(split).map(add(8))
    })
    for (const [word, hits] of known) named.push({ word, hits })
  })
  const page = async n => {
    if (!pages[n]) take(await load(`pages/${n >> 5}`), n >> 5 << 5)
    return pages[n]
  }
  const shard = async path => shards[path] ??= rows(await load(path), ' ').filter(Boolean).map(([word, ...lists]) => ({ word, lists, isTitle: path[0] === 't' }))
  const paths = (kind, word) => {
    const at = word => cuts[kind].findLastIndex(first => first <= word)
    const file = first => first.replace(/[^a-z0-9]/gu, letter => '-' + letter.codePointAt().toString(16))
    return cuts[kind].slice(at(word), at(word + '\uffff') + 1).slice(0, word.length < 3 ? 1 : 3).map(first => `${kind}/${file(first)}-`)
  }
  /** Where a word stands: a page's number, a weight and, in a heading, which one. */
  const hits = entry => entry.hits ??= entry.lists.flatMap((list, i) => {
    if (list[0] === '!') entry.isCommon = true
    const all = numbers(list.replace('!', ''))
    if (entry.isTitle || i) return sums(all).map(page => [page, entry.isTitle ? 12 - 4 * i : 4 - i])
    return sums(all.filter((_, i) => i % 2 < 1)).map((page, i) => [page, 5, all[2 * i + 1]])
  })

  /** The pages with most of the words, the best first. */
  const rank = terms => {
    const found = new Map()
    for (const term of terms) {
      const best = new Map()
      const match = test => term.entries.flat().forEach(entry => {
        const strength = test(entry.word)
        if (strength) for (const [page, weight, heading] of hits(entry)) {
          const score = weight * strength
          if (!(best.get(page)?.score >= score)) best.set(page, { score, heading, title: weight > 11 && strength })
          term.isCommon ||= entry.isCommon
        }
      })
      match(word => word === term.word ? 1 : word.startsWith(term.word) ? .5 + .3 * term.word.length / word.length : 0)
      term.near = !best.size && term.word.length > 3
      if (term.near) match(word => near(term.word, word) && .4)
      for (const [page, { score, heading, title }] of best) {
        const sum = found.get(page) ?? { page, score: 0, words: 0, titles: 0, title: 0, top: 0 }
        found.set(page, sum)
        sum.score += score
        sum.title += +title
        sum.titles += +!!title
        sum.words += +!term.isCommon
        if (heading >= 0 && score > sum.top) Object.assign(sum, { heading, top: score })
      }
    }
    const all = [...found.values()]
    const most = Math.max(...all.map(sum => sum.words))
    for (const sum of all) if (sum.titles === terms.length) sum.score += 20 * sum.title / lengths[sum.page]
    return all.filter(sum => sum.words === most).sort((one, other) => other.score - one.score || one.page - other.page)
  }
  /** Calls `show` with better and better results, until it says that nobody waits for them. */
  const find = async (query, show) => {
    await start()
    const terms = split(query).map(word => ({ word, entries: [named] }))
    const fetch = (kind, words) => Promise.all(terms.flatMap(term => words(term).flatMap(word => paths(kind, word)).map(async path => term.entries.push(await shard(path)))))
    const word = term => [term.word]
    await fetch('titles', word)
    const titled = rank(terms)
    if (!show(terms, titled)) return
    // Who wrote three words of a title is understood.
    if (terms.length > 2 && titled[0]?.titles === terms.length && !terms.some(term => term.near)) return show(terms, titled, true)
    await new Promise(done => setTimeout(done, 90))
    if (!show()) return
    await fetch('words', word)
    const results = rank(terms), isTyped = !terms.some(term => term.near)
    if (!show(terms, results, isTyped) || isTyped) return
    const known = rows(await load('spelling'), '\n').flat()
    const meant = term => term.near ? known.filter(word => near(term.word, word)).slice(0, 4) : []
    await fetch('titles', meant)
    await fetch('words', meant)
    show(terms, rank(terms), true)
  }

  /** Whether a word, as it stands in a text, was asked for. */
  const isAsked = (text, terms) => {
    const word = fold(text)
    return terms.some(term => run.test(word) ? term.word.includes(word) : word.startsWith(term.word) || term.near && near(term.word, word))
  }
  /** The words of a text that were asked for, as matches. */
  const spots = (text, terms) => [...text.matchAll(pattern(''))].filter(([word]) => isAsked(word, terms))

  Object.assign(search, { find, rank, page, spots, load, numbers })
})()
