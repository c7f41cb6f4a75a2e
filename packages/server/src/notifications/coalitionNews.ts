import { EventType, NotificationKind, RefType } from "@wijkbord/schema";
import type { NewEvent } from "../activity/change.ts";
import { type Recipient, refsOf, type Search, valueOf } from "./search.ts";

type Find = (search: Search, event: NewEvent) => Promise<Recipient[]>;

const as =
  (kind: NotificationKind, find: (search: Search, event: NewEvent) => Promise<readonly string[]>): Find =>
  async (search, event) =>
    (await find(search, event)).map((membershipId) => ({ membershipId, kind }));
const { ASKED, DEADLINE, MEETING, NEWS } = NotificationKind;

const owner = async (search: Search, { target }: NewEvent): Promise<string[]> =>
  search.organisations([await search.column("select owner_organisation_id as value from process_agreement where id = ?", target.id)]);

/** Who is bound by the version that holds, and who keeps the agreement. */
const bound = async (search: Search, event: NewEvent): Promise<string[]> => [
  ...(await owner(search, event)),
  ...(await search.organisations(
    await search.columns(
      "select jsonb_array_elements_text(v.bound_ids) as value from process_agreement p join agreement_version v on v.id = p.current_version_id where p.id = ?",
      event.target.id,
    ),
  )),
];

/** An opened round asks each signatory; one that is extended only those that have not answered. */
const asked: Find = as(ASKED, async (search, event) => {
  const opened = valueOf(event, "signatoryIds");
  const versionId = valueOf(event, "versionId");
  if (opened !== undefined || typeof versionId !== "string") return search.organisations(opened);
  const silent = await search.columns(
    `select s.id as value from agreement_version v cross join lateral jsonb_array_elements_text(v.signatory_ids) as s(id)
      where v.id = ? and not exists (select 1 from sign_off o where o.version_id = v.id and o.organisation_id::text = s.id and o.is_current)`,
    versionId,
  );
  return search.organisations(silent);
});

/** An answer reaches the organisation that proposed. */
const proposer: Find = as(NEWS, async (search, { target }) =>
  search.organisations([
    await search.column(
      "select proposed_by_organisation_id as value from task_assignment where id = ? and proposed_by_organisation_id <> organisation_id",
      target.id,
    ),
  ]),
);
const holderProposer: Find = as(NEWS, async (search, event) => {
  const seat = valueOf(event, "seatId");
  if (typeof seat !== "string") return [];
  const named = await search.column("select proposed_by_membership_id as value from role_assignment where id = ?", seat);
  const organisation = await search.column(
    "select proposed_by_organisation_id as value from role_assignment where id = ? and proposed_by_organisation_id <> organisation_id",
    seat,
  );
  return organisation ? search.organisation(organisation, named) : [];
});
const requester: Find = as(NEWS, async (search, { target }) => {
  const member = await search.column("select requested_by_membership_id as value from handover_request where id = ?", target.id);
  return member ? search.members("m.id = ?", [member]) : [];
});

/** A date that is new or other, not a change of the chair. */
const planned: Find = as(MEETING, async (search, event) => (valueOf(event, "startsAt") === undefined ? [] : search.members("true", [])));

/** After a meeting each organisation is asked whether its promises are right; that one is called off, everybody hears. */
const closed: Find = async (search, event) => {
  if (valueOf(event, "cancelled") === true) return as(MEETING, () => search.members("true", []))(search, event);
  const open = await search.columns("select distinct organisation_id as value from meeting_promise where meeting_id = ? and state = 'OPEN'", event.target.id);
  return as(ASKED, () => search.organisations(open))(search, event);
};

/** A decision concerns the organisations that it names, those of its tasks, the keepers of its agreements and the holders of its roles. */
const decided: Find = as(NEWS, async (search, event) => {
  const found: string[] = [];
  for (const { type, id } of refsOf(event)) {
    if (type === RefType.ORGANISATION) found.push(...(await search.organisation(id, null)));
    if (type === RefType.TASK) found.push(...(await search.doers(id)));
    if (type === RefType.AGREEMENT) found.push(...(await bound(search, { ...event, target: { type, id } })));
    if (type === RefType.ROLE)
      found.push(
        ...(await search.organisations(
          await search.columns("select organisation_id as value from role_assignment where role_id = ? and state = 'CURRENT'", id),
        )),
      );
  }
  return found;
});

/** Whom news of agreements, meetings, decisions and answers is told. Answers of a round are in no event before all may see them. */
export const coalitionNews: Readonly<Partial<Record<EventType, Find>>> = {
  [EventType.CONSENT_ROUND_OPENED]: asked,
  [EventType.CONSENT_ROUND_CLOSED]: as(NEWS, owner),
  [EventType.CONSENT_ROUND_REVEALED]: as(NEWS, owner),
  [EventType.AGREEMENT_ADOPTED]: as(NEWS, async (search, event) => [
    ...(await owner(search, event)),
    ...(await search.organisations(valueOf(event, "boundIds"))),
  ]),
  [EventType.OBJECTION_RAISED]: as(NEWS, owner),
  [EventType.AGREEMENT_REVIEW_DUE]: as(DEADLINE, bound),
  [EventType.MEETING_PLANNED]: planned,
  [EventType.MEETING_CLOSED]: closed,
  [EventType.DECISION_RECORDED]: decided,
  [EventType.ASSIGNMENT_ACCEPTED]: proposer,
  [EventType.ASSIGNMENT_DECLINED]: proposer,
  [EventType.ROLE_HOLDER_ACCEPTED]: holderProposer,
  [EventType.ROLE_HOLDER_DECLINED]: holderProposer,
  [EventType.HANDOVER_DECIDED]: requester,
};
