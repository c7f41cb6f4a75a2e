import { AssignmentState, Letter, Priority, taskLimits, Visibility } from "@wijkbord/schema";
import type { EntityManager } from "../database/database.ts";
import { ImportKind } from "./import.tables.ts";

/** What the rows of an import become part of. */
export interface Landing {
  readonly runId: string;
  readonly source: string;
  readonly coalitionId: string;
  readonly boardId: string;
  readonly areaCode: string;
  readonly organisationId: string;
  readonly now: Date;
}

const q = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** The statements that land the rows of a run, in order; each works on all rows at once. */
function statements({ runId, source, coalitionId, boardId, areaCode, organisationId, now }: Landing): string[] {
  const run = `${q(runId)}::uuid`;
  const coalition = `${q(coalitionId)}::uuid`;
  const board = `${q(boardId)}::uuid`;
  const owner = `${q(organisationId)}::uuid`;
  const at = `${q(now.toISOString())}::timestamptz`;
  const shared = q(Visibility.COALITION);
  const of = (kind: ImportKind, alias = "r") => `${alias}.run_id = ${run} and ${alias}.kind = ${q(kind)}`;
  /** The task of a row: one that comes in now, or came in before. */
  const tasks = `join imported k on k.coalition_id = ${coalition} and k.source = ${q(source)} and k.kind = ${q(ImportKind.TASK)} and k.external_id = r.parent_id`;
  const live = `in (${q(AssignmentState.PROPOSED)}, ${q(AssignmentState.ACCEPTED)})`;
  return [
    // Known names get an organisation after all: the name leaves the card when its letter comes in.
    `update task t set imported_names = r.data->'imported_names' from import_row r
     join imported k on k.coalition_id = ${coalition} and k.source = ${q(source)} and k.kind = r.kind and k.external_id = r.external_id
     where ${of(ImportKind.TASK)} and t.id = k.object_id and t.imported_names @> (r.data->'imported_names') and t.imported_names <> (r.data->'imported_names')`,
    `delete from import_row r using imported k where r.run_id = ${run} and k.coalition_id = ${coalition} and k.source = ${q(source)} and k.kind = r.kind and k.external_id = r.external_id`,
    `insert into imported (id, coalition_id, source, kind, external_id, object_id)
     select gen_random_uuid(), ${coalition}, ${q(source)}, r.kind, r.external_id, coalesce((r.data->>'id')::uuid, r.id) from import_row r where r.run_id = ${run}`,
    // Without figures about rows that are this new, joins would go through all of them for each.
    `analyze import_row, imported`,
    `insert into board_column (id, coalition_id, board_id, title, state, position, wip_limit, version)
     select (r.data->>'id')::uuid, ${coalition}, ${board}, r.data->>'title', r.data->>'state', (r.data->>'position')::int, null, 1
     from import_row r where ${of(ImportKind.COLUMN)} and (r.data->>'is_new')::boolean`,
    `insert into task (id, coalition_id, number, title, description, state, state_before_blocked, theme_id, action_line_id, area_code, due_on, priority,
       blocked_reason, blocked_by_task_id, all_informed, visibility, organisation_id, created_by_membership_id, imported_names, unconfirmed_import, external_id,
       entered_review_at, done_at, archived_at, created_at, updated_at, version, group_versions)
     select r.id, ${coalition}, c.last_task_number + row_number() over (order by r.ordinal), r.data->>'title', r.data->>'description', r.data->>'state', null, null, null,
       ${q(areaCode)}, (r.data->>'due_on')::date, ${q(Priority.NORMAL)}, null, null, false, ${shared}, ${owner}, null, r.data->'imported_names', true, r.external_id,
       (r.data->>'entered_review_at')::timestamptz, (r.data->>'done_at')::timestamptz, (r.data->>'archived_at')::timestamptz, (r.data->>'created_at')::timestamptz, ${at}, 1, '{}'::jsonb
     from import_row r join coalition c on c.id = ${coalition} where ${of(ImportKind.TASK)}`,
    `insert into task_placement (id, coalition_id, task_id, board_id, column_id, position, is_home)
     select gen_random_uuid(), ${coalition}, r.id, ${board}, (r.data->>'column_id')::uuid,
       coalesce((select max(p.position) from task_placement p where p.column_id = (r.data->>'column_id')::uuid), 'a0') || (r.data->>'position'), true
     from import_row r where ${of(ImportKind.TASK)}`,
    `insert into checklist_item (id, coalition_id, task_id, text, done, assignee_membership_id, position, visibility, organisation_id, external_id)
     select r.id, ${coalition}, k.object_id, r.data->>'text', (r.data->>'done')::boolean, (r.data->>'assignee_membership_id')::uuid, (r.data->>'position')::int, ${shared}, ${owner}, r.external_id
     from import_row r ${tasks} where ${of(ImportKind.STEP)}`,
    `insert into task_link (id, coalition_id, task_id, title, url, audience, visibility, organisation_id, external_id)
     select x.id, ${coalition}, x.object_id, x.data->>'title', x.data->>'url', x.data->>'audience', ${shared}, ${owner}, x.external_id
     from (select r.*, k.object_id, row_number() over (partition by k.object_id order by r.ordinal) as place from import_row r ${tasks} where ${of(ImportKind.LINK)}) x
     where x.place + (select count(*) from task_link l where l.task_id = x.object_id) <= ${taskLimits.links}`,
    `insert into label (id, coalition_id, name, version)
     select gen_random_uuid(), ${coalition}, n.name, 1 from (select distinct r.data->>'name' as name from import_row r where r.run_id = ${run} and r.kind in (${q(ImportKind.LABEL)}, ${q(ImportKind.TASK_LABEL)})) n
     on conflict (coalition_id, name) do nothing`,
    `insert into task_label (id, coalition_id, task_id, label_id)
     select r.id, ${coalition}, k.object_id, l.id from import_row r ${tasks} join label l on l.coalition_id = ${coalition} and l.name = r.data->>'name'
     where ${of(ImportKind.TASK_LABEL)} on conflict (task_id, label_id) do nothing`,
    `insert into task_assignment (id, coalition_id, task_id, organisation_id, membership_id, letter, state, proposed_by_organisation_id, note, reason, created_at, version)
     select r.id, ${coalition}, k.object_id, (r.data->>'organisation_id')::uuid, (r.data->>'membership_id')::uuid, r.data->>'letter', r.data->>'state', null, null, null, ${at}, 1
     from import_row r ${tasks} where ${of(ImportKind.LETTER)}
     and not exists (select 1 from task_assignment a where a.task_id = k.object_id and a.state ${live}
       and (a.organisation_id = (r.data->>'organisation_id')::uuid or (a.letter = ${q(Letter.ACCOUNTABLE)} and r.data->>'letter' = ${q(Letter.ACCOUNTABLE)})))`,
    `insert into comment (id, coalition_id, task_id, membership_id, organisation_id, visibility, text, imported_author, created_at, edited_at, removed_at, external_id)
     select r.id, ${coalition}, k.object_id, (r.data->>'membership_id')::uuid, (r.data->>'organisation_id')::uuid, ${shared}, r.data->>'text', r.data->>'imported_author',
       (r.data->>'created_at')::timestamptz, (r.data->>'edited_at')::timestamptz, null, r.external_id
     from import_row r ${tasks} where ${of(ImportKind.COMMENT)}`,
    // Tasks of an earlier import that got something new.
    `update task t set version = t.version + 1, updated_at = ${at}, unconfirmed_import = t.unconfirmed_import or x.letters,
       group_versions = t.group_versions || jsonb_build_object('CHECKLIST', t.version + 1, 'LABELS', t.version + 1, 'LINKS', t.version + 1, 'LETTERS', t.version + 1)
     from (select k.object_id, bool_or(r.kind = ${q(ImportKind.LETTER)}) as letters from import_row r ${tasks} where r.run_id = ${run} group by k.object_id) x
     where t.id = x.object_id and not exists (select 1 from import_row n where n.id = t.id)`,
    `update coalition set last_task_number = last_task_number + (select count(*)::int from import_row r where ${of(ImportKind.TASK)}) where id = ${coalition}`,
    `delete from import_row where run_id = ${run}`,
    `delete from import_run where id = ${run}`,
    `analyze task, task_placement, checklist_item, comment, task_assignment, task_label`,
  ];
}

/** Moves the staged rows of a run onto the board; runs inside the transaction that holds the lock of the coalition. */
export async function land(em: EntityManager, landing: Landing): Promise<void> {
  for (const statement of statements(landing)) await em.execute(statement, []);
}
