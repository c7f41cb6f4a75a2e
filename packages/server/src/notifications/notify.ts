import { Delivery, NotificationKind, RefType } from "@wijkbord/schema";
import { v7 as uuidv7 } from "uuid";
import type { LoggedWork, NewEvent } from "../activity/change.ts";
import { Deliveries } from "./mail/deliveries.ts";
import { MailQueue } from "./mail/queueMail.ts";
import { isTold, recipientsOf } from "./recipients.ts";
import { refsOf, valueOf } from "./search.ts";

const hour = 3_600_000;

/** What a decision opens: the first thing that has a page, else its meeting. */
function aboutDecision(event: NewEvent): { type: string; id: string } | null {
  const ref = refsOf(event).find(({ type }) => type !== RefType.ORGANISATION);
  const meetingId = valueOf(event, "meetingId");
  return ref ?? (typeof meetingId === "string" ? { type: "Meeting", id: meetingId } : null);
}

/** What a notification opens: a request for a handover opens its own thing. Null: nothing that has a page. */
async function aboutOf({ em }: LoggedWork, event: NewEvent): Promise<{ type: string; id: string } | null> {
  const { target, taskId } = event;
  if (taskId) return { type: "Task", id: taskId };
  if (target.type === "Decision") return aboutDecision(event);
  if (target.type !== "HandoverRequest") return target;
  const [row] = await em.execute<{ kind: string; about_id: string }[]>("select kind, about_id from handover_request where id = ?", [target.id]);
  return { type: row?.kind === "ROLE_SEAT" ? "CoalitionRole" : "ProcessAgreement", id: row?.about_id ?? target.id };
}

/** A mention is told once per comment; news of one thing makes one entry per hour, which waits again when more comes. */
function sourceOf(kind: NotificationKind, { type, target }: NewEvent, aboutId: string, now: Date): string {
  if (kind === NotificationKind.MENTION) return `mention ${target.id}`;
  if (kind === NotificationKind.NEWS || kind === NotificationKind.MEETING) return `${kind.toLowerCase()} ${aboutId} ${Math.floor(now.getTime() / hour)}`;
  return `${type} ${target.id} ${now.toISOString()}`;
}

/**
 * Tells members of what happened, in the transaction of the events themselves. Notifications hold no text: title and
 * number are read when they are shown, and so does the mail that tells of them.
 */
export async function notify(work: LoggedWork, events: readonly NewEvent[], actorMembershipId: string | null): Promise<void> {
  const told = events.filter(isTold);
  if (told.length === 0) return;
  const { em, coalition, now } = work;
  await em.flush();
  const queue = new MailQueue(work);
  for (const event of told) {
    const about = await aboutOf(work, event);
    if (!about) continue;
    const recipients = await recipientsOf(work, event, actorMembershipId);
    if (recipients.length === 0) continue;
    const chosen = await Deliveries.ofMembers(
      em,
      recipients.map(({ membershipId }) => membershipId),
    );
    for (const { membershipId, kind } of recipients) {
      const delivery = chosen.of(membershipId, kind);
      if (delivery === Delivery.NONE) continue;
      const [row] = await em.execute<{ id: string }[]>(
        `insert into notification (id, coalition_id, membership_id, kind, reason, about_type, about_id, source_id, actor_membership_id, created_at, read_at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null) on conflict (membership_id, source_id) do update
          set reason = excluded.reason, actor_membership_id = excluded.actor_membership_id, created_at = excluded.created_at, read_at = null
          where notification.kind in ('NEWS', 'MEETING') returning id`,
        [uuidv7(), coalition.id, membershipId, kind, event.type, about.type, about.id, sourceOf(kind, event, about.id, now), actorMembershipId, now],
      );
      if (row) queue.add(chosen.userOf(membershipId), row.id, { kind, event, aboutId: about.id, delivery });
    }
  }
  await queue.write();
}
