import type { AgreementVersion, CoalitionRole, Meeting, ProcessAgreement, Task } from "@wijkbord/schema/types";
import DataLoader from "dataloader";
import type { HubContext } from "../graphql/context.ts";
import { meetingsById } from "../meetings/meetingReads.ts";
import { rolesById } from "../roles/roleReads.ts";
import { readCards } from "../tasks/cards.ts";
import { tasksOf } from "../tasks/taskCard.ts";
import { AgreementRoleTable, AgreementTaskTable } from "./mandate.tables.ts";
import { waitingIds } from "./parties.ts";
import { todayFor } from "./reads.ts";
import { readAgreements, readVersionsOf } from "./visible.ts";

/** Something of a coalition that agreements name: a task or a role. */
interface Named {
  readonly id: string;
  readonly coalitionId: string;
}
interface Link {
  readonly agreementId: string;
  readonly namedId: string;
}
type Load<Key, Value> = (coalitionId: string, keys: readonly Key[]) => Promise<(key: Key) => Value>;

/** Reads what hangs under agreements, tasks and roles in a few queries per answer, as far as the viewer may see it. */
class AgreementLoaders {
  constructor(private readonly context: HubContext) {}

  private get em() {
    return this.context.services.database.read();
  }

  /** Batches one tick, coalition by coalition, because rights are per coalition. Nothing is kept. */
  private batched<Key extends Named, Value>(load: Load<Key, Value>): DataLoader<Key, Value> {
    return new DataLoader(
      async (keys) => {
        const values = new Map<Key, Value>();
        for (const [coalitionId, own] of Map.groupBy(keys, (key) => key.coalitionId)) {
          const valueOf = await load(coalitionId, own);
          for (const key of own) values.set(key, valueOf(key));
        }
        return keys.map((key) => values.get(key) ?? new Error("Nothing was read."));
      },
      { cache: false },
    );
  }

  private under<Thing extends Named>(
    links: (coalitionId: string, agreementIds: string[]) => Promise<Link[]>,
    things: (coalitionId: string, ids: string[]) => Promise<Thing[]>,
  ) {
    return this.batched<ProcessAgreement, Thing[]>(async (coalitionId, agreements) => {
      const rows = await links(coalitionId, idsOf(agreements));
      const found = new Map((await things(coalitionId, [...new Set(rows.map(({ namedId }) => namedId))])).map((thing) => [thing.id, thing]));
      const byAgreement = Map.groupBy(rows, ({ agreementId }) => agreementId);
      return ({ id }) => (byAgreement.get(id) ?? []).flatMap(({ namedId }) => found.get(namedId) ?? []);
    });
  }

  private naming(links: (coalitionId: string, ids: string[]) => Promise<Link[]>) {
    return this.batched<Named, ProcessAgreement[]>(async (coalitionId, things) => {
      const rows = await links(coalitionId, idsOf(things));
      const agreements = await readAgreements(
        this.em,
        this.context.reader(coalitionId),
        rows.map(({ agreementId }) => agreementId),
      );
      const byNamed = Map.groupBy(rows, ({ namedId }) => namedId);
      return ({ id }) => {
        const own = new Set(byNamed.get(id)?.map(({ agreementId }) => agreementId));
        return agreements.filter((agreement) => own.has(agreement.id)).toSorted((one, other) => one.number - other.number);
      };
    });
  }

  private one<Thing extends Named>(things: (coalitionId: string, ids: string[]) => Promise<Thing[]>) {
    return this.batched<Named, Thing | null>(async (coalitionId, keys) => {
      const found = new Map((await things(coalitionId, idsOf(keys))).map((thing) => [thing.id, thing]));
      return ({ id }) => found.get(id) ?? null;
    });
  }

  private async taskLinks(where: object): Promise<Link[]> {
    return (await this.em.find(AgreementTaskTable, where)).map(({ agreementId, taskId }) => ({ agreementId, namedId: taskId }));
  }

  private async roleLinks(where: object): Promise<Link[]> {
    return (await this.em.find(AgreementRoleTable, where)).map(({ agreementId, roleId }) => ({ agreementId, namedId: roleId }));
  }

  /** Tasks that exist because of an agreement. */
  readonly tasks = this.under<Task>(
    (coalitionId, ids) => this.taskLinks({ coalitionId, agreementId: { $in: ids } }),
    async (coalitionId, ids) => tasksOf(await readCards(this.em, this.context.reader(coalitionId), ids)),
  );
  /** Roles that an agreement names. */
  readonly roles = this.under<CoalitionRole>(
    (coalitionId, ids) => this.roleLinks({ coalitionId, agreementId: { $in: ids } }),
    (coalitionId, ids) => rolesById(this.em, coalitionId, ids),
  );
  /** Agreements because of which a task exists. */
  readonly ofTask = this.naming((coalitionId, ids) => this.taskLinks({ coalitionId, taskId: { $in: ids } }));
  /** Agreements that name a role. */
  readonly ofRole = this.naming((coalitionId, ids) => this.roleLinks({ coalitionId, roleId: { $in: ids } }));

  readonly task = this.one<Task>(async (coalitionId, ids) => tasksOf(await readCards(this.em, this.context.reader(coalitionId), ids)));
  readonly meeting = this.one<Meeting>((coalitionId, ids) => meetingsById(this.em, coalitionId, ids));

  readonly versions = this.batched<ProcessAgreement, AgreementVersion[]>(async (coalitionId, agreements) => {
    const rows = await readVersionsOf(this.em, this.context.reader(coalitionId), idsOf(agreements));
    const byAgreement = Map.groupBy(rows, ({ agreementId }) => agreementId);
    return ({ id }) => byAgreement.get(id) ?? [];
  });
  /** Whether something is asked of the own organisation. */
  readonly waits = this.batched<ProcessAgreement, boolean>(async (coalitionId, agreements) => {
    const waiting = await waitingIds(this.em, this.context.reader(coalitionId), agreements, await todayFor(this.context, { coalitionId }));
    return ({ id }) => waiting.has(id);
  });
}

const idsOf = (things: readonly { id: string }[]) => [...new Set(things.map(({ id }) => id))];
const known = new WeakMap<HubContext, AgreementLoaders>();

/** The loaders of one answer. */
export function agreementLoaders(context: HubContext): AgreementLoaders {
  const loaders = known.get(context) ?? new AgreementLoaders(context);
  known.set(context, loaders);
  return loaders;
}
