import type { Viewer } from "@wijkbord/schema";
import { type Problem, type RoleMutation, rolePayloads } from "@wijkbord/schema/types";
import type { Outcome } from "../activity/change.ts";
import { notFound, Refusal } from "../activity/refusal.ts";
import type { HubContext } from "../graphql/context.ts";
import { RoleTable } from "./role.tables.ts";

const tables = {
  CoalitionRole: "coalition_role",
  RoleAssignment: "role_assignment",
  HandoverRequest: "handover_request",
  TaskAssignment: "task_assignment",
  ProcessAgreement: "process_agreement",
  Organisation: "organisation",
} as const;

export type Answer = Promise<object | Problem>;
/** What a change is about, and the input field that named it. */
export interface About {
  readonly type: keyof typeof tables | "Coalition";
  readonly id: string;
  readonly field: string;
}

/** The coalition of a row, when it is one of the person's own; else it does not exist. */
async function coalitionOf({ services, readers }: HubContext, { type, id, field }: About): Promise<string> {
  const own = readers().map(({ coalitionId }) => coalitionId);
  if (type === "Coalition") {
    if (!own.includes(id)) throw notFound(field);
    return id;
  }
  const sql = `select coalition_id from "${tables[type]}" where id = ? and coalition_id in (${own.map(() => "?").join(",")})`;
  const [found] = own.length === 0 ? [] : await services.database.read().execute<{ coalition_id: string }[]>(sql, [id, ...own]);
  if (!found) throw notFound(field);
  return found.coalition_id;
}

/** Finds the membership to act with, runs the use case, and makes the answer. */
export async function actFor(
  context: HubContext,
  about: About,
  run: (actor: Viewer) => Promise<Outcome>,
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

/** Runs a change that answers with one role. */
export function actOnRole(context: HubContext, name: RoleMutation, about: About, run: (actor: Viewer) => Promise<Outcome>): Answer {
  return actFor(context, about, run, async ({ objectId, asOfSequence }) => {
    const role = await context.services.database.read().findOneOrFail(RoleTable, { id: objectId });
    return Object.assign(new rolePayloads[name](), { role, asOfSequence });
  });
}
