import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { deliveries, Delivery, NotificationKind, usualDelivery } from "@wijkbord/schema";
import type { Database } from "../../database/database.ts";
import type { Clock } from "../../time/clock.ts";
import { deliveriesOf, setDelivery } from "./deliveries.ts";

const name = "mail";

/** What a stop link ends: the morning mail as a whole, or the mails of one kind. */
export type Stoppable = "MORNING" | NotificationKind;
const isStoppable = (text: string): text is Stoppable => text === "MORNING" || Object.values<string>(NotificationKind).includes(text);

export interface StopLink {
  readonly userId: string;
  readonly what: Stoppable;
}

/** Links in mails with which a person stops them without signing in. Their key is made once, beside the other keys of the hub. */
export class StopLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private async key(): Promise<string> {
    const em = this.database.read();
    const find = async () => (await em.execute<{ secret: string }[]>("select private_pem as secret from hub_key where name = ?", [name]))[0]?.secret;
    const found = await find();
    if (found) return found;
    const secret = randomBytes(32).toString("base64url");
    await em.execute("insert into hub_key (name, private_pem, created_at) values (?, ?, ?) on conflict (name) do nothing", [name, secret, this.clock.now()]);
    return (await find()) ?? secret;
  }

  /** What stands in the link. */
  async tokenOf({ userId, what }: StopLink): Promise<string> {
    const text = `${userId}.${what}`;
    return `${text}.${createHmac("sha256", await this.key())
      .update(text)
      .digest("base64url")}`;
  }

  /** The link of a token; null when this hub did not make it. */
  async read(token: string): Promise<StopLink | null> {
    const [userId = "", what = ""] = token.split(".");
    if (!isStoppable(what)) return null;
    const [given, wanted] = [Buffer.from(token), Buffer.from(await this.tokenOf({ userId, what }))];
    return given.length === wanted.length && timingSafeEqual(given, wanted) ? { userId, what } : null;
  }

  /** Ends the mail of a link, or turns it on again; what is told stays in the list of notifications. */
  async turn({ userId, what }: StopLink, on: boolean): Promise<void> {
    await this.database.transaction(async (em) => {
      const wanted = what === "MORNING" ? Delivery.MORNING : Delivery.AT_ONCE;
      const stopped: readonly Delivery[] = what === "MORNING" ? [Delivery.MORNING] : [Delivery.MORNING, Delivery.AT_ONCE];
      for (const [kind, delivery] of await deliveriesOf(em, userId)) {
        if (what !== "MORNING" && kind !== what) continue;
        const mayTurnOn = delivery === Delivery.INBOX && usualDelivery(kind) !== Delivery.INBOX && deliveries[kind].includes(wanted);
        if (on && mayTurnOn) await setDelivery(em, userId, kind, wanted);
        if (!on && stopped.includes(delivery)) await setDelivery(em, userId, kind, Delivery.INBOX);
      }
    });
  }

  /** Whether the mail of a link is sent now. */
  async isOn({ userId, what }: StopLink): Promise<boolean> {
    const chosen = await deliveriesOf(this.database.read(), userId);
    if (what === "MORNING") return [...chosen.values()].includes(Delivery.MORNING);
    return [Delivery.AT_ONCE, Delivery.MORNING].includes(chosen.get(what) ?? Delivery.INBOX);
  }
}
