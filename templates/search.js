// Search by keyboard, from disk or a server. What finds the pages loads when the field is focused, not before.
(() => {
  'use strict'
  const own = document.currentScript.src
  const base = new URL('../', own)
  const disk = base.protocol === 'file:'
  const link = address => new URL(disk ? address.replace(/(^|\/)(?=$|[?#])/, '$1index.html') : address, base).href
  const make = (name, attributes, ...content) => {
    const element = document.createElement(name)
    for (const key in attributes) element.setAttribute(key, attributes[key])
    element.append(...content)
    return element
  }
  const search = window.sitegenSearch = (path, text) => search.take(path, text)
  search.script = path => new Promise((onload, onerror) => {
    document.head.append(Object.assign(make('script', { src: new URL(path, base) }), { onload, onerror }))
  })
  let started
  const start = () => started ??= Promise.all(['index', 'results'].map(part => search.script(own.replace('search.js', `search-${part}.js`))))

  const kinds = ['', 'Person', 'Rota', 'Team']
  const time = instant => make('time', { datetime: new Date(instant).toISOString() }, sitegenTime(instant, false))
  const part = (name, ...content) => make('span', { class: 'found-' + name }, ...content)
  const option = (address, ...content) => make('a', { role: 'option', tabindex: '-1', 'aria-selected': 'false', href: link(address) }, ...content)

  const answer = ({ address, rota, seat, isPerson, now, next }) => {
    const until = now ? [' until ', time(now.end)] : []
    const after = next ? [isPerson ? ' from ' : now ? `, then ${next.name}` : ` ${next.name} from `, ...now && now.end === next.start ? [] : [now && !isPerson ? ' from ' : '', time(next.start)]] : []
    const title = now ? `${now.name} is on now` : isPerson ? `The next turn of ${next.name}` : next ? 'Nobody is on now' : 'Nobody knows yet'
    const made = option(address, part('title', title), part('where', `${rota}, ${seat}`, ...until, ...isPerson && now ? [] : after))
    made.classList.add('found-answer')
    made.key = made.textContent
    return made
  }
  const result = async (sum, terms) => {
    const marked = text => search.pieces(text, terms).map((piece, i) => i % 2 ? make('mark', {}, piece) : piece)
    const { address, title, section, kind } = await search.page(sum.page)
    const made = option(address, part('title', ...marked(title)))
    made.key = address
    if (kind) made.append(part('kind', kinds[kind]))
    if (section) made.append(part('where', section))
    if (sum.titles < terms.length) search.details(sum.page, sum.heading).then(({ text, id, heading }) => {
      if (heading) {
        made.hash = id
        made.append(part('heading', ...marked(heading)))
      }
      made.append(part('text', ...marked(search.excerpt(text, terms))))
    })
    return made
  }

  /** Puts a field and its results into a box; at most so many of them. */
  const fill = (box, most) => {
    // The page of the search has its field from the start, with what was typed into it so far.
    const field = box.querySelector('.find') ?? make('input', {
      class: 'find', 'aria-label': 'Search', placeholder: 'A page, a person, a rota or words', autocomplete: 'off', spellcheck: 'false',
    })
    Object.assign(field, { autocapitalize: 'none', enterKeyHint: 'go' })
    for (const [name, value] of [['role', 'combobox'], ['aria-expanded', 'false'], ['aria-controls', 'page.found'], ['aria-autocomplete', 'list']]) field.setAttribute(name, value)
    const status = make('p', { role: 'status', class: 'hint' })
    const list = make('div', { role: 'listbox', id: 'page.found', class: 'found', 'aria-label': 'Results', hidden: '' })
    const more = make('a', { class: 'find-more', href: link('search/'), hidden: '' })
    if (!field.parentNode) box.append(field)
    box.append(status, list, more)
    let turn = 0, drawn, wanted

    const chosen = () => list.querySelector('[aria-selected=true]')
    const choose = option => {
      chosen()?.setAttribute('aria-selected', 'false')
      option?.setAttribute('aria-selected', 'true')
      option?.scrollIntoView({ block: 'nearest' })
      field.setAttribute('aria-activedescendant', option?.id ?? '')
    }
    // What is chosen stays so while further results come, wherever it stands then.
    const put = options => {
      options.forEach((option, i) => { option.id = 'page.found-' + i })
      list.replaceChildren(...options)
      list.hidden = !options.length
      field.setAttribute('aria-expanded', !!options.length)
      choose(options.find(option => option.key === wanted))
    }
    const say = (text, link, query = '') => {
      status.textContent = text
      more.textContent = link
      more.hidden = !link
      more.search = query && '?q=' + encodeURIComponent(query)
    }
    const draw = async (mine, terms, sums, isLast) => {
      const results = await Promise.all(sums.slice(0, most).map(sum => result(sum, terms)))
      if (mine !== turn) return
      put(results)
      const answers = (await search.answers(terms)).map(answer)
      if (mine !== turn) return
      const query = field.value.trim(), first = sums[0] && await search.page(sums[0].page)
      // Who asks for a page or a team by its whole name gets that first. A person's or rota's answer leads there anyway.
      const isNamed = first && first.kind % 3 === 0 && first.title.toLowerCase() === query.toLowerCase()
      if (answers.length) put([...results.splice(0, isNamed ? 1 : 0), ...answers, ...results])
      const count = sums.length + answers.length
      if (count) say(`${count} result${count > 1 ? 's' : ''}`, box === dialog && sums.length > most ? 'All results' : '', query)
      else if (isLast) say(`Nothing has “${query}”.`, 'All pages from A to Z')
    }
    const ask = () => {
      const mine = ++turn, query = field.value.trim()
      wanted = chosen()?.key
      if (box !== dialog && !disk) history.replaceState(null, '', query ? '?q=' + encodeURIComponent(query) : location.pathname)
      if (!query) {
        put([])
        return say('', '')
      }
      drawn = start().then(() => new Promise((done, fail) => search.find(query, (...found) => {
        if (found.length && mine === turn) draw(mine, ...found).then(done, fail)
        return mine === turn
      }).then(done, fail))).catch(() => say('The search could not be loaded.', 'All pages from A to Z'))
    }
    field.addEventListener('focus', start)
    if (document.activeElement === field) start()
    field.addEventListener('input', ask)
    field.addEventListener('keydown', async event => {
      const all = [...list.children], at = all.indexOf(chosen()), last = all.length - 1
      const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? last : at - 1, Home: at < 0 ? NaN : 0, End: at < 0 ? NaN : last }[event.key]
      if (to >= -1) {
        event.preventDefault()
        choose(all[to])
        wanted = all[to]?.key
      } else if (event.key === 'Enter') {
        event.preventDefault()
        const { ctrlKey, metaKey, shiftKey } = event
        await drawn
        ;(chosen() ?? list.firstChild)?.dispatchEvent(new MouseEvent('click', { ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true }))
      }
    })
    return { field, ask }
  }

  let dialog
  const place = document.querySelector('[data-search-page]')
  const here = place && fill(place, 50)
  const open = () => {
    if (here) return here.field.focus()
    if (!dialog) {
      dialog = make('dialog', { class: 'finding', 'aria-label': 'Search' })
      fill(dialog, 8)
      dialog.append(make('button', { type: 'button' }, 'Close'))
      dialog.addEventListener('click', event => {
        const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey
        if (event.target === dialog || event.target.closest('button') || isPlain && event.target.closest('a')) dialog.close()
      })
      document.body.append(dialog)
    }
    if (!dialog.open) dialog.showModal()
    dialog.firstChild.select()
  }
  const isTyping = element => element.closest('input, textarea, select, [contenteditable]')
  document.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !event.target.closest('[data-search]')) return
    event.preventDefault()
    open()
  })
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey ? event.key !== 'k' : event.key !== '/' || event.altKey) return
    if (isTyping(event.target)) return
    event.preventDefault()
    open()
  })
  if (here) {
    here.field.value ||= new URLSearchParams(location.search).get('q') ?? ''
    if (here.field.value) here.ask()
  }
})()
