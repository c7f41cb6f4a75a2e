import { createTransport } from "nodemailer";
import { mailPerson } from "../../accounts/mailAddress.ts";
import type { Database } from "../../database/database.ts";
import type { Clock } from "../../time/clock.ts";
import type { Job } from "../../time/jobs.ts";
import { addressMessage } from "./addressMail.ts";
import { messageOf, stopOf } from "./compose.ts";
import { letterOf } from "./letterOf.ts";
import { type Mail, MailKind, mostTries } from "./mail.tables.ts";
import type { Mailing } from "./mailing.ts";
import type { Message } from "./message.ts";
import { isQuiet } from "./moments.ts";

/** Mail waits for the morning of the country in which the hub stands, also when it is tried again. */
const timeZone = "Europe/Amsterdam";
const keptDays = 30;
/** Together they end well within the time that a mail is held for one sender. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

interface SenderDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly mailing: Mailing;
}

/** Takes one mail that is due (in quiet hours only one that somebody asked for just now), for five minutes and then twice as long each time, six hours at most; another sender gets another one, or none. */
const claimSql = `update mail set attempts = attempts + 1, started_at = coalesce(started_at, ?), last_error = null,
    next_try_at = ?::timestamptz + least(interval '5 minutes' * power(2, attempts), interval '6 hours')
  where id = (select id from mail where sent_at is null and attempts < ${mostTries} and next_try_at <= ? and (kind = 'ADDRESS' or not ?) order by next_try_at desc, id desc limit 1 for update skip locked)
  returning id, user_id, kind, about`;

/** Morning mails of the same person that failed, or were never started: one mail says it all. */
const olderSql = `from mail where user_id = ? and kind = 'MORNING' and id <> ? and sent_at is null and (last_error is not null or (started_at is null and due_at <= ?))`;

interface Claimed {
  id: string;
  user_id: string;
  kind: MailKind;
  about: string;
}
type Started = Pick<Mail, "id" | "userId" | "kind" | "about">;

/** Faults of one mail; any other one would meet the next mail too, so that the rest waits for the next minute. */
const aboutThisMail = new Set(["EENVELOPE", "EMESSAGE"]);
const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "UNKNOWN").slice(0, 255);

/** The server says that it will never take this mail (a 5xx about it). */
const isRefused = (error: unknown): boolean =>
  aboutThisMail.has(codeOf(error)) && error instanceof Error && "responseCode" in error && Number(error.responseCode) >= 500;

/** Sends the mail that is due, each once; what the mail server refuses is tried again later, fourteen times in two days at most. */
export function mailSender({ database, clock, mailing: { stopLinks, smtpUrl, kept, publicUrl } }: SenderDeps): Job & AsyncDisposable {
  const transport = smtpUrl ? createTransport({ url: smtpUrl, ...patience }) : null;
  const leaves = transport !== null || kept !== null;

  const takeOlder = async ({ id, userId, kind }: Started, now: Date): Promise<void> => {
    if (kind !== MailKind.MORNING) return;
    await database.transaction(async (em) => {
      await em.execute(`update notification set mail_id = ? where mail_id in (select id ${olderSql})`, [id, userId, id, now]);
      await em.execute(`delete ${olderSql}`, [userId, id, now]);
    });
  };
  const newsOf = async (mail: Started): Promise<Message | null> => {
    const em = database.read();
    await takeOlder(mail, clock.now());
    const person = await mailPerson(em, mail.userId);
    const letter = person?.address ? await letterOf(em, mail, person.locale, clock.now()) : null;
    if (!letter || !person?.address) return null;
    const stopUrl = `${publicUrl()}/mail/stop/${await stopLinks.tokenOf({ userId: mail.userId, what: stopOf(mail, letter) })}`;
    return messageOf(mail, letter, person.address, { publicUrl: publicUrl(), stopUrl });
  };
  const send = async (mail: Started): Promise<void> => {
    const isAddress = mail.kind === MailKind.ADDRESS;
    const message = isAddress ? await addressMessage(database.read(), mail, publicUrl(), clock.now()) : await newsOf(mail);
    if (!message) return;
    if (transport) await transport.sendMail({ ...message });
    else kept?.add(message, clock.now());
  };
  /** Whether to go on with the next one. */
  const sendOne = async (): Promise<boolean> => {
    const now = clock.now();
    const em = database.read();
    const [row] = await em.execute<Claimed[]>(claimSql, [now, now, now, isQuiet(now, timeZone)]);
    if (!row) return false;
    const { user_id: userId, ...rest } = row;
    try {
      await send({ ...rest, userId });
      await em.execute("update mail set sent_at = ?, last_error = null where id = ?", [now, row.id]);
    } catch (error) {
      const code = codeOf(error);
      await em.execute("update mail set last_error = ?, attempts = case when ? then ? else attempts end where id = ?", [
        code,
        isRefused(error),
        mostTries,
        row.id,
      ]);
      return aboutThisMail.has(code);
    }
    return true;
  };
  /** Without a mail server nothing piles up; with one, what was sent or given up is forgotten after a month. An address that was not confirmed goes at once. */
  const forget = async () => {
    const now = clock.now();
    const old = new Date(now.getTime() - keptDays * 86_400_000);
    if (leaves) await database.read().execute("delete from mail where due_at < ? and (sent_at is not null or attempts >= ?)", [old, mostTries]);
    else await database.read().execute("delete from mail where due_at <= ?", [now]);
    await database.read().execute("delete from mail_address_request where expires_at <= ?", [now]);
    await database.read().execute("delete from mail_address_link where expires_at <= ?", [old]);
  };
  return {
    name: "mail",
    async run() {
      if (leaves) while (await sendOne());
      await forget();
    },
    async [Symbol.asyncDispose]() {
      transport?.close();
    },
  };
}
