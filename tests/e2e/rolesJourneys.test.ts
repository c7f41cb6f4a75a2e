import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings, phone, startBrowser, visit, webRoot } from "../harness/browser.ts";
import { boardCalled } from "../harness/board.ts";
import { Client } from "../harness/client.ts";
import { days } from "../harness/clock.ts";
import { startTestHub } from "../harness/hub.ts";
import { act, newBoard, taskIn } from "../harness/work.ts";

let hub: Hub;
let browser: Browser;
let passed = 0;

beforeAll(async () => {
  const clock = { now: () => new Date(Date.now() + passed) };
  [hub, browser] = await Promise.all([startTestHub({}, { clock, webRoot }), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

async function open(page: Page, address: string, what: string): Promise<void> {
  await page.goto(`${hub.url}${address}`);
  await page.locator(what).first().waitFor();
  await page.locator('.connection[data-state="live"]:visible').waitFor();
}
const people = "/zuidwest/rollen?weergave=personen";

test("RW-05 E11 a task goes over in the browser with a yes of the other; when it is done, what waited for it goes on in one act; the division shows what changed", async () => {
  const [fenna, demi, loes] = await Promise.all(["fenna", "demi", "loes"].map((key) => Client.as(hub.url, key)));
  if (!fenna || !demi || !loes) throw new Error("Nobody is there.");
  const board = await newBoard(fenna, "WK051832");
  const make = async (client: Client, title: string) => {
    const { id } = taskIn(await act(client, "createTask", { boardId: board.id, title }));
    return taskIn(await act(client, "pickUpTask", { id, expectedVersion: 99 }));
  };
  const [permit, works] = [await make(fenna, "Vergunning steigers"), await make(loes, "Steigers zetten")];
  taskIn(await act(loes, "moveTask", { id: works.id, columnId: board.columnOf("BLOCKED"), expectedVersion: 99, reason: "Wacht op de vergunning" }));
  taskIn(await act(loes, "updateTask", { id: works.id, expectedVersion: 99, blockedByTaskId: permit.id }));

  await using giver = await visit(browser, hub, "fenna");
  await using taker = await visit(browser, hub, "demi", { viewport: phone });
  await open(giver.page, people, "[data-held]");
  await open(taker.page, people, ".roles h1");
  const held = giver.page.locator(`[data-held="${permit.number}"]`);
  await held.filter({ hasText: "trekt" }).getByRole("button", { name: "Draag over" }).click();
  const dialog = giver.page.getByRole("dialog");
  await dialog.getByLabel("Aan wie").selectOption({ label: "Woningcorporatie De Portiek" });
  await dialog.getByRole("button", { name: "Vraag De Portiek" }).click();
  await held.filter({ hasText: "wacht op De Portiek" }).waitFor();
  await giver.page.locator("[data-handover-state]").waitFor();
  const asked = taker.page.locator(`[data-incoming="Vergunning steigers"]`);
  await asked.waitFor();
  for (const { page } of [giver, taker]) expect(await axeFindings(page)).toEqual([]);
  await asked.getByRole("button", { name: "Neem over namens De Portiek" }).click();
  await asked.waitFor({ state: "detached" });
  await held.filter({ hasText: "trekt" }).waitFor({ state: "detached" });
  await taker.page.locator(`[data-held="${permit.number}"]`).waitFor();

  taskIn(await act(demi, "moveTask", { id: permit.id, columnId: board.columnOf("DONE"), expectedVersion: 99 }));
  await using owner = await visit(browser, hub, "loes");
  await open(owner.page, "/zuidwest/vandaag", "[data-waiting]");
  const line = owner.page.locator(`[data-kind="TASK_CAN_GO_ON"][data-about="${works.number}"]`);
  await line.getByRole("button", { name: "Ga verder" }).click();
  await line.waitFor({ state: "detached" });

  const yesterday = new Date(Date.now() - days).toISOString().slice(0, 10);
  await open(owner.page, `/zuidwest/rollen?weergave=taakverdeling&bord=alle&vergelijk=${yesterday}`, ".division-changes");
  const changed = owner.page.locator(`[data-change="${permit.number}"]`);
  expect(await changed.textContent()).toMatch(/nieuw.*De Portiek: niets → trekt/);
  expect(await axeFindings(owner.page)).toEqual([]);
  expect([...giver.problems, ...taker.problems, ...owner.problems]).toEqual([]);
}, 120_000);

interface Counted {
  attention: { counts: { reach: string; count: number }[] };
}

test("TD-05 Vandaag over all coalitions of a person counts what the API counts in each, and leads to it", async () => {
  const client = await Client.as(hub.url, "noor");
  const { me } = await client.run<{ me: { memberships: { coalitionId: string }[] } }>("{ me { memberships { coalitionId } } }");
  let total = 0;
  for (const { coalitionId } of me.memberships) {
    const { attention } = await client.run<Counted>("query ($id: ID!) { attention(coalitionId: $id) { counts { reach count } } }", { id: coalitionId });
    total += attention.counts.filter(({ reach }) => reach !== "COALITION").reduce((sum, { count }) => sum + count, 0);
  }
  await using visited = await visit(browser, hub, "noor", { viewport: phone });
  const { page } = visited;
  await page.goto(`${hub.url}/vandaag`);
  expect(await page.locator("[data-total]").getAttribute("data-total")).toBe(`${total}`);
  expect(await page.locator("[data-coalition]").count()).toBe(me.memberships.length);
  expect(await page.locator(".attention-row").count()).toBe(total);
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  const fenna = await Client.as(hub.url, "fenna");
  const { me: own } = await client.run<{ me: { memberships: { id: string; organisationId: string; coalition: { slug: string } }[] } }>(
    "{ me { memberships { id organisationId coalition { slug } } } }",
  );
  const hat = own.memberships.find(({ coalition }) => coalition.slug === "zuidwest");
  const task = taskIn(await act(fenna, "createTask", { boardId: (await boardCalled(fenna, "Bouwlust")).id, title: "Vraag aan twee" }));
  taskIn(await act(fenna, "proposeAssignment", { taskId: task.id, organisationId: hat?.organisationId, letter: "CONSULTED", membershipId: hat?.id }));
  await page.locator(`[data-total="${total + 1}"]`).waitFor();
  await page.locator(".attention-row", { hasText: "Vraag aan twee" }).waitFor();
  await page.locator("[data-coalition] header a").first().click();
  await page.locator("[data-waiting]").waitFor();
  expect(visited.problems).toEqual([]);
}, 120_000);

test("RW-06 E3 a role that is given back is vacant after fourteen days; the panel beside the division leads to proposals, and one is chosen", async () => {
  const name = "Leerwerkcoördinator";
  {
    await using holder = await visit(browser, hub, "rachid");
    await open(holder.page, "/zuidwest/rollen", ".role-card");
    const card = holder.page.locator(`.role-card[data-role="${name}"]`);
    await card.getByRole("button", { name: "Geef terug" }).click();
    await holder.page.getByRole("dialog").getByRole("button", { name: "Geef terug namens ROC Haagkant" }).click();
    await card.getByText(/Nog niemand vanaf/).waitFor();
  }
  passed += 15 * days;
  for (const job of hub.services.jobs) await job.run();
  await using partner = await visit(browser, hub, "joost");
  await using coordinator = await visit(browser, hub, "fenna");
  for (const { page } of [partner, coordinator]) await page.clock.setFixedTime(new Date(Date.now() + passed));
  const vacancy = (page: Page) => page.locator(`[data-vacancy="${name}"]`);
  for (const { page } of [partner, coordinator]) await open(page, "/zuidwest/rollen?weergave=taakverdeling", ".vacancies li");
  await vacancy(partner.page).getByText("nog geen voorstel").waitFor();
  await vacancy(partner.page).getByRole("link", { name: "Stel iemand voor" }).click();
  await partner.page.getByRole("dialog").getByRole("button", { name: "Stel Samen Moerwijk voor" }).click();
  await vacancy(coordinator.page).getByRole("link", { name: "Bekijk voorstellen" }).click();
  await coordinator.page.getByRole("button", { name: "Kies Samen Moerwijk" }).click();
  await coordinator.page.locator('[data-seat="CURRENT"][data-organisation="SM"]').waitFor();
  await open(partner.page, "/zuidwest/rollen?weergave=kaart", ".map-role");
  await partner.page.locator(`.map-role[data-role="${name}"]`, { hasText: "Samen Moerwijk" }).waitFor();
  expect(await axeFindings(partner.page)).toEqual([]);
  expect([...partner.problems, ...coordinator.problems]).toEqual([]);
}, 120_000);
