import { canonicalText } from "@wijkbord/schema";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { phone, startBrowser, startWebHub, type Visit, visit } from "../harness/browser.ts";
import { Client } from "../harness/client.ts";
import { rounds } from "../harness/seeds.ts";
import { draftState, editor, keptOnDevice, line, shownText, toEnd, writeAnew } from "./textPage.ts";

let hub: Hub;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startWebHub(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

async function open({ page }: Visit): Promise<void> {
  await page.goto(`${hub.url}/zuidwest/afspraken/PA-06/schrijven`);
  await draftState(page, "saved");
}

async function storedText(): Promise<string> {
  const client = await Client.as(hub.url, "fenna");
  const { coalitions } = await client.run<{ coalitions: { id: string; slug: string }[] }>("{ coalitions { id slug } }");
  const { agreements } = await client.run<{ agreements: { nodes: { number: string; versions: { text: string }[] }[] } }>(
    "query T($id: ID!) { agreements(coalitionId: $id) { nodes { number versions { text } } } }",
    { id: coalitions.find(({ slug }) => slug === "zuidwest")?.id },
  );
  return agreements.nodes.find(({ number }) => number === "PA-06")?.versions.at(-1)?.text ?? "";
}

test("AW-10 Y4 two people type in one draft, one of them cut off in the middle: the texts are equal, no letter is lost, and what is saved is what both see", async () => {
  await using one = await visit(browser, hub, "fenna");
  await using other = await visit(browser, hub, "demi");
  await Promise.all([open(one), open(other)]);
  await one.page.locator(".writers").getByText("Demi").waitFor();
  await writeAnew(one.page, "7. Wij beginnen.");
  await one.page.keyboard.type("\n\n8. Artikel van Fenna.\n\n9. Artikel van Demi.", { delay: 5 });
  await line(other.page, "9. Artikel van Demi.").waitFor();
  await line(one.page, "8. Artikel van Fenna.").click();
  await line(other.page, "9. Artikel van Demi.").click();
  for (const { page } of [one, other]) await page.keyboard.press("End");
  await editor(other.page).locator('.caret[data-name^="Fenna"]').waitFor();
  await editor(one.page).locator('.caret[data-name^="Demi"]').waitFor();

  const until = Date.now() + rounds(5, 60) * 1_000;
  const typed = { one: "", other: "" };
  const type = async ({ page }: Visit, key: keyof typeof typed, letters: string) => {
    for (let count = 0; Date.now() < until; count += 1) {
      const word = ` ${letters}${count}`;
      await page.keyboard.type(word, { delay: 15 });
      typed[key] += word;
    }
  };
  const cut = async () => {
    const part = (until - Date.now()) / 3;
    await other.page.evaluate((time) => new Promise((done) => setTimeout(done, time)), part);
    await other.context.setOffline(true);
    await other.page.evaluate((time) => new Promise((done) => setTimeout(done, time)), part);
    await draftState(other.page, "waiting");
    await other.context.setOffline(false);
  };
  await Promise.all([type(one, "one", "fé"), type(other, "other", "dë"), cut()]);

  for (const { page } of [one, other]) {
    await draftState(page, "saved");
    await line(page, `8. Artikel van Fenna.${typed.one}`).waitFor();
    await line(page, `9. Artikel van Demi.${typed.other}`).waitFor();
  }
  await one.page.getByRole("button", { name: "Bewaren" }).click();
  await one.page.locator(".agreement-text").waitFor();
  const [seen, saved] = [await shownText(other.page), await storedText()];
  expect(canonicalText(seen)).toBe(saved);
  expect(saved).toContain(`9. Artikel van Demi.${typed.other}`);
  expect([...one.problems, ...other.problems]).toEqual([]);
});

test("AW-11 what was written without a connection outlives a reload; pasted marks are cleaned, and what may not be in a text is refused with its line", async () => {
  await using writer = await visit(browser, hub, "demi");
  await using reader = await visit(browser, hub, "fenna");
  const { page, context } = writer;
  await Promise.all([open(writer), open(reader)]);
  await writeAnew(page, "9. Met verbinding.");
  await line(reader.page, "9. Met verbinding.").waitFor();
  await draftState(page, "saved");
  await context.setOffline(true);
  await page.keyboard.type("\n\n10. Zonder verbinding.");
  await draftState(page, "waiting");
  await keptOnDevice(page);
  await context.setOffline(false);
  await page.reload();
  await draftState(page, "saved");
  await line(page, "10. Zonder verbinding.").waitFor();
  await line(reader.page, "10. Zonder verbinding.").waitFor();

  const paste = (text: string) =>
    editor(page).evaluate((node, value) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", value);
      node.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }));
    }, text);
  await toEnd(page);
  await paste('\n\n11. <o:p></o:p><span style="mso-x">Uit\u00a0Word</span>.');
  await line(reader.page, "11. Uit Word.").waitFor();
  await toEnd(page);
  await paste("\n\n<script>alert(1)</script>");
  await page.getByText(/Regel \d+.*code die een browser zou uitvoeren/).waitFor();
  await page.getByRole("button", { name: "Bewaren" }).click();
  await page.locator(".write-form > .field-error").waitFor();
  expect(await shownText(reader.page)).not.toContain("script");
  await editor(page).click();
  await page.keyboard.press("Control+z");
  await draftState(page, "saved");
  await paste("x".repeat(41_000));
  await page
    .getByText(/te lang/)
    .first()
    .waitFor();
  expect(await shownText(page)).toContain("11. Uit Word.");
  expect([...writer.problems, ...reader.problems]).toEqual([]);
});

test("AW-21 a draft is marked up by keyboard alone, or by touch on a phone, while another writes in it", async () => {
  await using writer = await visit(browser, hub, "demi");
  await using reader = await visit(browser, hub, "fenna", { viewport: phone, hasTouch: true });
  const { page } = writer;
  await Promise.all([open(writer), open(reader)]);
  await writeAnew(page, "1. Wij bellen samen");
  await page.keyboard.press("Control+b");
  await line(reader.page, "1. Wij bellen **samen**").waitFor();
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("Wij schrijven");
  await line(reader.page, "2. Wij schrijven").waitFor();

  const bar = page.getByRole("toolbar", { name: "Opmaak van de tekst" });
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  await page.keyboard.press("Shift+Tab");
  expect(await focused()).toBe("Kop");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  expect(await focused()).toBe("Link");
  expect(await bar.locator(".format-keys").textContent()).toBe("Link (Ctrl+K)");
  await page.keyboard.press("Enter");
  await page.keyboard.type("de kaart");
  await line(reader.page, "2. Wij schrijven[de kaart](https://)").waitFor();
  await page.keyboard.press("Shift+Tab");
  expect(await focused()).toBe("Link");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await line(reader.page, "2. Wij schrijven").waitFor();

  const italic = reader.page.getByRole("button", { name: "Schuin", exact: true });
  expect((await italic.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await line(reader.page, "2. Wij schrijven").tap();
  await italic.tap();
  await line(page, "2. Wij *schrijven*").waitFor();
  expect([...writer.problems, ...reader.problems]).toEqual([]);
});

test("AW-23 where the coalition chose it, an agreement shows who reads it too; while a round is open only the organisation", async () => {
  await using coordinator = await visit(browser, hub, "fenna");
  await using reader = await visit(browser, hub, "demi");
  const { page } = coordinator;
  await page.goto(`${hub.url}/zuidwest/instellingen?deel=algemeen`);
  await page.getByRole("checkbox", { name: /^Laat op afspraken zien wie meeleest/ }).check();
  await page.getByRole("button", { name: "Opslaan" }).click();
  await page.locator(".toast", { hasText: "Opgeslagen" }).waitFor();
  await Promise.all([coordinator, reader].map((each) => each.page.goto(`${hub.url}/zuidwest/afspraken/PA-06`)));
  await page.locator(".readers", { hasText: "Demi Demo (De Portiek)" }).waitFor();
  await reader.page.locator(".readers", { hasText: "Fenna" }).waitFor();
  await reader.page.getByRole("link", { name: "Procesafspraken" }).first().click();
  await page.locator(".readers").waitFor({ state: "detached" });
  // PA-02 is being answered: only the organisation.
  await Promise.all([coordinator, reader].map((each) => each.page.goto(`${hub.url}/zuidwest/afspraken/PA-02`)));
  await page.locator(".readers", { hasText: "iemand van De Portiek" }).waitFor();
  expect(await page.locator(".readers").textContent()).not.toContain("Demi");
  expect([...coordinator.problems, ...reader.problems]).toEqual([]);
});
