// Choices by rota, team and person, held in the address; who the reader is, remembered; the mark of today.
(() => {
  'use strict'
  const all = (selector, root = document) => [...root.querySelectorAll(selector)]
  const choice = document.querySelector('[data-choice]')
  const svg = document.querySelector('.scroll svg')
  const views = all('[name=view]')
  const selects = Object.fromEntries(all('[data-kind]').map(select => [select.dataset.kind, select]))
  const [mine, mySelf] = all('[data-mine], [data-me]')
  const myName = mySelf.querySelector('select')
  const teams = JSON.parse(document.getElementById('teams').textContent)

  const key = link => link.getAttribute('href').split('#')[0].split('/').filter(part => part && part !== 'index.html').pop()
  const names = { rota: new Map(), team: new Map(Object.entries(teams).map(([id, team]) => [id, team.name])), person: new Map() }
  const named = (kind, link) => (names[kind].set(key(link), link.textContent), key(link))
  const rows = []
  let collator
  const options = kind => [...names[kind]].sort((one, other) => (collator ??= new Intl.Collator()).compare(one[1], other[1])).map(([id, name]) => new Option(name, id))

  // Lanes of nothing chosen go, the others move up.
  const drawLanes = (isChosen, name) => {
    const is = part => part.textContent === name || part.matches('title') && part.textContent.split(/, | for /).includes(name)
    let y = +svg.dataset.head
    for (const lane of all('.lane')) {
      const bars = all(':scope > [transform]', lane)
      for (const bar of bars) bar.classList.toggle('faint', name !== undefined && !all('title, text', bar).some(is))
      const isShown = isChosen(lane.dataset.rota) && !(bars.length && bars.every(bar => bar.matches('.faint')))
      lane.toggleAttribute('hidden', !isShown)
      if (!isShown) continue
      lane.setAttribute('transform', `translate(0 ${y})`)
      y += +svg.dataset.lane
    }
    svg.setAttribute('height', y)
    svg.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${y}`)
  }

  // Who the reader is, for this site alone
  const place = 'sitegen-me ' + new URL('..', location.href).pathname
  let known = '', isAsked = false
  try { known = localStorage.getItem(place) ?? '' } catch { }
  const me = () => names.person.has(known) ? known : ''

  const show = () => {
    const [rota, team, person] = ['rota', 'team', 'person'].map(kind => selects[kind].value)
    const isChosen = id => (!rota || id === rota) && (!team || !!teams[team]?.rotas.includes(id))
    const chosen = Object.values(selects).filter(select => select.value)
    let count = 0
    for (const { item, rota, people } of rows) {
      item.hidden = !isChosen(rota) || !!person && !people.includes(person)
      if (!item.hidden && !item.matches('.on')) count += 1
    }
    document.querySelector('.weeks').classList.toggle('chosen', chosen.length > 0)
    for (const part of all('.week, .month')) {
      part.hidden = chosen.length > 0 && !part.querySelector('.rows > li:not([hidden])')
      part.classList.toggle('quiet', chosen.length > 0 && !part.querySelector('.rows > li:not([hidden], .on)'))
    }
    drawLanes(isChosen, person ? names.person.get(person) ?? '' : undefined)
    choice.querySelector('[role=status]').textContent =
      chosen.length ? `${count || 'No'} ${count === 1 ? 'entry' : 'entries'}: ${chosen.map(select => select.selectedOptions[0].text).join(', ')}` : ''
    const isMine = !!person && person === me()
    mine.setAttribute('aria-pressed', isMine)
    mySelf.hidden = !isMine && (!isAsked || !!me())
  }

  const change = () => {
    show()
    const query = new URLSearchParams()
    for (const kind in selects) if (selects[kind].value) query.set(kind, selects[kind].value)
    const { value } = views.find(view => view.checked)
    if (value !== 'month') query.set('view', value)
    try { history.replaceState(null, '', location.pathname + (query.size ? '?' + query : '') + location.hash) } catch { }
  }
  const choose = person => {
    selects.person.value = person
    change()
  }
  mine.addEventListener('click', () => {
    isAsked = true
    choose(selects.person.value === me() ? '' : me())
    if (!me()) myName.focus()
  })
  myName.addEventListener('change', () => {
    known = myName.value
    try { localStorage.setItem(place, known) } catch { }
    choose(known)
  })

  const markToday = () => {
    const now = new Date()
    const today = Math.floor((now - now.getTimezoneOffset() * 6e4) / 864e5)
    for (const week of all('.week')) all('.days > li', week).forEach((day, index) => {
      if (Date.parse(week.dataset.from) / 864e5 + index === today) day.setAttribute('aria-current', 'date')
      else day.removeAttribute('aria-current')
    })
  }

  // The page is read before it is chosen from: the parts of this wait for idle moments, but where the address chooses.
  const query = new URLSearchParams(location.search)
  function* start() {
    markToday()
    setInterval(markToday, 6e4)
    yield
    for (const item of all('.rows > li')) {
      const people = all('.who a', item).map(link => named('person', link))
      rows.push({ item, people, rota: named('rota', item.querySelector('.what a')) })
      if (rows.length % 25 === 0) yield
    }
    for (const kind in selects) {
      yield
      selects[kind].append(...options(kind))
    }
    yield
    myName.append(...options('person'))
    myName.value = me()
    for (const [kind, id] of query) {
      if (kind === 'view') for (const view of views) view.checked = view.value === id || view.checked
      if (!selects[kind]) continue
      // Somebody without turns is a choice too: of none.
      if (id && !names[kind].has(id)) selects[kind].append(new Option(id))
      selects[kind].value = id
    }
    for (const item of [...Object.values(selects), ...views]) item.addEventListener('change', change)
    choice.hidden = false
    if (query.size || views.some(view => view.checked && view.value !== 'month')) show()
  }
  const work = start()
  const later = () => (globalThis.requestIdleCallback ?? setTimeout)(() => work.next().done || later(), { timeout: 200 })
  if (query.size) for (const _ of work);
  else later()
})()
