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
  search.load = path => new Promise((done, fail) => document.head.append(Object.assign(make('script', { src: new URL(path, base) }), { onload: done, onerror: fail })))
  let engine
  const start = () => engine ??= search.load(own.replace('search.js', 'search-index.js')).then(() => search.engine)

  const kinds = ['', 'Person', 'Rota', 'Team']
  const words = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' })
  const time = instant => make('time', { datetime: new Date(instant).toISOString() }, words.format(instant))
  const line = (kind, ...content) => make('span', { class: 'found-' + kind }, ...content)

  /** Puts a field and its results into a box; `most` of them are shown. */
  const fill = (box, most, isPage) => {
    const list = make('div', { role: 'listbox', id: 'found', class: 'found', 'aria-label': 'Results', hidden: '' })
    const field = make('input', { type: 'text', role: 'combobox', class: 'find', 'aria-label': 'Search', 'aria-expanded': 'false', 'aria-controls': 'found', 'aria-autocomplete': 'list', placeholder: 'A page, a person, a rota or words', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', enterkeyhint: 'go' })
    const status = make('p', { role: 'status', class: 'hint' })
    const more = make('p', { class: 'hint find-more' })
    box.append(field, status, list, more)
    let turn = 0, drawn

    const options = () => [...list.children]
    const active = () => list.querySelector('[aria-selected=true]')
    const choose = option => {
      active()?.setAttribute('aria-selected', 'false')
      option?.setAttribute('aria-selected', 'true')
      option?.scrollIntoView({ block: 'nearest' })
      if (option) field.setAttribute('aria-activedescendant', option.id)
      else field.removeAttribute('aria-activedescendant')
    }
    const option = (address, ...content) => make('a', { role: 'option', tabindex: '-1', 'aria-selected': 'false', href: link(address) }, ...content)
    const answer = ({ address, rota, seat, person, now, next }) => {
      const place = `${rota}, ${seat}`
      if (person) return option(address, line('title', now ? 'On now' : 'On next'), line('kind', 'Rota'), line('where', place, ...now ? [' until ', time(now.end)] : next ? [' from ', time(next.start), ' until ', time(next.end)] : []))
      const after = next ? [now ? ', then ' : '', next.name, ' from ', time(next.start)] : []
      return option(address, line('title', now ? `${now.name} is on now` : 'Nobody is on now'), line('kind', 'Rota'), line('where', place, now ? ' until ' : ' ', ...now ? [time(now.end)] : [], ...after))
    }
    const result = async (sum, terms) => {
      const { pieces, excerpt, page, details } = await start()
      const marked = text => pieces(text, terms).map((part, i) => i % 2 ? make('mark', {}, part) : part)
      const { address, title, section, kind } = await page(sum.doc)
      const made = option(address, line('title', ...marked(title)))
      if (kind) made.append(line('kind', kinds[kind]))
      if (section) made.append(line('where', section))
      if (sum.titles < terms.length) details(sum.doc).then(({ text, heading }) => {
        if (sum.heading !== undefined) {
          const { id, text } = heading(sum.heading)
          made.hash = id
          made.append(line('heading', ...marked(text)))
        }
        made.append(line('text', ...marked(excerpt(text, terms))))
      })
      return made
    }
    const draw = async (mine, terms, sums, isLast) => {
      const { answers } = await start()
      const made = [...(await answers(terms)).map(answer), ...await Promise.all(sums.slice(0, most).map(sum => result(sum, terms)))]
      if (mine !== turn) return
      const before = active()?.href
      list.replaceChildren(...made)
      made.forEach((one, i) => { one.id = 'found-' + i })
      choose(made.find(one => one.href === before))
      list.hidden = !made.length
      field.setAttribute('aria-expanded', !!made.length)
      if (made.length || isLast) status.textContent = made.length ? `${sums.length} ${sums.length === 1 ? 'result' : 'results'}` : `Nothing has “${field.value.trim()}”.`
      if (sums.length > most || isLast && !made.length) more.replaceChildren(make('a', { href: link('search/' + (made.length ? '?q=' + encodeURIComponent(field.value) : '')) }, made.length ? 'All results' : 'All pages from A to Z'))
      else more.replaceChildren()
    }
    const ask = () => {
      const mine = ++turn
      if (isPage && !disk) history.replaceState(null, '', field.value ? '?q=' + encodeURIComponent(field.value) : location.pathname)
      if (!field.value.trim()) {
        list.replaceChildren()
        list.hidden = true
        more.replaceChildren()
        status.textContent = ''
        return choose()
      }
      drawn = new Promise((done, fail) => start().then(({ find }) => find(field.value, (...found) => mine === turn && draw(mine, ...found).then(done))).catch(fail))
      drawn.catch(() => { status.textContent = 'The search could not be loaded.' })
    }
    field.addEventListener('focus', start)
    field.addEventListener('input', ask)
    field.addEventListener('keydown', async event => {
      const all = options(), at = all.indexOf(active())
      const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? all.length - 1 : at - 1, Home: at < 0 ? NaN : 0, End: at < 0 ? NaN : all.length - 1 }[event.key]
      if (to >= -1) {
        event.preventDefault()
        choose(all[to])
      } else if (event.key === 'Enter') {
        event.preventDefault()
        const { ctrlKey, metaKey, shiftKey } = event
        await drawn
        ;(active() ?? options()[0])?.dispatchEvent(new MouseEvent('click', { ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true }))
      }
    })
    return { field, ask }
  }

  const place = document.querySelector('[data-search-page]')
  const inPage = place && fill(place, 50, true)
  let dialog
  const open = () => {
    if (inPage) return inPage.field.focus()
    if (!dialog) {
      dialog = make('dialog', { class: 'finding', 'aria-label': 'Search' })
      dialog.field = fill(dialog, 8).field
      dialog.append(make('button', { type: 'button' }, 'Close'))
      dialog.addEventListener('click', event => {
        if (event.target === dialog || event.target.closest('button') || event.target.closest('a') && !event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close()
      })
      document.body.append(dialog)
    }
    if (!dialog.open) dialog.showModal()
    dialog.field.focus()
    dialog.field.select()
  }
  for (const way of document.querySelectorAll('[data-search]')) way.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    open()
  })
  document.addEventListener('keydown', event => {
    const isKey = event.ctrlKey || event.metaKey ? event.key === 'k' : event.key === '/' && !event.altKey
    if (!isKey || event.target.closest('input, textarea, select, [contenteditable]')) return
    event.preventDefault()
    open()
  })
  if (inPage) {
    inPage.field.value = new URLSearchParams(location.search).get('q') ?? ''
    inPage.field.focus()
    inPage.ask()
  }
})()
