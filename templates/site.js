// The page is complete without this script; it keeps what depends on the present moment right, and adds copy buttons.
(() => {
  'use strict'
  const all = (selector, root = document) => [...root.querySelectorAll(selector)]
  const disk = location.protocol === 'file:'
  const script = document.currentScript.src

  // Opened from disk, a link to a folder must name the file in it.
  const complete = root => {
    if (!disk) return
    for (const link of all('a', root)) {
      const name = link.hasAttribute('href') ? 'href' : 'xlink:href'
      const [, path, rest] = /^([^?#]*)(.*)$/.exec(link.getAttribute(name) ?? '#')
      if (/^[a-z][a-z+.-]*:|^\/\//i.test(path)) continue
      if (/(^|\/)\.{1,2}$/.test(path)) link.setAttribute(name, path + '/index.html' + rest)
      else if (path.endsWith('/')) link.setAttribute(name, path + 'index.html' + rest)
      else if (!path && !rest && link.hasAttribute(name)) link.setAttribute(name, 'index.html')
    }
  }
  complete(document)
  const moved = document.getElementById('moved')
  if (moved && disk) return location.replace(moved.href)

  const make = (name, attributes, ...content) => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    element.append(...content)
    return element
  }

  // Who serves, at the present instant
  const minute = 60000
  const source = document.getElementById('page.shifts')
  const { people = [], seats = {}, gaps = {} } = source ? JSON.parse(source.textContent) : {}
  const built = document.getElementById('page.as-of')
  const someone = place => people[place] && (([href, name, initials, colour]) => ({ href, name, initials, colour }))(people[place])
  const iso = instant => new Date(instant).toISOString().slice(0, 19) + 'Z'

  /**
   * What the clocks of a zone show at an instant, in the words of the page. The zone is told by its offsets: Intl loads
   * the words of all languages first, which takes longer than all else here.
   */
  const clock = (zone, instant) => {
    const [, offset, name] = zone.findLast(([from]) => from * minute <= instant) ?? zone[0]
    const [day, date, month, year, time] = new Date(instant + offset * minute).toUTCString().split(/,? /)
    return { day, date: `${+date} ${month}`, year, time: time.slice(0, 5), name }
  }
  const inWords = (zone, instant, withYear = true) => {
    const { day, date, year, time, name } = clock(zone, instant)
    return `${day} ${date}${withYear ? ' ' + year : ''}, ${time} ${name}`
  }
  const person = (shift, mark) => make('a', { href: shift.href, [mark]: '' }, shift.name)
  const time = (shift, edge, mark) => make('time', { datetime: iso(shift[edge]), [mark]: '' }, inWords(shift.seat.zone, shift[edge]))
  const avatar = (shift, kind) => shift
    ? make('span', { class: `avatar hue-${shift.colour}`, 'aria-hidden': 'true' }, shift.initials)
    : make('span', { class: 'avatar ' + kind, 'aria-hidden': 'true' })
  const line = (kind, ...content) => make('p', { class: 'seat-' + kind }, ...content)

  /**
   * The state of a seat at an instant: who serves, who is next, and when that changes. Four numbers tell a shift: the
   * gap before it, how long it is, and the places of its person and of whom it covers for.
   */
  const at = (seat, instant) => {
    const { shifts } = seat
    let end = 0, now = null
    for (let i = 0; i < shifts.length; i += 4) {
      const start = end + shifts[i] * minute
      end = start + shifts[i + 1] * minute
      if (end <= instant || now && people[shifts[i + 2]][0] === now.href) continue
      const shift = { seat, start, end, ...someone(shifts[i + 2]), for: someone(shifts[i + 3]) }
      if (now || start > instant) return { now, next: shift, change: now ? now.end : start }
      now = shift
    }
    return now ? { now, change: now.end } : { unknown: true }
  }

  const draw = (box, { now, next, unknown }, instant) => {
    const gap = !now && gaps[box.dataset.seat]?.some(([start, end]) => Date.parse(start) <= instant && instant < Date.parse(end))
    const state = unknown ? 'unknown' : `${now ? iso(now.end) : ''}|${next ? iso(next.start) : ''}${gap ? '!' : ''}`
    if (box.dataset.state === state) return
    box.dataset.state = state
    if (box.dataset.part) {
      const shift = box.dataset.part === 'next' ? next : now
      const name = shift && ('plain' in box.dataset ? shift.name : person(shift, 'data-now'))
      box.replaceChildren(shift ? name : unknown ? 'not known' : 'nobody')
    } else {
      const text = make('div', { class: 'seat-text' })
      // Outside its hours a rota promises nobody.
      const off = !unknown && !now && !gap
      const first = line('now', unknown ? 'Not known' : now ? person(now, 'data-now') : off ? 'Off duty' : 'Nobody is on')
      if (!now) first.classList.add(off ? 'seat-off' : 'seat-none')
      if (now?.for) first.append(' ', make('span', { class: 'seat-for' }, 'for ', make('a', { href: now.for.href }, now.for.name)))
      text.append(first)
      if (unknown) text.append(line('until', asked ? 'This page does not reach that far.' : `This page was built on ${built ? built.textContent : 'an earlier day'} and knows no later turn. It has to be built again.`))
      else if (now) text.append(line('until', 'until ', time(now, 'end', 'data-until')))
      else text.append(line('until', off ? "Outside the rota's hours, until " : 'until ', time(next, 'start', 'data-until')))
      if (next) text.append(line('next', 'Next: ', person(next, 'data-next'), ', ', make('span', { class: 'from' }, 'from ', time(next, 'start', 'data-next-start'))))
      box.replaceChildren(avatar(now, off ? 'off' : 'nobody'), text)
    }
    complete(box)
  }

  /** A time in the reader's own zone, for the search and for other times too. */
  const say = window.sitegenTime = (instant, withYear) => {
    const offset = -new Date(instant).getTimezoneOffset()
    const [hours, minutes] = [Math.abs(offset) / 60 | 0, Math.abs(offset) % 60]
    const name = offset ? `GMT${offset < 0 ? '-' : '+'}${hours}${minutes ? ':' + String(minutes).padStart(2, '0') : ''}` : 'GMT'
    return inWords([[0, offset, name]], instant, withYear)
  }
  // What nobody waits for comes after the first picture.
  const later = work => globalThis.requestIdleCallback ? requestIdleCallback(work, { timeout: 1000 }) : setTimeout(work, 100)

  // Every time on the page in the reader's own zone, on demand
  let mine = false
  const zones = () => {
    for (const item of all('main time')) {
      if (!item.dateTime.includes('T') || item.closest('[data-live]')) continue
      item.dataset.text ??= item.textContent
      item.textContent = mine ? say(Date.parse(item.dateTime)) : item.dataset.text
    }
  }
  later(() => {
    for (const button of all('[data-zone]')) {
      button.hidden = false
      button.addEventListener('click', () => {
        mine = !mine
        button.setAttribute('aria-pressed', mine)
        zones()
      })
    }
  })

  // Another instant than the present one, where the reader asked for it
  let asked
  addEventListener('asked', ({ detail }) => {
    asked = detail
    refresh()
  })

  // What is to be said of a whole copy stands at the foot of the screen: above the text it would move what is being read.
  const notices = make('aside', { class: 'notices', 'aria-label': 'About this copy' })
  const notify = notice => {
    notices.append(notice)
    document.body.append(notices)
    document.documentElement.style.scrollPaddingBottom = notices.offsetHeight + 'px'
  }

  // Who is on may have changed since a page was built, the more so where it hardly knows later shifts.
  let stale
  const warn = () => {
    if (stale || !source && !all('[data-choice]').length) return
    const age = (Date.now() - Date.parse(built?.dateTime)) / 864e5
    const last = ({ shifts }) => shifts.reduce((sum, part, i) => i % 4 < 2 ? sum + part : sum, 0) * minute
    const isShort = all('[data-seat]').some(({ dataset: { seat } }) => seats[seat]?.shifts.length && last(seats[seat]) < Date.now() + 2 * 864e5)
    if (!(age > 7 || age > 2 && isShort)) return
    stale = make('p', { class: 'old' }, make('strong', {}, 'Old page.'), ` This page was built on ${built?.textContent}; who is on may have changed since.`)
    notify(stale)
  }

  /** The clocks of the page: the present moment, and the time where somebody is. */
  const tell = () => {
    const instant = asked?.instant ?? Date.now()
    warn()
    for (const item of all('[data-live] time')) {
      if (!source) break
      item.dateTime = iso(instant)
      item.textContent = say(instant)
    }
    for (const item of all('[data-clock]')) {
      const { day, time } = clock(JSON.parse(item.dataset.clock), instant)
      item.textContent = `${day} ${time} there now`
    }
    if (mine) zones()
  }

  let timer
  const refresh = () => {
    const instant = asked?.instant ?? Date.now()
    const today = new Date(instant - new Date(instant).getTimezoneOffset() * minute).toISOString().slice(0, 10)
    const isPast = stamp => stamp.includes('T') ? Date.parse(stamp) <= instant : stamp < today
    const hasBegun = stamp => stamp.includes('T') ? Date.parse(stamp) <= instant : stamp <= today
    let change = instant + minute
    const states = {}
    for (const key in seats) {
      if (!seats[key].shifts.length) continue
      states[key] = asked?.isKnown === false ? { unknown: true } : at(seats[key], instant)
      change = Math.min(change, states[key].change ?? change)
    }
    for (const box of all('[data-seat]')) if (states[box.dataset.seat]) draw(box, states[box.dataset.seat], instant)
    // Outside its hours nobody is on duty, whosever turn it is.
    for (const item of all('[data-serves]')) {
      const { now, next } = states[item.dataset.serves] ?? {}
      const back = !now && next?.start < Date.parse(item.dataset.to) ? next : undefined
      const state = now ? 'on' : back ? iso(back.start) : 'off'
      if (item.dataset.state === state) continue
      item.dataset.state = state
      item.classList.toggle('off-duty', !now)
      item.querySelector('p.if-off').replaceChildren('Off duty', ...back ? [' until ', time(back, 'start', 'data-until')] : [])
    }
    const serving = new Set(Object.values(states).map(({ now }) => now?.href))
    for (const item of all('[data-person]')) item.classList.toggle('current', serving.has(item.dataset.person))
    for (const item of all('[data-from][data-to]')) item.classList.toggle('current', hasBegun(item.dataset.from) && !isPast(item.dataset.to))
    for (const item of all('[data-until]:not(time)')) item.hidden = isPast(item.dataset.until)
    for (const item of all('[data-review-due]')) item.hidden = !isPast(item.dataset.reviewDue)
    for (const svg of all('svg[data-start]')) {
      const { start, end, x0, x1 } = svg.dataset
      const part = (instant - Date.parse(start)) / (Date.parse(end) - Date.parse(start))
      for (const mark of all('.today', svg)) {
        mark.setAttribute('visibility', part < 0 || part > 1 ? 'hidden' : 'visible')
        mark.setAttribute('transform', `translate(${(+x0 + part * (x1 - x0)).toFixed(1)} 0)`)
      }
    }
    later(tell)
    clearTimeout(timer)
    timer = setTimeout(refresh, Math.max(50, asked ? minute : change - Date.now() + 50))
  }
  document.addEventListener('visibilitychange', () => document.hidden || refresh())
  addEventListener('pageshow', ({ persisted }) => persisted && refresh())

  // Without a network, after the first visit
  addEventListener('load', () => {
    if (!('serviceWorker' in navigator) || disk || !isSecureContext) return
    const worker = new URL('../sw.js', script)
    setTimeout(() => navigator.serviceWorker.register(worker).catch(() => {}), 3000)
  })
  const offline = make('p', { role: 'status' })
  const network = () => {
    if (navigator.onLine || disk) return offline.remove()
    offline.textContent = `There is no network: this copy was ${built ? 'built on ' + built.textContent : 'kept on your device'}, and may be old.`
    notify(offline)
  }
  addEventListener('online', network)
  addEventListener('offline', network)

  // The search loads when it is first wanted; what is typed until it is there goes into its field.
  const finder = document.querySelector('[data-search]')
  const finding = all('[data-search-page]').length > 0
  let typed
  const find = event => {
    event?.preventDefault()
    if (typed !== undefined) return
    typed = ''
    const source = make('script', { src: script.replace('site.js', 'search.js') })
    source.onerror = () => finding || location.assign(finder.href)
    source.onload = () => {
      removeEventListener('keydown', early, true)
      removeEventListener('click', early, true)
      if (finding) return
      finder.click()
      const field = document.activeElement
      if (!typed || !field.matches('.find')) return
      field.value = typed
      field.dispatchEvent(new Event('input'))
    }
    document.head.append(source)
  }
  const early = event => {
    const { key, target } = event
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (typed !== undefined && !finding) {
      if (isPlain && key?.length === 1) typed += (event.preventDefault(), key)
    } else if (key ? isPlain ? key === '/' && !target.closest('input, textarea, select, [contenteditable]') : key === 'k' && !event.altKey
      : isPlain && !event.shiftKey && target.closest('[data-search]')) find(event)
  }
  if (finding) {
    // Who asked may ask on; everybody else begins at the top of the page, and "/" leads to the field.
    if (location.search) {
      if (!location.hash && document.activeElement === document.body) document.querySelector('.find').focus()
      find()
    } else later(() => find())
  } else if (finder) for (const kind of ['keydown', 'click']) addEventListener(kind, early, true)

  // Copy, where the browser has a clipboard for the page
  const copy = (label, text) => {
    const made = make('button', { type: 'button', 'aria-label': label }, 'Copy')
    made.addEventListener('click', async () => {
      try { await navigator.clipboard.writeText(text()); made.textContent = 'Copied' } catch { made.textContent = 'Not copied' }
      made.setAttribute('aria-label', made.textContent)
      setTimeout(() => { made.textContent = 'Copy'; made.setAttribute('aria-label', label) }, 2000)
    })
    return made
  }
  const copyCode = () => {
    for (const block of all('.prose pre')) {
      let frame = block.closest('.code')
      if (!frame) {
        frame = make('div', { class: 'code' })
        block.replaceWith(frame)
        frame.append(block)
      }
      frame.append(copy('Copy code', () => block.textContent))
    }
  }
  const copyFeeds = () => {
    for (const link of all('[data-copy]')) link.after(copy('Copy address', () => link.href))
  }

  // What scrolls sideways must be reachable by keyboard.
  const reach = () => {
    const watch = new ResizeObserver(entries => {
      const isWide = entries.map(({ target }) => target.scrollWidth > target.clientWidth)
      entries.forEach(({ target }, i) => isWide[i] ? target.tabIndex = 0 : target.removeAttribute('tabindex'))
    })
    for (const box of all('.table, pre')) watch.observe(box)
  }

  // Where there is room the folded lists stand open; the style sheet shows them, this tells assistive technology.
  const unfold = () => {
    for (const [box, width] of [['.side', '60rem'], ['.contents', '80rem']]) {
      if (matchMedia(`(min-width: ${width})`).matches) for (const item of all(box)) item.open = true
    }
  }

  /** When the first picture is there. A tab in the background has none to wait for. */
  const pictured = window.sitegenPictured = new Promise(resolve => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, 1000)
  })
  // All this can wait: what a page says was right when it was built.
  pictured.then(() => {
    refresh()
    network()
    if ('clipboard' in navigator) {
      copyFeeds()
      later(copyCode)
    }
    later(reach)
    setTimeout(unfold)
  })
})()
