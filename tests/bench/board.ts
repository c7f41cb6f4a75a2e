import { change } from "../harness/board.ts";
import { desk, startBrowser, visit } from "../harness/browser.ts";
import { Client } from "../harness/client.ts";
import { benchHub, boardOf, fill, live } from "./largeBoard.ts";
import { type Cost, costOf, frames, medianCost } from "./mainThread.ts";

const size = 1_000;
/** Changes that come at once after a break. */
const burst = 300;

/** The browser budgets of a board with 1,000 tasks. */
export async function benchBoard(): Promise<Record<string, number>> {
  await using hub = await benchHub();
  const client = await Client.as(hub.url, "fenna");
  const { id, columns } = await boardOf(client);
  const tasks = await fill(client, id, columns, size);
  const versions = new Map(tasks.map((task) => [task.id, task.version]));
  const move = async (taskId: string, columnId: string | undefined) => {
    const input = { id: taskId, columnId, afterTaskId: null, expectedVersion: versions.get(taskId) };
    const { task } = await change(client, "moveTask", "MoveTaskInput", input);
    if (task) versions.set(taskId, task.version);
  };
  const browser = await startBrowser();
  const results: Record<string, number> = { "web.board.tasks": tasks.length };
  try {
    await using visited = await visit(browser, hub, "fenna", { viewport: desk });
    const { page } = visited;
    const note = (name: string, { total, longest }: Cost) =>
      Object.assign(results, { [`web.board.${name}.longest`]: longest, [`web.board.${name}.total`]: total });
    const measure = async (name: string, work: () => Promise<void>) => note(name, await medianCost(() => costOf(browser, page, work)));
    const open = async () => {
      await page.goto(`${hub.url}/zuidwest/bord/moerwijk`);
      await page.locator(".task-card").first().waitFor();
      await live(page).waitFor();
    };
    let turn = 0;
    await open();
    await measure("firstView", open);
    await measure("search", async () => {
      const field = page.locator("#quick-filter");
      await field.pressSequentially("lekk", { delay: 60 });
      await frames(page, 20);
      await field.fill("");
      await frames(page, 20);
    });
    await measure("filter", async () => {
      const chip = page.getByRole("button", { name: /^Mijn taken/ });
      await chip.click();
      await frames(page, 20);
      await chip.click();
      await frames(page, 20);
    });
    await measure("scroll", async () => {
      await page.locator(".card-list").nth(1).hover();
      for (let at = 0; at < 20; at += 1) {
        await page.mouse.wheel(0, 400);
        await frames(page, 2);
      }
    });
    await measure("ownMove", async () => {
      const from = page.locator(`.column[data-column="${columns[turn % columns.length]?.id}"]`);
      turn += 1;
      await from.locator("[data-card]").first().focus();
      await page.keyboard.press("m");
      const dialog = page.getByRole("dialog");
      await dialog
        .locator(`input[type="radio"]`)
        .nth(turn % 3)
        .check();
      await page.keyboard.press("Enter");
      await dialog.waitFor({ state: "detached" });
      await frames(page, 20);
    });
    await measure("liveMove", async () => {
      turn += 1;
      const to = columns[turn % columns.length]?.id;
      await move(tasks[0]?.id ?? "", to);
      await page.locator(`.column[data-column="${to}"] [data-task="${tasks[0]?.id}"]`).waitFor();
      await frames(page, 20);
    });
    await page.context().setOffline(true);
    await live(page).waitFor({ state: "hidden" });
    for (let at = 0; at < burst; at += 10) {
      await Promise.all(tasks.slice(at, at + 10).map(({ id: taskId }, index) => move(taskId, columns[(at + index + 1) % columns.length]?.id)));
    }
    const caughtUp = await costOf(browser, page, async () => {
      await page.context().setOffline(false);
      await live(page).waitFor();
      await frames(page, 30);
    });
    note("catchUp", caughtUp);
    results["web.eventsPerSecond"] = Math.round(burst / (caughtUp.total / 1_000));
  } finally {
    await browser.close();
  }
  return results;
}
