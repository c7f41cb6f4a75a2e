import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Locator, Page } from "playwright-core";

/** Opens the board of a neighbourhood and waits until it is live. */
export async function openBoard(page: Page, hub: Hub, address = "/zuidwest/bord/moerwijk"): Promise<void> {
  await page.goto(`${hub.url}${address}`);
  await page.locator(".task-card").first().waitFor();
  await page.locator('.connection[data-state="live"]:visible').waitFor();
}

export const column = (page: Page, title: string): Locator => page.locator(".column").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

export const card = (page: Page, number: string): Locator =>
  page.locator(".task-card").filter({ has: page.locator(".card-meta .digits", { hasText: new RegExp(`^${number}$`) }) });

/** A card inside a column. */
export const cardIn = (page: Page, title: string, number: string): Locator =>
  column(page, title)
    .locator(".task-card")
    .filter({ has: page.locator(".card-meta .digits", { hasText: new RegExp(`^${number}$`) }) });

/** Columns with the numbers of their cards from top to bottom, as they are drawn. */
export const picture = (page: Page): Promise<Record<string, string[]>> =>
  page
    .locator(".column")
    .evaluateAll((columns) =>
      Object.fromEntries(
        columns.map((each) => [
          each.querySelector("h2")?.textContent ?? "",
          [...each.querySelectorAll(".task-card")]
            .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
            .map((one) => one.querySelector(".card-meta .digits")?.textContent ?? ""),
        ]),
      ),
    );
