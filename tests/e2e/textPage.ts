import type { Locator, Page } from "playwright-core";

/** The editor of a draft. */
export const editor = (page: Page): Locator => page.getByRole("textbox", { name: "Tekst", exact: true });
const lines = (page: Page) => editor(page).locator(".cm-line");

/** One whole line of the text. */
export const line = (page: Page, text: string): Locator =>
  lines(page).filter({ hasText: new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`, "u") });

/** What stands on the screen. */
export const shownText = async (page: Page): Promise<string> => (await lines(page).allTextContents()).join("\n");

/** Waits until the draft is in this state: saved, sending or waiting. */
export const draftState = (page: Page, wanted: string): Promise<void> => page.locator(`.draft-state[data-state="${wanted}"]`).waitFor();

/** Puts the cursor behind the last letter. */
export async function toEnd(page: Page): Promise<void> {
  await editor(page).click();
  await page.keyboard.press("Control+End");
}

/** Writes this text in place of what stands there. */
export async function writeAnew(page: Page, text: string): Promise<void> {
  await draftState(page, "saved");
  await editor(page).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await page.keyboard.type(text);
}

/** Waits until the browser wrote what was typed so far: transactions on one store end in order. */
export const keptOnDevice = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (const { name = "" } of await indexedDB.databases()) {
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const stores = [...opening.result.objectStoreNames];
          const done = () => {
            opening.result.close();
            resolve();
          };
          if (stores.length === 0) done();
          else opening.result.transaction(stores, "readwrite").oncomplete = done;
        };
      });
    }
  });
