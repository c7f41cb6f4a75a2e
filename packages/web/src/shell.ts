const entryOf = (html: string): string | null => /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? null;

/** The build that this page runs; null where files are served from source. */
const ownEntry = (): string | null => document.querySelector<HTMLScriptElement>('script[src^="/assets/"]')?.getAttribute("src") ?? null;

/** Keeps the page and the files it loaded on this device, so that Wijkbord opens without a connection. */
export function keepShell(): void {
  const entry = ownEntry();
  if (!entry || !("serviceWorker" in navigator)) return;
  const tell = async () => {
    await navigator.serviceWorker.register("/sw.js");
    const { active } = await navigator.serviceWorker.ready;
    const names = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
    const files = names.filter(({ origin, pathname }) => origin === window.location.origin && pathname.startsWith("/assets/"));
    active?.postMessage({ entry, files: [...new Set(["/theme.css", "/icon.svg", entry, ...files.map(({ pathname }) => pathname)])] });
  };
  // Where a browser refuses, for example in a private window, only the reading without a connection is missing.
  window.addEventListener("load", () => void tell().catch(() => undefined));
}

/** Whether the hub serves another build than this page runs. */
export async function isOutdated(): Promise<boolean> {
  const entry = ownEntry();
  if (!entry) return false;
  try {
    const now = entryOf(await (await fetch("/", { cache: "no-store" })).text());
    return now !== null && now !== entry;
  } catch {
    return false;
  }
}
