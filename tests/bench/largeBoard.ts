import { readConfig } from "@wijkbord/server/src/config.ts";
import { type Hub, startHub } from "@wijkbord/server/src/hub.ts";
import type { Locator, Page } from "playwright-core";
import { change } from "../harness/board.ts";
import { webRoot } from "../harness/browser.ts";
import type { Client } from "../harness/client.ts";

/** A hub of its own with the demo and the built web app. */
export const benchHub = (): Promise<Hub> => startHub({ config: readConfig({ PORT: "0", LOG_LEVEL: "silent", DEMO: "on" }), memory: true, webRoot });

export interface Column {
  readonly id: string;
  readonly state: string;
}
export interface Known {
  readonly id: string;
  readonly number: string;
  readonly version: number;
}

/** The board of Moerwijk in the demo, without the column of what waits: that asks for a reason. */
export async function boardOf(client: Client): Promise<{ readonly id: string; readonly columns: readonly Column[] }> {
  const { boards } = await client.run<{ boards: { id: string; title: string; columns: Column[] }[] }>("{ boards { id title columns { id state } } }");
  const board = boards.find(({ title }) => title.includes("Moerwijk"));
  if (!board) throw new Error("The demo has no board of Moerwijk.");
  return { id: board.id, columns: board.columns.filter(({ state }) => state !== "BLOCKED") };
}

/** Adds so many tasks over all columns; gives them. */
export async function fill(client: Client, boardId: string, columns: readonly Column[], size: number): Promise<Known[]> {
  const made: Known[] = [];
  for (let at = 0; at < size; at += 20) {
    const tasks = Array.from({ length: 20 }, async (_, index) => {
      const subject = ["energiecoach", "lekkage", "taalmaatje", "buurtkamer"][(at + index) % 4];
      const input = { boardId, columnId: columns[(at + index) % columns.length]?.id, title: `Taak ${at + index}: ${subject} regelen` };
      return (await change(client, "createTask", "CreateTaskInput", input)).task;
    });
    made.push(...(await Promise.all(tasks)).flatMap((task) => task ?? []));
  }
  return made;
}

/** The sign of a page that follows live. */
export const live = (page: Page): Locator => page.locator('.connection[data-state="live"]:visible');
