import type { Viewer } from "@wijkbord/schema";
import { type DecisionMutation, decisionPayloads, type MeetingMutation, meetingPayloads, type Problem } from "@wijkbord/schema/types";
import type { Outcome } from "../activity/change.ts";
import { notFound, Refusal } from "../activity/refusal.ts";
import type { HubContext } from "../graphql/context.ts";
import { DecisionTable } from "./decision.tables.ts";
import { MeetingTable } from "./meeting.tables.ts";
import { tableOf } from "./redactText.ts";

export type Answer = Promise<object | Problem>;
/** What a change is about, and the input field that named it. */
export interface About {
  readonly type: string;
  readonly id: string;
  readonly field: string;
}
type Run = (actor: Viewer) => Promise<Outcome>;

/** The coalition of a row, when it is one of the person's own; else it does not exist. */
async function coalitionOf({ services, readers }: HubContext, { type, id, field }: About): Promise<string> {
  const own = readers().map(({ coalitionId }) => coalitionId);
  if (type === "Coalition") {
    if (!own.includes(id)) throw notFound(field);
    return id;
  }
  const table = type === "Meeting" ? "meeting" : tableOf(type);
  if (table === null) throw notFound(field);
  const sql = `select coalition_id from "${table}" where id = ? and coalition_id in (${own.map(() => "?").join(",")})`;
  const [found] = own.length === 0 ? [] : await services.database.read().execute<{ coalition_id: string }[]>(sql, [id, ...own]);
  if (!found) throw notFound(field);
  return found.coalition_id;
}

/** Finds the membership to act with, runs the use case, and makes the answer. */
export async function actFor(
  context: HubContext,
  about: About,
  run: Run,
  payload: (outcome: { objectId: string; asOfSequence: number }) => Promise<object>,
): Answer {
  try {
    const outcome = await run(context.actor(await coalitionOf(context, about)));
    return "problem" in outcome ? outcome.problem : await payload(outcome);
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
}

/** Runs a change that answers with the meeting. */
export const actOnMeeting = (context: HubContext, name: MeetingMutation, about: About, run: Run): Answer =>
  actFor(context, about, run, async ({ objectId, asOfSequence }) =>
    Object.assign(new meetingPayloads[name](), { meeting: await context.services.database.read().findOneOrFail(MeetingTable, { id: objectId }), asOfSequence }),
  );

/** Runs a change that answers with a decision. */
export const actOnDecision = (context: HubContext, name: DecisionMutation, about: About, run: Run): Answer =>
  actFor(context, about, run, async ({ objectId, asOfSequence }) =>
    Object.assign(new decisionPayloads[name](), {
      decision: await context.services.database.read().findOneOrFail(DecisionTable, { id: objectId }),
      asOfSequence,
    }),
  );
