// Who will be on: now/?at=2026-12-24T18:00, by the reader's clock, answered from the shifts in the page.
(() => {
  'use strict'
  const form = document.querySelector('[data-ask]')
  const note = document.querySelector('[data-asked]')
  const built = document.getElementById('page.as-of')
  const text = new URLSearchParams(location.search).get('at')
  form.addEventListener('submit', event => {
    event.preventDefault()
    location.search = '?at=' + form.at.value
  })
  const write = instant => { form.at.value = new Date(instant - new Date(instant).getTimezoneOffset() * 6e4).toISOString().slice(0, 16) }
  write(Date.now())
  // A field for a time is of many parts: the first picture does not wait for them.
  sitegenPictured.then(() => {
    form.at.type = 'datetime-local'
    form.hidden = false
  })
  if (text === null) return
  // A day alone is its first minute here, not in Greenwich.
  const instant = Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? text + 'T00:00' : text.replace(' ', 'T'))
  const back = Object.assign(document.createElement('a'), { href: location.pathname, textContent: 'Back to now' })
  const strong = Object.assign(document.createElement('strong'), { textContent: 'Not now.' })
  note.hidden = false
  if (Number.isNaN(instant)) return note.replaceChildren(`“${text}” is no date and time; this is now. `, back)
  const isKnown = Date.parse(built.dateTime) <= instant && instant < Date.parse(form.dataset.to)
  write(instant)
  dispatchEvent(new CustomEvent('asked', { detail: { instant, isKnown } }))
  const time = at => Object.assign(document.createElement('time'), { dateTime: new Date(at).toISOString(), textContent: sitegenTime(at) })
  note.append(strong, ' ', ...isKnown
    ? ['This is who will be on at ', time(instant), `, as far as was known on ${built.textContent}. `]
    : ['This page does not know who is on at ', time(instant), `: it knows from ${built.textContent} to `, time(Date.parse(form.dataset.to)), '. '], back)
  document.querySelector('h1').textContent = 'On at another time'
  document.title = `Not now: ${time(instant).textContent} – ${document.title}`
  document.body.classList.add('other-time')
})()
