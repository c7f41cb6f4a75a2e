import "reflect-metadata";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { readConfig } from "@wijkbord/server/src/config.ts";
import { startHub } from "@wijkbord/server/src/hub.ts";
import { agreementPairs } from "../fixtures/agreementPairs.ts";
import { actAs, readAs } from "../harness/agreements.ts";
import { boardCalled } from "../harness/board.ts";
import { desk, phone, startBrowser, visit, webRoot } from "../harness/browser.ts";
import { Client } from "../harness/client.ts";

/** Pictures of the difference of each pair of texts as its page shows it, to be read by eye: pairs-{view}-{first}.png. */
const folder = join(process.cwd(), "screens");
const perPicture = 6;
await mkdir(folder, { recursive: true });
const hub = await startHub({ config: readConfig({ PORT: "0", LOG_LEVEL: "silent", DEMO: "on" }), memory: true, webRoot });
const browser = await startBrowser();
const [fenna, demi] = await Promise.all([Client.as(hub.url, "fenna"), Client.as(hub.url, "demi")]);
const { coalition } = await boardCalled(fenna, "Moerwijk");
const signatoryIds = ["Gemeente", "De Portiek"].map((name) => coalition.organisations.find(({ shortName }) => shortName === name)?.id);

/** An agreement whose first version was objected to, with the second text as its next version; returns its number. */
async function agreementOf(title: string, before: string, after: string): Promise<string> {
  const { agreement } = await actAs(fenna, "draftAgreement", { coalitionId: coalition.id, title, category: "OTHER", summary: "", text: before, signatoryIds });
  const id = agreement?.id ?? "";
  const last = async () => (await readAs(fenna, id)).versions.at(-1);
  const draft = await last();
  await actAs(fenna, "saveVersionDraft", { versionId: draft?.id, expectedVersion: draft?.version, summary: title });
  const saved = await last();
  await actAs(fenna, "openConsentRound", { versionId: saved?.id, expectedVersion: saved?.version });
  const frozen = await last();
  const sign = { versionId: frozen?.id, contentHash: frozen?.contentHash, expectedSignOffId: null };
  await actAs(fenna, "signOff", { ...sign, organisationId: signatoryIds[0], response: "CONSENT" });
  await actAs(demi, "signOff", { ...sign, organisationId: signatoryIds[1], response: "OBJECTION", reason: "Zo kan het nog niet, zie ons voorstel." });
  const { version, number } = await readAs(fenna, id);
  await actAs(fenna, "createNextVersion", { agreementId: id, expectedVersion: version });
  const next = await last();
  const written = await actAs(fenna, "saveVersionDraft", { versionId: next?.id, expectedVersion: next?.version, text: after, changeNote: title });
  if (next?.number !== 2 || written.__typename !== "SaveVersionDraftPayload") throw new Error(`${title}: ${JSON.stringify(written)}`);
  return number;
}

try {
  const numbers: string[] = [];
  for (const [kind, before, after] of agreementPairs) numbers.push(await agreementOf(`Paar ${numbers.length + 1}: ${kind}`, before, after));
  for (const [view, viewport] of [
    ["anders", desk],
    ["naast", desk],
    ["anders", phone],
  ] as const) {
    await using visited = await visit(browser, hub, "fenna", { viewport });
    const { page } = visited;
    const cards: string[] = [];
    for (const [index, number] of numbers.entries()) {
      await page.goto(`${hub.url}/zuidwest/afspraken/${number}?versie=2&vergelijk=1&weergave=${view}`);
      const card = page.locator(".agreement-text");
      await card.locator(view === "naast" ? ".side-by-side" : ".articles").waitFor();
      cards.push(`<p>${index + 1} ${agreementPairs[index]?.[0]}</p><img src="data:image/png;base64,${(await card.screenshot()).toString("base64")}">`);
    }
    await using sheet = await visit(browser, hub, null, { viewport: { width: viewport.width < 500 ? 1200 : 1700, height: 900 } });
    for (let first = 0; first < cards.length; first += perPicture) {
      const style = "body{columns:2;margin:8px;font:14px sans-serif}p{margin:0;break-after:avoid}img{width:100%;margin-bottom:10px;border:1px solid #999}";
      await sheet.page.setContent(`<style>${style}</style>${cards.slice(first, first + perPicture).join("")}`);
      const path = join(folder, `pairs-${view}-${viewport.width}-${first + 1}.png`);
      await sheet.page.screenshot({ path, fullPage: true });
      console.log(path);
    }
  }
} finally {
  await browser.close();
  await hub[Symbol.asyncDispose]();
}
