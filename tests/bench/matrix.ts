import { OrganisationKind } from "@wijkbord/schema";
import { change } from "../harness/board.ts";
import { desk, startBrowser, visit } from "../harness/browser.ts";
import { Client } from "../harness/client.ts";
import { benchHub, boardOf, fill, live } from "./largeBoard.ts";
import { type Cost, costOf, frames, medianCost } from "./mainThread.ts";

const partners = 40;
const size = 500;
/** Two letters of its own for each partner. */
const letters = (at: number) => `Q${String.fromCodePoint(65 + (at % 26))}${at >= 26 ? "X" : ""}`;

/** Adds partners until there are enough; gives all. */
async function addPartners(client: Client): Promise<{ readonly id: string; readonly organisations: readonly string[] }> {
  const read = async () =>
    (await client.run<{ coalition: { id: string; organisations: { id: string }[] } }>('{ coalition(slug: "zuidwest") { id organisations { id } } }')).coalition;
  const { id: coalitionId, organisations } = await read();
  for (let at = organisations.length; at < partners; at += 1) {
    const input = { coalitionId, name: `Partner nummer ${at}`, shortName: `Partner ${at}`, letters: letters(at), kind: OrganisationKind.LOCAL_COMPANY };
    await client.run("mutation A($input: AddOrganisationInput!) { addOrganisation(input: $input) { __typename } }", { input });
  }
  return { id: coalitionId, organisations: (await read()).organisations.map(({ id }) => id) };
}

/** The browser budgets of a division of 40 partners and 500 tasks. */
export async function benchMatrix(): Promise<Record<string, number>> {
  await using hub = await benchHub();
  const client = await Client.as(hub.url, "fenna");
  const { id: coalitionId, organisations } = await addPartners(client);
  const { id, columns } = await boardOf(client);
  const tasks = await fill(client, id, columns, size);
  const propose = (taskId: string | undefined, at: number, letter: string) =>
    change(client, "proposeAssignment", "ProposeAssignmentInput", { taskId, organisationId: organisations[at % organisations.length], letter });
  for (const [at, task] of tasks.entries())
    await Promise.all(
      ["A", "R", "C"].map((letter, index) => propose(task.id, at * 7 + index * 3, { A: "ACCOUNTABLE", R: "RESPONSIBLE", C: "CONSULTED" }[letter] ?? "")),
    );
  const browser = await startBrowser();
  const results: Record<string, number> = { "web.matrix.tasks": tasks.length, "web.matrix.partners": organisations.length };
  try {
    await using visited = await visit(browser, hub, "fenna", { viewport: desk });
    const { page } = visited;
    const note = (name: string, { total, longest }: Cost) =>
      Object.assign(results, { [`web.matrix.${name}.longest`]: longest, [`web.matrix.${name}.total`]: total });
    const measure = async (name: string, work: () => Promise<void>) => note(name, await medianCost(() => costOf(browser, page, work)));
    const open = async () => {
      await page.goto(`${hub.url}/zuidwest/rollen?weergave=taakverdeling&bord=moerwijk`);
      await page.locator(".matrix tr[data-task]").first().waitFor();
      await live(page).waitFor();
    };
    await open();
    await measure("firstView", open);
    const scroll = (across: number, down: number) => async () => {
      await page.locator(".matrix-scroll").hover();
      for (let at = 0; at < 20; at += 1) {
        await page.mouse.wheel(across, down);
        await frames(page, 2);
      }
    };
    await measure("scrollDown", scroll(0, 300));
    await measure("scrollAcross", scroll(120, 0));
    await open();
    let turn = 0;
    const rows = await page.locator(".matrix tr[data-task]").evaluateAll((all) => all.map((row) => row.getAttribute("data-task")));
    const known = await client.run<{ tasks: { nodes: { id: string; number: string; version: number }[] } }>(
      "query T($id: ID!) { tasks(coalitionId: $id, first: 100) { nodes { id number version } } }",
      {
        id: coalitionId,
      },
    );
    const task = known.tasks.nodes.find(({ number }) => rows.includes(number));
    const row = page.locator(`.matrix tr[data-task="${task?.number}"]`);
    let version = task?.version;
    await measure("liveChange", async () => {
      const title = `Andere titel ${(turn += 1)}`;
      const answer = await change(client, "updateTask", "UpdateTaskInput", { id: task?.id, expectedVersion: version, title });
      version = answer.task?.version;
      await row.getByText(title).waitFor();
      await frames(page, 20);
    });
  } finally {
    await browser.close();
  }
  return results;
}
