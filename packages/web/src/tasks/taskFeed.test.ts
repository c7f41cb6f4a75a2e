import { expect, test } from "vitest";
import { hubClient } from "../apollo/client.ts";
import { type BoardListener, TaskFeed } from "./taskFeed.ts";

const boardAt = (sequence: number): BoardListener => ({ boardId: String(sequence), cards() {}, frame() {}, events() {}, reload: async () => sequence });

test("T3-02 after a reset the feed goes on from its oldest read, and from none when no board is open", async () => {
  const feed = new TaskFeed(hubClient(null));
  let told = 0;
  feed.onReset(() => (told += 1));
  expect(await feed.resync()).toBeNull();
  const close = feed.listen(boardAt(12));
  feed.listen(boardAt(9));
  expect(await feed.resync()).toBe(9);
  close();
  expect(told).toBe(2);
});
