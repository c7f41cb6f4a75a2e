import type { ActionLine, Board, Coalition, Label, Membership, Organisation, Theme } from "@wijkbord/schema/types";
import DataLoader from "dataloader";
import { UserTable } from "../accounts/account.tables.ts";
import type { Services } from "../services.ts";
import { ActionLineTable, BoardTable, ThemeTable } from "../tasks/board.tables.ts";
import { LabelTable } from "../tasks/task.tables.ts";
import { CoalitionTable, MembershipTable, OrganisationTable } from "./coalition.tables.ts";

type Load<Value> = (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>;

/** Batches reads of one tick. Nothing is kept: a context may live as long as a subscription. */
function loader<Value>(load: Load<Value>): DataLoader<string, Value | null> {
  return new DataLoader(
    async (ids) => {
      const found = await load([...new Set(ids)]);
      return ids.map((id) => found.get(id) ?? null);
    },
    { cache: false },
  );
}

const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));

/** Reads of coalitions, their organisations and people, batched over one answer. */
export class CoalitionLoaders {
  constructor(private readonly services: Services) {}

  private get em() {
    return this.services.database.read();
  }

  readonly coalition = loader<Coalition>(async (ids) => byId(await this.em.find(CoalitionTable, { id: { $in: [...ids] } })));
  readonly organisation = loader<Organisation>(async (ids) => byId(await this.em.find(OrganisationTable, { id: { $in: [...ids] } })));

  readonly displayName = loader<string>(async (ids) => {
    const users = await this.em.find(UserTable, { id: { $in: [...ids] } });
    return new Map(users.map(({ id, displayName }) => [id, displayName]));
  });

  readonly organisationsOf = loader<Organisation[]>(async (ids) => {
    const rows = await this.em.find(OrganisationTable, { coalitionId: { $in: [...ids] } }, { orderBy: { name: "asc", id: "asc" } });
    return Map.groupBy(rows, ({ coalitionId }) => coalitionId);
  });

  readonly themesOf = loader<Theme[]>(async (ids) => {
    const rows = await this.em.find(ThemeTable, { coalitionId: { $in: [...ids] } }, { orderBy: { position: "asc", id: "asc" } });
    return Map.groupBy(rows, ({ coalitionId }) => coalitionId);
  });

  readonly labelsOf = loader<Label[]>(async (ids) => {
    const rows = await this.em.find(LabelTable, { coalitionId: { $in: [...ids] } }, { orderBy: { name: "asc", id: "asc" } });
    return Map.groupBy(rows, ({ coalitionId }) => coalitionId);
  });

  readonly actionLinesOf = loader<ActionLine[]>(async (ids) => {
    const rows = await this.em.find(ActionLineTable, { coalitionId: { $in: [...ids] } }, { orderBy: { title: "asc", id: "asc" } });
    return Map.groupBy(rows, ({ coalitionId }) => coalitionId);
  });

  readonly boardsOf = loader<Board[]>(async (ids) => {
    const rows = await this.em.find(BoardTable, { coalitionId: { $in: [...ids] }, archivedAt: null }, { orderBy: { title: "asc", id: "asc" } });
    return Map.groupBy(rows, ({ coalitionId }) => coalitionId);
  });

  readonly membersOf = loader<Membership[]>(async (ids) => {
    const now = this.services.clock.now();
    const live = { $or: [{ validUntil: null }, { validUntil: { $gt: now } }] };
    const rows = await this.em.find(MembershipTable, { coalitionId: { $in: [...ids] }, ...live }, { orderBy: { id: "asc" } });
    return Map.groupBy(rows, ({ coalitionId }) => coalitionId);
  });
}
