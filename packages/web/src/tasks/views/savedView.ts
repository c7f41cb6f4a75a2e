import { BoardLayout, Swimlane, TaskOrder, ViewDue } from "@wijkbord/schema";
import type { ViewContentInput, ViewFragment } from "@wijkbord/schema/operations";
import { type Due, type Layout, viewOf, withView } from "../filters.ts";
import { type ListColumn, sortingName, sortingOf } from "./rows.ts";

const layouts: Readonly<Record<Layout, BoardLayout>> = { board: BoardLayout.BOARD, partner: BoardLayout.PARTNER, list: BoardLayout.LIST };
const dues: Readonly<Record<Due, ViewDue>> = { late: ViewDue.LATE, week: ViewDue.THIS_WEEK };
const orders: Readonly<Record<ListColumn, TaskOrder>> = {
  number: TaskOrder.NUMBER,
  title: TaskOrder.TITLE,
  state: TaskOrder.STATE,
  trekker: TaskOrder.LEAD,
  doet: TaskOrder.DOES,
  dueOn: TaskOrder.DUE,
  theme: TaskOrder.THEME,
  todo: TaskOrder.TO_ARRANGE,
};

function keyOf<Key extends string, Value>(names: Readonly<Record<Key, Value>>, value: Value | string): Key | undefined {
  for (const key in names) if (names[key] === value) return key;
  return undefined;
}

/** The address that shows what a saved view shows. */
export function addressOf({ layout, rows, filter, orderBy, descending }: ViewFragment): URLSearchParams {
  const params = withView(new URLSearchParams(), {
    layout: keyOf(layouts, layout) ?? "board",
    text: filter.text,
    mine: filter.mine,
    withoutTrekker: filter.withoutLead,
    themeId: filter.themeId,
    organisationId: filter.organisationId,
    labelId: filter.labelId,
    due: filter.due === null ? null : (keyOf(dues, filter.due) ?? null),
    rows: rows && Swimlane[rows],
  });
  const name = sortingName({ column: keyOf(orders, orderBy) ?? "number", down: descending });
  if (name !== null) params.set("sorteer", name);
  return params;
}

/** What an address shows, to be kept. */
export function contentOf(params: URLSearchParams): ViewContentInput {
  const { layout, rows, text, mine, withoutTrekker, themeId, organisationId, labelId, due } = viewOf(params, "");
  const { column, down } = sortingOf(params);
  return {
    layout: layouts[layout],
    rows,
    filter: { text: text.trim(), mine, withoutLead: withoutTrekker, themeId, organisationId, labelId, due: due && dues[due] },
    orderBy: orders[column],
    descending: down,
  };
}
