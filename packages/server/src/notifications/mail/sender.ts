import { createTransport } from "nodemailer";
import type { Database } from "../../database/database.ts";
import type { Clock } from "../../time/clock.ts";
import type { Job } from "../../time/jobs.ts";
import { messageOf, stopOf } from "./compose.ts";
import { letterOf } from "./letterOf.ts";
import { type Mail, MailKind } from "./mail.tables.ts";
import type { Mailing } from "./mailing.ts";
import { isQuiet } from "./moments.ts";

const mostTries = 14;
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

/** Takes one mail that is due, for five minutes and then twice as long each time, six hours at most; another sender gets another one, or none. */
const claimSql = `update mail set attempts = attempts + 1, started_at = coalesce(started_at, ?), last_error = null,
    next_try_at = ?::timestamptz + least(interval '5 minutes' * power(2, attempts), interval '6 hours')
  where id = (select id from mail where sent_at is null and attempts < ${mostTries} and next_try_at <= ? order by next_try_at desc, id desc limit 1 for update skip locked)
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

/** Whether an address can receive mail: people without one have a name that cannot exist (RFC 2606). */
export const isAddress = (email: string): boolean => !email.endsWith(".invalid");

/** Faults of one mail; any other one would meet the next mail too, so that the rest waits for the next minute. */
const aboutThisMail = new Set(["EENVELOPE", "EMESSAGE"]);
const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "UNKNOWN").slice(0, 255);

/** The server says that it will never take this mail (a 5xx about it). */
const isRefused = (error: unknown): boolean =>
  aboutThisMail.has(codeOf(error)) && error instanceof Error && "responseCode" in error && Number(error.responseCode) >= 500;

/** Sends the mail that is due, each once; what the mail server refuses is tried again later, fourteen times in two days at most. */
export function mailSender({ database, clock, mailing: { stopLinks, smtpUrl, publicUrl } }: SenderDeps): Job & AsyncDisposable {
  const transport = smtpUrl ? createTransport({ url: smtpUrl, ...patience }) : null;

  const takeOlder = async ({ id, userId, kind }: Started, now: Date): Promise<void> => {
    if (kind !== MailKind.MORNING) return;
    await database.transaction(async (em) => {
      await em.execute(`update notification set mail_id = ? where mail_id in (select id ${olderSql})`, [id, userId, id, now]);
      await em.execute(`delete ${olderSql}`, [userId, id, now]);
    });
  };
  const send = async (mail: Started): Promise<void> => {
    const em = database.read();
    await takeOlder(mail, clock.now());
    const [user] = await em.execute<{ email: string; locale: string }[]>("select email, locale from user_account where id = ?", [mail.userId]);
    const letter = user && isAddress(user.email) ? await letterOf(em, mail, user.locale, clock.now()) : null;
    if (!letter || !user) return;
    const base = publicUrl();
    const stopUrl = `${base}/mail/stop/${await stopLinks.tokenOf({ userId: mail.userId, what: stopOf(mail, letter) })}`;
    await transport?.sendMail(messageOf(mail, letter, user.email, { publicUrl: base, stopUrl }));
  };
  /** Whether to go on with the next one. */
  const sendOne = async (): Promise<boolean> => {
    const now = clock.now();
    const em = database.read();
    const [row] = await em.execute<Claimed[]>(claimSql, [now, now, now]);
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
  /** Without a mail server nothing piles up; with one, what was sent or given up is forgotten after a month. */
  const forget = async () => {
    const now = clock.now();
    const old = new Date(now.getTime() - keptDays * 86_400_000);
    if (transport) await database.read().execute("delete from mail where due_at < ? and (sent_at is not null or attempts >= ?)", [old, mostTries]);
    else await database.read().execute("delete from mail where due_at <= ?", [now]);
  };
  return {
    name: "mail",
    async run() {
      if (transport && !isQuiet(clock.now(), timeZone)) while (await sendOne());
      await forget();
    },
    async [Symbol.asyncDispose]() {
      transport?.close();
    },
  };
}
