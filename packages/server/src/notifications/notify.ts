import { NotificationKind, RefType } from "@wijkbord/schema";
import { v7 as uuidv7 } from "uuid";
import type { LoggedWork, NewEvent } from "../activity/change.ts";
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
  if (kind === NotificationKind.NEWS) return `news ${aboutId} ${Math.floor(now.getTime() / hour)}`;
  return `${type} ${target.id} ${now.toISOString()}`;
}

/**
 * Tells members of what happened, in the transaction of the events themselves. Notifications hold no text: title and
 * number are read when they are shown.
 */
export async function notify(work: LoggedWork, events: readonly NewEvent[], actorMembershipId: string | null): Promise<void> {
  const told = events.filter(isTold);
  if (told.length === 0) return;
  const { em, coalition, now } = work;
  await em.flush();
  for (const event of told) {
    const about = await aboutOf(work, event);
    if (!about) continue;
    for (const { membershipId, kind } of await recipientsOf(work, event, actorMembershipId)) {
      const source = sourceOf(kind, event, about.id, now);
      await em.execute(
        `insert into notification (id, coalition_id, membership_id, kind, reason, about_type, about_id, source_id, actor_membership_id, created_at, read_at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null) on conflict (membership_id, source_id) do update
          set reason = excluded.reason, actor_membership_id = excluded.actor_membership_id, created_at = excluded.created_at, read_at = null
          where notification.kind = 'NEWS'`,
        [uuidv7(), coalition.id, membershipId, kind, event.type, about.type, about.id, source, actorMembershipId, now],
      );
    }
  }
}
