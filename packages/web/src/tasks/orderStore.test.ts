import { beforeEach, expect, test, vi } from "vitest";
import { OrderStore } from "./orderStore.ts";

let order: OrderStore;
const at = (columnId: string, position: string) => ({ columnId, position });

beforeEach(() => {
  order = new OrderStore();
  order.reset([
    ["a", at("left", "a0")],
    ["b", at("left", "a1")],
    ["c", at("left", "a1")],
    ["d", at("right", "Zz")],
  ]);
});

test("INV-19-W tasks stand by order key, then by id, in the order of bytes", () => {
  order.update([["e", at("right", "a0")]]);
  expect(order.list("left")).toEqual(["a", "b", "c"]);
  expect(order.list("right")).toEqual(["d", "e"]);
});

test("OPT-01 an own move shows at once and goes back when the hub refuses", () => {
  order.move("a", { columnId: "right", afterTaskId: "d" });
  expect(order.list("left")).toEqual(["b", "c"]);
  expect(order.list("right")).toEqual(["d", "a"]);
  order.settle("a");
  expect(order.list("left")).toEqual(["a", "b", "c"]);
  expect(order.list("right")).toEqual(["d"]);
});

test("OPT-02 what others do meanwhile is not lost under an own move", () => {
  order.move("a", { columnId: "right", afterTaskId: "d" });
  order.update([["d", at("left", "a5")]]);
  order.update([["b", null]]);
  expect(order.list("left")).toEqual(["c", "d"]);
  expect(order.list("right")).toEqual(["a"]);
  order.update([["a", at("right", "a3")]]);
  order.settle("a");
  expect(order.list("right")).toEqual(["a"]);
  expect(order.confirmedPlace("d")).toEqual({ columnId: "left", afterTaskId: "c" });
});

test("LIVE-01 only columns that change are told", () => {
  const left = vi.fn<() => void>();
  const right = vi.fn<() => void>();
  order.subscribe("left", left);
  order.subscribe("right", right);
  order.update([["d", at("right", "Zz")]]);
  order.update([["d", at("right", "a9")]]);
  expect([left, right].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  order.update([["a", at("left", "a9")]]);
  expect([left, right].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
});

test("LIVE-02 nothing moves while a card is in the hand; all of it comes when the hand lets go", () => {
  const release = order.hold();
  order.update([["d", at("left", "a5")]]);
  expect(order.list("left")).toEqual(["a", "b", "c"]);
  expect(order.waitingChanges()).toBe(2);
  release();
  expect(order.list("left")).toEqual(["a", "b", "c", "d"]);
  expect(order.waitingChanges()).toBe(0);
});
