import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findChromium } from "../../scripts/chromium.ts";
import { startTestHub } from "./hub.ts";
import { tokenOf } from "./live.ts";

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };
const switches = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where the built web app stands; the variable WEB_BUILD names another build, to test two beside each other. */
export const webRoot = process.env["WEB_BUILD"] ?? join(import.meta.dirname, "../../packages/web/dist");

/** A hub that serves the built web app. */
export const startWebHub = (env: Record<string, string> = {}): Promise<Hub> => startTestHub(env, { webRoot });

/** A real Chromium without a window. */
export const startBrowser = (): Promise<Browser> => chromium.launch({ executablePath: findChromium() ?? "chromium", args: switches });

export interface Visit extends AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the page, blocked content, and requests to other origins. */
  readonly problems: string[];
}

/** What a browser says of a request that it could not send, by itself or from a service worker. */
const withoutConnection = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/;

/** A browser of its own for one demo person, or for nobody. */
export async function visit(browser: Browser, hub: Hub, key: string | null, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: desk, locale: "nl-NL", ...options });
  if (key) await context.addCookies([{ name: "wijkbord-session", value: await tokenOf(hub.url, key), url: hub.url, httpOnly: true, sameSite: "Lax" }]);
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  page.on("console", (said) => {
    if (said.type() === "error" && !withoutConnection.test(said.text())) problems.push(`${said.text()} ${said.location().url}`);
  });
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!["data:", "blob:"].includes(protocol) && origin !== new URL(hub.url).origin) problems.push(request.url());
  });
  return { page, context, problems, [Symbol.asyncDispose]: () => context.close() };
}

/** What axe finds against WCAG 2.2 A and AA: rule and place of each. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`));
}
