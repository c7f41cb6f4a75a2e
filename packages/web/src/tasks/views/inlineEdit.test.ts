import { Priority } from "@wijkbord/schema";
import { expect, test } from "vitest";
import { changesOf, collisions, type InlineFields } from "./inlineEdit.ts";

const base: InlineFields = { title: "Bankje", dueOn: "2027-01-01", priority: Priority.NORMAL, themeId: "" };

test("IE-01 only what was changed is sent, and only a field that both changed is a difference", () => {
  const mine = { ...base, title: " Bankje verven ", dueOn: "" };
  expect(changesOf(base, mine)).toEqual({ title: "Bankje verven", dueOn: null });
  expect(collisions(base, mine, { title: "Bankje", dueOn: "2027-01-01", priority: "HIGH" })).toEqual([]);
  expect(collisions(base, mine, { title: "Bankje schuren", dueOn: null })).toEqual([{ field: "title", value: "Bankje schuren" }]);
  expect(collisions(base, mine, null)).toEqual([]);
});
