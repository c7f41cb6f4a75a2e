import { deliveries, type Delivery, NotificationKind, usualDelivery } from "@wijkbord/schema";
import { invalid } from "../../activity/refusal.ts";
import type { EntityManager } from "../../database/database.ts";

const kinds = Object.values(NotificationKind);

/** How people hear of each kind. */
export class Deliveries {
  private constructor(
    private readonly chosen: ReadonlyMap<string, Delivery>,
    private readonly users: ReadonlyMap<string, string>,
  ) {}

  /** What the persons behind memberships chose. */
  static async ofMembers(em: EntityManager, membershipIds: readonly string[]): Promise<Deliveries> {
    const rows = await em.execute<{ id: string; user_id: string; kind: NotificationKind | null; delivery: Delivery | null }[]>(
      `select m.id, m.user_id, d.kind, d.delivery from membership m left join notification_delivery d on d.user_id = m.user_id
        where m.id in (${membershipIds.map(() => "?").join(", ")})`,
      [...membershipIds],
    );
    const chosen = new Map(rows.flatMap(({ user_id, kind, delivery }) => (kind && delivery ? [[`${user_id} ${kind}`, delivery]] : [])));
    return new Deliveries(chosen, new Map(rows.map(({ id, user_id }) => [id, user_id])));
  }

  /** The person behind a membership. */
  userOf = (membershipId: string): string => this.users.get(membershipId) ?? "";

  /** How that person hears of a kind. */
  of = (membershipId: string, kind: NotificationKind): Delivery => this.chosen.get(`${this.userOf(membershipId)} ${kind}`) ?? usualDelivery(kind);
}

/** What a person chose, and the usual way for the rest. */
export async function deliveriesOf(em: EntityManager, userId: string): Promise<ReadonlyMap<NotificationKind, Delivery>> {
  const rows = await em.execute<{ kind: NotificationKind; delivery: Delivery }[]>("select kind, delivery from notification_delivery where user_id = ?", [
    userId,
  ]);
  const chosen = new Map(rows.map(({ kind, delivery }) => [kind, delivery]));
  return new Map(kinds.map((kind) => [kind, chosen.get(kind) ?? usualDelivery(kind)]));
}

/** Keeps a choice; refuses a way in which a kind cannot be heard of. */
export async function setDelivery(em: EntityManager, userId: string, kind: NotificationKind, delivery: Delivery): Promise<void> {
  if (!deliveries[kind].includes(delivery)) throw invalid("delivery", "NOT_FOR_THIS_KIND");
  await em.execute(
    "insert into notification_delivery (user_id, kind, delivery) values (?, ?, ?) on conflict (user_id, kind) do update set delivery = excluded.delivery",
    [userId, kind, delivery],
  );
}
