import { Delivery, NotificationKind } from "@wijkbord/schema";
import { v7 as uuidv7 } from "uuid";
import type { LoggedWork, NewEvent } from "../../activity/change.ts";
import type { EntityManager } from "../../database/database.ts";
import { MailKind } from "./mail.tables.ts";
import { afterQuiet, isQuiet, nextMorning } from "./moments.ts";

/** The mail that tells somebody of a notification. */
interface Post {
  readonly userId: string;
  readonly kind: MailKind;
  readonly about: string;
  readonly dueAt: Date;
}

/** Puts a mail in the outbox, or finds the same one that has not been started yet; in the transaction of what it tells. */
export async function putInOutbox(em: EntityManager, { userId, kind, about, dueAt }: Post): Promise<string | null> {
  const [mail] = await em.execute<{ id: string }[]>(
    `insert into mail (id, user_id, kind, about, due_at, next_try_at, attempts, started_at, sent_at, last_error) values (?, ?, ?, ?, ?, ?, 0, null, null, null)
      on conflict (user_id, kind, about) where started_at is null do update set due_at = least(mail.due_at, excluded.due_at) returning id`,
    [uuidv7(), userId, kind, about, dueAt, dueAt],
  );
  return mail?.id ?? null;
}

/** Which mail tells somebody of an event; null: none. In quiet hours what is asked waits for the morning mail. */
function postOf({ coalition: { timeZone }, now }: LoggedWork, userId: string, told: Told): Post | null {
  const { kind, event, aboutId, delivery } = told;
  const morning = { userId, kind: MailKind.MORNING, about: "", dueAt: nextMorning(now, timeZone) };
  const apart = (mail: MailKind, about: string) => ({ userId, kind: mail, about, dueAt: afterQuiet(now, timeZone) });
  if (delivery === Delivery.NONE || delivery === Delivery.INBOX) return null;
  if (kind === NotificationKind.MEETING) return apart(MailKind.MEETING, aboutId);
  if (kind === NotificationKind.ASKED && event.target.type === "Meeting" && !isQuiet(now, timeZone)) return apart(MailKind.PROMISES, aboutId);
  return delivery === Delivery.MORNING || isQuiet(now, timeZone) ? morning : apart(MailKind.DIRECT, kind);
}

interface Told {
  readonly kind: NotificationKind;
  readonly event: NewEvent;
  readonly aboutId: string;
  readonly delivery: Delivery;
}

/** Collects the mails of one change; written in one order, so that two changes never wait for each other. */
export class MailQueue {
  private readonly posts = new Map<string, Post & { readonly notificationIds: string[] }>();

  constructor(private readonly work: LoggedWork) {}

  /** The notification is told by a mail, if its reader wants one. */
  add(userId: string, notificationId: string, told: Told): void {
    const post = postOf(this.work, userId, told);
    if (!post) return;
    const key = `${post.userId} ${post.kind} ${post.about}`;
    const known = this.posts.get(key);
    if (known) known.notificationIds.push(notificationId);
    else this.posts.set(key, { ...post, notificationIds: [notificationId] });
  }

  /** Puts each mail in the outbox, or adds to one that has not been started yet: one morning mail per person at most. */
  async write(): Promise<void> {
    const { em } = this.work;
    for (const [, { userId, kind, about, dueAt, notificationIds }] of [...this.posts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const id = await putInOutbox(em, { userId, kind, about, dueAt });
      await em.execute(`update notification set mail_id = ? where id in (${notificationIds.map(() => "?").join(", ")})`, [id, ...notificationIds]);
    }
  }
}
