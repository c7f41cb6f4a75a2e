import { MailLanguage, notificationLimits } from "@wijkbord/schema";
import { type SetMailAddressInput, WaitingAddress } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import { keepAddress, keepLocale, mailPerson } from "../../accounts/mailAddress.ts";
import { isFirst } from "../../activity/receipts.ts";
import { invalid, notAllowed } from "../../activity/refusal.ts";
import type { Database, EntityManager } from "../../database/database.ts";
import { Buckets } from "../../graphql/rates.ts";
import type { Clock } from "../../time/clock.ts";
import { MailKind, mostTries } from "./mail.tables.ts";
import { putInOutbox } from "./queueMail.ts";

const hour = 3_600;

interface AddressDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** Whether mail leaves this hub, or is shown on it. */
  readonly canMail: boolean;
  /** Called after commit, so that nobody waits a minute for a mail that was just asked. */
  readonly soon: () => void;
}

interface Waiting {
  id: string;
  email: string;
  expires_at: Date | string;
  refused: boolean | null;
}
const waitingSql = `select r.id, r.email, r.expires_at,
    (select m.attempts >= ${mostTries} and m.sent_at is null from mail m where m.user_id = r.user_id and m.kind = 'ADDRESS' and m.about = r.id::text
      order by m.due_at desc, m.id desc limit 1) as refused
  from mail_address_request r where r.user_id = ? and r.expires_at > ?`;

const localeOf = (language: MailLanguage) => (language === MailLanguage.EN ? "en" : "nl");

/** The mail addresses that people give of themselves. They count once confirmed, and stand in no log. */
export class MailAddresses {
  private readonly byPerson: Buckets;
  private readonly byPlace: Buckets;
  private readonly byAddress: Buckets;

  constructor(private readonly deps: AddressDeps) {
    this.byPerson = new Buckets(deps.clock, 6, 6 / hour);
    this.byPlace = new Buckets(deps.clock, 30, 30 / hour);
    this.byAddress = new Buckets(deps.clock, 4, 4 / hour);
  }

  /** One more mail to an address that somebody gives: six an hour for a person, thirty for a place on the network, four for an address. */
  mayAsk(userId: string, place: string, email: string): boolean {
    return this.byPerson.take(userId) && this.byPlace.take(place) && this.byAddress.take(email);
  }

  /** Asks an address to confirm itself, by a mail in the same transaction; says nothing about whose it is now. */
  async give(userId: string, email: string, { language, clientMutationId }: Pick<SetMailAddressInput, "language" | "clientMutationId">): Promise<void> {
    const { database, clock, canMail, soon } = this.deps;
    await database.transaction(async (em) => {
      const now = clock.now();
      const person = await this.mayChange(em, userId);
      if (!canMail) throw notAllowed("NO_MAIL");
      if (person.address === email) throw invalid("email", "OWN_ADDRESS");
      if (!(await isFirst(em, userId, clientMutationId, now))) return;
      if (language) await keepLocale(em, userId, localeOf(language));
      const expiresAt = new Date(now.getTime() + notificationLimits.addressHours * hour * 1_000);
      const [request] = await em.execute<{ id: string }[]>(
        `insert into mail_address_request (id, user_id, email, expires_at) values (?, ?, ?, ?) on conflict (user_id) do update
          set id = case when mail_address_request.email = excluded.email then mail_address_request.id else excluded.id end,
            email = excluded.email, expires_at = excluded.expires_at returning id`,
        [uuidv7(), userId, email, expiresAt],
      );
      if (request) await putInOutbox(em, { userId, kind: MailKind.ADDRESS, about: request.id, dueAt: now });
    });
    soon();
  }

  /** Takes back the address that waits, or the one that gets mail. */
  async remove(userId: string, waiting: boolean): Promise<void> {
    await this.deps.database.transaction(async (em) => {
      await this.mayChange(em, userId);
      if (waiting) await em.execute("delete from mail_address_request where user_id = ?", [userId]);
      else await keepAddress(em, userId, null);
    });
  }

  /** Keeps the language of mails to a person. */
  async speak(userId: string, language: MailLanguage): Promise<void> {
    await this.deps.database.transaction((em) => keepLocale(em, userId, localeOf(language)));
  }

  /** The address of a person that waits for its confirmation. */
  async waitingOf(userId: string): Promise<WaitingAddress | null> {
    const { database, clock } = this.deps;
    const [row] = await database.read().execute<Waiting[]>(waitingSql, [userId, clock.now()]);
    return row ? Object.assign(new WaitingAddress(), { address: row.email, expiresAt: new Date(row.expires_at), refused: row.refused === true }) : null;
  }

  private async mayChange(em: EntityManager, userId: string) {
    const person = await mailPerson(em, userId);
    if (!person || person.isDemo) throw notAllowed("DEMO_ADDRESS");
    return person;
  }
}
