import type { Viewer } from "@wijkbord/schema";
import { type AgreementMutation, agreementPayloads, GrantMandatePayload, type Problem } from "@wijkbord/schema/types";
import type { Outcome } from "../activity/change.ts";
import { notFound, Refusal } from "../activity/refusal.ts";
import type { HubContext } from "../graphql/context.ts";
import { AgreementTable, AgreementVersionTable } from "./agreement.tables.ts";
import { MandateTable, RegistrationAnswerTable, ReviewTable, WithdrawalTable } from "./mandate.tables.ts";
import { ObjectionTable, PreparationTable, RemarkTable, SignOffTable } from "./signOff.tables.ts";

const tables = {
  ProcessAgreement: AgreementTable,
  AgreementVersion: AgreementVersionTable,
  Objection: ObjectionTable,
  SignOff: SignOffTable,
  SignOffPreparation: PreparationTable,
  AgreementRemark: RemarkTable,
  ConsentWithdrawal: WithdrawalTable,
  AgreementReview: ReviewTable,
  RegistrationAnswer: RegistrationAnswerTable,
  Mandate: MandateTable,
};
type Subject = keyof typeof tables;
const isSubject = (name: string): name is Subject => Object.hasOwn(tables, name);

/** What a change is about: a row by its name in the contract, and the input field that named it. */
export interface About {
  readonly type: string;
  readonly id: string;
  readonly field: string;
}
export type Answer = Promise<object | Problem>;
type Run = (actor: Viewer) => Promise<Outcome>;

/** The coalition of a row, when it is one of the person's own; else it does not exist. */
async function coalitionOf({ services, readers }: HubContext, { type, id, field }: About): Promise<string> {
  const own = readers().map(({ coalitionId }) => coalitionId);
  if (type === "Coalition" && own.includes(id)) return id;
  if (!isSubject(type) || own.length === 0) throw notFound(field);
  const sql = `select coalition_id from "${tables[type].meta.tableName}" where id = ? and coalition_id in (${own.map(() => "?").join(",")})`;
  const [found] = await services.database.read().execute<{ coalition_id: string }[]>(sql, [id, ...own]);
  if (!found) throw notFound(field);
  return found.coalition_id;
}

async function outcomeOf(
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

/** Runs a change that answers with one agreement. */
export function actOnAgreement(context: HubContext, name: AgreementMutation, about: About, run: Run): Answer {
  return outcomeOf(context, about, run, async ({ objectId, asOfSequence }) => {
    const agreement = await context.services.database.read().findOneOrFail(AgreementTable, { id: objectId });
    return Object.assign(new agreementPayloads[name](), { agreement, asOfSequence });
  });
}

/** Runs a change that answers with one mandate. */
export function actOnMandate(context: HubContext, Payload: typeof GrantMandatePayload, about: About, run: Run): Answer {
  return outcomeOf(context, about, run, async ({ objectId, asOfSequence }) => {
    const mandate = await context.services.database.read().findOneOrFail(MandateTable, { id: objectId });
    return Object.assign(new Payload(), { mandate, asOfSequence });
  });
}
