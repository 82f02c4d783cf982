// Choices by rota, team and person, held in the address; who the reader is, remembered; the mark of today.
(() => {
  'use strict'
  const all = (selector, root = document) => [...root.querySelectorAll(selector)]
  const choice = document.querySelector('[data-choice]')
  const weeks = document.querySelector('.weeks')
  const selects = Object.fromEntries(all('[data-kind]', choice).map(select => [select.dataset.kind, select]))
  const mine = choice.querySelector('[data-mine]')
  const mySelf = choice.querySelector('[data-me]')
  const myName = mySelf.querySelector('select')
  const status = choice.querySelector('[role=status]')
  const teams = JSON.parse(document.getElementById('teams').textContent)
  const make = (name, attributes, ...content) => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    element.append(...content)
    return element
  }

  const key = link => link.pathname.split('/').filter(part => part && part !== 'index.html').pop()
  const names = { rota: new Map(), team: new Map(Object.entries(teams).map(([id, team]) => [id, team.name])), person: new Map() }
  const rows = all('.rows > li').map(item => {
    const [rota, people] = [item.querySelector('.what a'), all('.who a', item)]
    names.rota.set(key(rota), rota.textContent)
    for (const person of people) names.person.set(key(person), person.textContent)
    return { item, rota: key(rota), people: people.map(key) }
  })
  const sorted = kind => [...names[kind]].sort((one, other) => one[1].localeCompare(other[1])).map(([value, name]) => make('option', { value }, name))
  for (const kind in selects) selects[kind].append(...sorted(kind))

  const svg = document.querySelector('.scroll svg')
  const drawLanes = (test, person) => {
    const name = names.person.get(person)
    const is = part => part.textContent === name || part.matches('title') && part.textContent.split(/, | for /).includes(name)
    let y = +svg.dataset.head
    for (const lane of all('.lane')) {
      const bars = all(':scope > [transform]', lane)
      for (const bar of bars) bar.classList.toggle('faint', !!person && !all('title, text', bar).some(is))
      const isShown = test({ rota: lane.dataset.rota }) && !(person && bars.every(bar => bar.matches('.faint')))
      lane.toggleAttribute('hidden', !isShown)
      if (!isShown) continue
      lane.setAttribute('transform', `translate(0 ${y})`)
      y += +svg.dataset.lane
    }
    svg.setAttribute('height', y)
    svg.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${y}`)
  }

  const show = () => {
    const [rota, team, person] = ['rota', 'team', 'person'].map(kind => selects[kind].value)
    const test = row => (!rota || row.rota === rota) && (!team || !!teams[team]?.rotas.includes(row.rota))
    const chosen = !!(rota || team || person)
    let count = 0
    for (const row of rows) {
      row.item.hidden = !test(row) || !!person && !row.people.includes(person)
      if (!row.item.hidden && !row.item.classList.contains('on')) count += 1
    }
    weeks.classList.toggle('chosen', chosen)
    for (const part of all('.week, .month')) {
      part.hidden = chosen && !part.querySelector('.rows > li:not([hidden])')
      part.classList.toggle('quiet', chosen && !part.querySelector('.rows > li:not([hidden], .on)'))
    }
    drawLanes(test, person)
    const what = ['person', 'rota', 'team'].filter(kind => selects[kind].value).map(kind => selects[kind].selectedOptions[0].textContent)
    status.textContent = chosen ? `${count || 'No'} ${count === 1 ? 'entry' : 'entries'}: ${what.join(', ')}` : ''
    const isMine = !!person && person === me()
    mine.setAttribute('aria-pressed', isMine)
    mySelf.hidden = !isMine && (!wanted || !!me())
  }

  const views = all('[name=view]')
  const write = () => {
    const query = new URLSearchParams()
    for (const kind in selects) if (selects[kind].value) query.set(kind, selects[kind].value)
    const view = views.find(item => item.checked)?.value
    if (view !== 'month') query.set('view', view)
    const text = query.toString()
    try { history.replaceState(null, '', location.pathname + (text && '?' + text) + location.hash) } catch { }
  }
  const read = () => {
    const query = new URLSearchParams(location.search)
    for (const [kind, select] of Object.entries(selects)) {
      const id = query.get(kind) ?? ''
      select.value = id
      if (select.selectedIndex < 0) select.append(make('option', { value: id, selected: '' }, id))
    }
    const view = views.find(item => item.value === query.get('view'))
    if (view) view.checked = true
  }

  const place = 'sitegen-me ' + new URL('..', location.href).pathname
  let known = ''
  let wanted = false
  try { known = localStorage.getItem(place) ?? '' } catch { }
  const me = () => names.person.has(known) ? known : ''
  const choose = person => {
    selects.person.value = person
    show()
    write()
  }
  myName.append(...sorted('person'))
  myName.value = me()
  mine.addEventListener('click', () => {
    wanted = true
    choose(selects.person.value === me() ? '' : me())
    if (!me()) myName.focus()
  })
  myName.addEventListener('change', () => {
    known = myName.value
    try { localStorage.setItem(place, known) } catch { }
    choose(known)
  })

  for (const item of [...Object.values(selects), ...views]) item.addEventListener('change', () => {
    show()
    write()
  })
  read()
  choice.hidden = false
  show()

  const markToday = () => {
    const now = Date.now()
    const today = Math.floor((now - new Date(now).getTimezoneOffset() * 60000) / 864e5)
    for (const week of all('.week')) all('.days > li', week).forEach((day, index) => {
      if (Date.parse(week.dataset.from) / 864e5 + index === today) day.setAttribute('aria-current', 'date')
      else day.removeAttribute('aria-current')
    })
  }
  markToday()
  setInterval(markToday, 60000)
})()
