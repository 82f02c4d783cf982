// Keeps the site readable without a network once it was visited (a service worker; sw.js says which files). Pages come
// from the network where it answers within three seconds, so that nobody reads an old one for longer than one load.
'use strict'
const root = new URL('./', self.location)
const name = 'site ' + root.pathname
const revisions = new URL('.revisions', root).href
const wanted = new Map(Object.entries(self.SITE.files).map(([path, revision]) => [new URL(path, root).href, revision]))
const kept = 400

const known = async cache => new Map(Object.entries(await (await cache.match(revisions))?.json() ?? {}))

// What the new edition has and the last one had not; a few at a time, so that the page being read is not in their way.
const fill = async () => {
  const cache = await caches.open(name)
  const have = await known(cache)
  const queue = [...wanted].filter(([url, revision]) => have.get(url) !== revision)
  const take = async () => {
    for (let next; (next = queue.shift());) {
      const [url, revision] = next
      const response = await fetch(url, { cache: 'no-cache' }).catch(() => null)
      if (!response?.ok) continue
      await cache.put(url, response)
      have.set(url, revision)
    }
  }
  await Promise.all([take(), take(), take()])
  await cache.put(revisions, new Response(JSON.stringify(Object.fromEntries(have))))
}

// Styles and scripts of earlier editions go, and of the pages that were only visited the oldest.
const clear = async () => {
  const cache = await caches.open(name)
  const visited = (await cache.keys()).filter(request => request.url !== revisions && !wanted.has(request.url))
  const old = visited.filter(request => request.url.startsWith(root.href + 'theme/'))
  const pages = visited.filter(request => !old.includes(request))
  for (const request of [...old, ...pages.slice(0, Math.max(0, pages.length - kept))]) await cache.delete(request)
}

self.addEventListener('install', event => {
  self.skipWaiting()
  event.waitUntil(fill())
})
self.addEventListener('activate', event => event.waitUntil(clear().then(() => self.clients.claim())))

const fromNetwork = async (request, cache) => {
  const response = await fetch(request)
  if (response.status === 404 || response.status === 410) await cache.delete(request, { ignoreSearch: true })
  if (response.ok && response.type === 'basic') {
    const url = new URL(request.url)
    // A page is the same page whatever it is asked to show.
    if (!url.pathname.startsWith(root.pathname + 'theme/')) url.search = ''
    url.hash = ''
    await cache.put(url.href, response.clone())
  }
  return response
}

const missing = () => new Response(
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Offline</title>'
  + `<h1>This page is not kept on your device</h1><p>There is no network, and you have not opened it before.</p><p><a href="${root.pathname}">Home</a> and <a href="${root.pathname}now/">who is on now</a> are kept.</p></html>`,
  { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } })

const answer = async (event, request) => {
  const cache = await caches.open(name)
  const url = new URL(request.url)
  const isVersioned = url.pathname.startsWith(root.pathname + 'theme/') && url.search
  const copy = await cache.match(request, { ignoreSearch: !isVersioned })
  if (copy && isVersioned) return copy
  const network = fromNetwork(request, cache)
  // What comes too late for this load is there at the next.
  event.waitUntil(network.catch(() => {}))
  const patience = new Promise(resolve => setTimeout(resolve, 3000, copy))
  try {
    return (copy && await Promise.race([network, patience])) || await network
  } catch {
    // A page kept longer than its theme is better off with the new one than with none.
    return copy ?? await cache.match(request, { ignoreSearch: true }) ?? (request.mode === 'navigate' ? missing() : Response.error())
  }
}

self.addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(root.href) || /\.ics$/.test(new URL(request.url).pathname)) return
  event.respondWith(answer(event, request))
})
