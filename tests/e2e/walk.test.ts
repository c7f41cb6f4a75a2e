import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings, desk, phone, startBrowser, startWebHub, visit } from "../harness/browser.ts";
import { isLong, rounds } from "../harness/seeds.ts";
import { type Screen, screens } from "../screens/list.ts";

let hub: Hub;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startWebHub(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

const looks = ["nl", "en"].flatMap((language) =>
  (["light", "dark"] as const).flatMap((colorScheme) => [desk, phone].map((viewport) => ({ language, colorScheme, viewport }))),
);
/** GraphiQL is the work of others and has a test of its own; what is done before a picture is done in Dutch. */
const walked = screens.filter(({ name, path }) => name !== "graphiql" && !path.startsWith("/en/"));
const stations = walked.flatMap((screen, at) => {
  const chosen = isLong ? looks : looks.slice(at % looks.length, (at % looks.length) + 1);
  return chosen.map((look) => ({ ...look, screen, language: screen.prepare ? "nl" : look.language }));
});

async function open(page: Page, { path, prepare }: Screen, language: string): Promise<void> {
  await page.goto(`${hub.url}${language === "en" ? "/en" : ""}${path}`);
  await page.locator("h1").first().waitFor();
  await prepare?.(page);
  await page.locator(".skeleton").first().waitFor({ state: "detached" });
}

const isWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

/** What is wrong with the focus where it stands now; null when it can be seen. */
const focusFault = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const { left, top, width, height } = element.getBoundingClientRect();
    const name = `${element.tagName.toLowerCase()}.${element.className} "${element.getAttribute("aria-label") ?? element.getAttribute("placeholder") ?? element.textContent?.trim().slice(0, 30)}"`;
    const seen = { left: Math.max(left, 0), top: Math.max(top, 0), right: Math.min(left + width, innerWidth), bottom: Math.min(top + height, innerHeight) };
    if (seen.right - seen.left < 1 || seen.bottom - seen.top < 1) return `out of sight: ${name}`;
    const spots = [0.5, 0.1, 0.9].map((part) => [seen.left + (seen.right - seen.left) * part, seen.top + (seen.bottom - seen.top) * part] as const);
    const isMet = (hit: Element | null) => hit !== null && (element.contains(hit) || hit.contains(element) || hit.closest("label")?.contains(element));
    if (!spots.some(([x, y]) => isMet(document.elementFromPoint(x, y)))) return `covered: ${name}`;
    const marked = [element, element.parentElement, element.parentElement?.parentElement, element.nextElementSibling, element.closest("label")].some((each) => {
      if (!each) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
    });
    return marked ? null : `no mark: ${name}`;
  });

async function walkByTab(page: Page, steps: number): Promise<string[]> {
  const faults = new Set<string>();
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press("Tab");
    const fault = await focusFault(page);
    if (fault) faults.add(fault);
  }
  return [...faults];
}

test.each(stations)(
  "B2-01 $screen.name has nothing for axe, shows the focus at every Tab, and fits 320 px and 200 %: $language, $colorScheme, $viewport.width",
  async ({ screen, language, colorScheme, viewport }) => {
    await using visited = await visit(browser, hub, screen.person, { viewport, colorScheme });
    const { page, problems } = visited;
    await open(page, screen, language);
    expect(await axeFindings(page)).toEqual([]);
    expect(await walkByTab(page, rounds(12, 60))).toEqual([]);
    for (const width of [320, 720]) {
      await page.setViewportSize({ width, height: 450 });
      expect(await isWide(page), `${width} px`).toBe(false);
    }
    expect(problems).toEqual([]);
  },
);
