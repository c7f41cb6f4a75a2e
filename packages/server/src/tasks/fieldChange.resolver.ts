import { EventType, type Viewer } from "@wijkbord/schema";
import { FieldChange } from "@wijkbord/schema/types";
import DataLoader from "dataloader";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { EntityManager } from "../database/database.ts";
import type { HubContext } from "../graphql/context.ts";
import { loadersOf } from "./task.loaders.ts";

/** Where the readable name of an id in a field stands: a table and the column of the name. */
const names: Readonly<Record<string, readonly [string, string]>> = {
  columnId: ["board_column", "title"],
  themeId: ["theme", "name_nl"],
  actionLineId: ["action_line", "title"],
  labelId: ["label", "name"],
  organisationId: ["organisation", "short_name"],
};
const taskFields: readonly string[] = ["blockedByTaskId", "fromTaskId", "toTaskId"];
const memberFields: readonly string[] = ["membershipId", "assigneeMembershipId"];

/** Which event holds the last name of something that is gone, and in which field. */
const removals: Readonly<Record<string, readonly [string, string]>> = {
  columnId: [EventType.COLUMN_REMOVED, "title"],
  labelId: [EventType.LABEL_CHANGED, "name"],
};
const placesFor = (values: readonly string[]) => values.map(() => "?").join(",");

interface Key {
  readonly field: string;
  readonly id: string;
}

async function readNames(em: EntityManager, viewers: readonly Viewer[], field: string, ids: readonly string[]): Promise<Map<string, string>> {
  const coalitions = viewers.map(({ coalitionId }) => coalitionId);
  const found = new Map<string, string>();
  if (taskFields.includes(field)) {
    for (const { coalitionId, organisationId } of viewers) {
      const rows = await em.execute<{ id: string; name: string }[]>(
        `select t.id, c.task_prefix || '-' || t.number as name from task t join coalition c on c.id = t.coalition_id
        where t.id in (${placesFor(ids)}) and t.coalition_id = ? and (t.visibility <> 'ORGANISATION' or t.organisation_id = ?)`,
        [...ids, coalitionId, organisationId],
      );
      for (const { id, name } of rows) found.set(id, name);
    }
    return found;
  }
  const place = names[field];
  if (!place || coalitions.length === 0) return found;
  const [table, column] = place;
  const rows = await em.execute<{ id: string; name: string }[]>(
    `select id, "${column}" as name from "${table}" where id in (${placesFor(ids)}) and coalition_id in (${placesFor(coalitions)})`,
    [...ids, ...coalitions],
  );
  for (const { id, name } of rows) found.set(id, name);
  const missing = ids.filter((id) => !found.has(id));
  for (const { id, name } of missing.length > 0 ? await readLastNames(em, coalitions, field, missing) : []) found.set(id, name);
  return found;
}

/** Names of columns and labels that are gone, from the event of their removal. */
function readLastNames(em: EntityManager, coalitions: readonly string[], field: string, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const removal = removals[field];
  if (!removal) return Promise.resolve([]);
  const [type, name] = removal;
  return em.execute<{ id: string; name: string }[]>(
    `select e.target_id as id, c.value->>'before' as name from event e, jsonb_array_elements(e.changes) c
    where e.coalition_id in (${placesFor(coalitions)}) and e.target_id in (${placesFor(ids)}) and e.type = ? and c.value->>'field' = ? and c.value->>'before' is not null
    order by e.sequence`,
    [...coalitions, ...ids, type, name],
  );
}

const loaders = new WeakMap<HubContext, DataLoader<Key, string | null>>();

function loaderOf(context: HubContext): DataLoader<Key, string | null> {
  const known = loaders.get(context);
  if (known) return known;
  const load = async (keys: readonly Key[]) => {
    const byField = new Map<string, Map<string, string>>();
    for (const [field, some] of Map.groupBy(keys, (key) => key.field)) {
      byField.set(field, await readNames(context.services.database.read(), context.readers(), field, [...new Set(some.map(({ id }) => id))]));
    }
    return keys.map(({ field, id }) => byField.get(field)?.get(id) ?? null);
  };
  const loader = new DataLoader(load, { cache: false });
  loaders.set(context, loader);
  return loader;
}

/** The value in words: a name for an id, itself for a text; null for what is gone, hidden or has no words. */
async function inWords(context: HubContext, field: string, value: unknown): Promise<string | null> {
  if (typeof value !== "string") return null;
  if (memberFields.includes(field)) return loadersOf(context).memberName.load(value);
  return field in names || taskFields.includes(field) ? loaderOf(context).load({ field, id: value }) : value;
}

@Resolver(() => FieldChange)
export class FieldChangeResolver {
  @FieldResolver(() => String, { nullable: true, description: "Value before in words: the name of a column, theme, label, organisation, member or task." })
  beforeText(@Root() { field, before }: FieldChange, @Ctx() context: HubContext): Promise<string | null> {
    return inWords(context, field, before);
  }

  @FieldResolver(() => String, { nullable: true, description: "Value after in words." })
  afterText(@Root() { field, after }: FieldChange, @Ctx() context: HubContext): Promise<string | null> {
    return inWords(context, field, after);
  }
}
