/* Keeps the shell of Wijkbord on the device: its page and the files that were loaded, so that it opens without a connection. */
const shell = "wijkbord-shell";
const page = "/";
const mark = "/kept/entry";
const isFile = ({ pathname }) => pathname.startsWith("/assets/");
const isSmall = ({ pathname }) => ["/icon.svg", "/theme.css"].includes(pathname);
const isApp = ({ pathname }) => !/^\/(en\/)?graphiql/.test(pathname) && !/^\/(graphql|health|metrics|export)/.test(pathname);

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(shell).then((cache) => cache.add(page)));
  void self.skipWaiting();
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

/** Another build: what was kept of the earlier one goes. */
async function keep(entry, files) {
  const known = await (await caches.open(shell)).match(mark);
  if ((await known?.text()) !== entry) await caches.delete(shell);
  const cache = await caches.open(shell);
  await cache.put(mark, new Response(entry));
  const missing = [];
  for (const file of [page, ...files]) if (!(await cache.match(file))) missing.push(file);
  await cache.addAll(missing);
}
self.addEventListener("message", (event) => {
  const { entry, files } = event.data ?? {};
  if (typeof entry === "string" && Array.isArray(files)) event.waitUntil(keep(entry, files));
});

/** What a notice is about, in the window that shows it already or in a new one: nobody's open page is taken away. */
async function open(address) {
  const known = (await self.clients.matchAll({ type: "window" })).find(({ url }) => new URL(url).pathname === address);
  return known ? known.focus() : self.clients.openWindow(address);
}
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.address));
});

async function file(request) {
  const kept = await caches.match(request, { cacheName: shell });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(shell)).put(request, response.clone());
  return response;
}
const orKept = (request, name) =>
  fetch(request).catch(async (error) => {
    const kept = await caches.match(name, { cacheName: shell });
    if (kept) return kept;
    throw error;
  });

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate" && isApp(address)) event.respondWith(orKept(request, page));
  else if (isSmall(address)) event.respondWith(orKept(request, address.pathname));
  else if (isFile(address)) event.respondWith(file(request));
});
