import { spokenName, type Viewer, Visibility } from "@wijkbord/schema";
import type { BoardColumn, ChecklistItem, Comment, HubEvent, MeetingPromise, Membership, RelatedTask, Task, TaskLink, Theme } from "@wijkbord/schema/types";
import { RelatedTask as Related } from "@wijkbord/schema/types";
import DataLoader from "dataloader";
import { EventTable } from "../activity/event.table.ts";
import { AreaEditionTable } from "../areas/area.tables.ts";
import { MembershipTable } from "../coalitions/coalition.tables.ts";
import type { HubContext } from "../graphql/context.ts";
import { openPromises } from "../meetings/promiseReads.ts";
import { hubEvents } from "../realtime/events.ts";
import { BoardColumnTable, ThemeTable } from "./board.tables.ts";
import { isVisible, readCards } from "./cards.ts";
import { TaskRelationTable, TaskWatcherTable } from "./relation.tables.ts";
import { ChecklistItemTable, CommentTable, TaskLinkTable } from "./task.tables.ts";
import { tasksOf } from "./taskCard.ts";

/** Batches reads of one tick. Nothing is kept: a context may live as long as a subscription. */
function batched<Key, Value>(load: (keys: readonly Key[]) => Promise<(key: Key) => Value>): DataLoader<Key, Value> {
  return new DataLoader(async (keys) => keys.map(await load(keys)), { cache: false });
}

const ids = (tasks: readonly Task[]) => [...new Set(tasks.map(({ id }) => id))];
interface HistoryKey {
  readonly task: Task;
  readonly first: number;
}

/** Reads of what hangs under tasks and boards, batched over one answer and filtered for the viewer. */
export class TaskLoaders {
  constructor(private readonly context: HubContext) {}

  private get em() {
    return this.context.services.database.read();
  }

  /** Rows under tasks that the viewer may read, by task. */
  private under<Row extends { taskId: string; coalitionId: string; visibility: Visibility; organisationId: string }>(
    find: (taskIds: string[]) => Promise<Row[]>,
  ) {
    return batched<Task, Row[]>(async (tasks) => {
      const rows = (await find(ids(tasks))).filter((row) => isVisible(row, this.context.reader(row.coalitionId)));
      const byTask = Map.groupBy(rows, ({ taskId }) => taskId);
      return ({ id }) => byTask.get(id) ?? [];
    });
  }

  readonly checklist = this.under<ChecklistItem>((taskIds) =>
    this.em.find(ChecklistItemTable, { taskId: { $in: taskIds } }, { orderBy: { position: "asc", id: "asc" } }),
  );
  readonly links = this.under<TaskLink>((taskIds) => this.em.find(TaskLinkTable, { taskId: { $in: taskIds } }, { orderBy: { id: "asc" } }));
  readonly comments = this.under<Comment>((taskIds) => this.em.find(CommentTable, { taskId: { $in: taskIds } }, { orderBy: { createdAt: "asc", id: "asc" } }));

  readonly watchers = batched<Task, Membership[]>(async (tasks) => {
    const rows = await this.em.find(TaskWatcherTable, { taskId: { $in: ids(tasks) } });
    const members = new Map(
      (await this.em.find(MembershipTable, { id: { $in: rows.map(({ membershipId }) => membershipId) } })).map((member) => [member.id, member]),
    );
    const byTask = Map.groupBy(rows, ({ taskId }) => taskId);
    return ({ id }) => (byTask.get(id) ?? []).flatMap(({ membershipId }) => members.get(membershipId) ?? []);
  });

  /** Other tasks tied to these, those that the viewer may read. */
  readonly relations = batched<Task, RelatedTask[]>(async (tasks) => {
    const own = { $in: ids(tasks) };
    const rows = await this.em.find(TaskRelationTable, { $or: [{ fromTaskId: own }, { toTaskId: own }] }, { orderBy: { createdAt: "asc", id: "asc" } });
    const others = new Map<string, Task>();
    for (const [coalitionId, some] of Map.groupBy(rows, (row) => row.coalitionId)) {
      const wanted = [...new Set(some.flatMap(({ fromTaskId, toTaskId }) => [fromTaskId, toTaskId]))];
      for (const task of tasksOf(await readCards(this.em, this.context.reader(coalitionId), wanted))) others.set(task.id, task);
    }
    return ({ id }) =>
      rows.flatMap(({ id: relationId, fromTaskId, toTaskId, kind }) => {
        if (fromTaskId !== id && toTaskId !== id) return [];
        const outgoing = fromTaskId === id;
        const task = others.get(outgoing ? toTaskId : fromTaskId);
        return task ? [Object.assign(new Related(), { id: relationId, kind, outgoing, task })] : [];
      });
  });

  /** Latest visible events of tasks, newest first. */
  readonly history = batched<HistoryKey, HubEvent[]>(async (keys) => {
    const found = new Map<string, HubEvent[]>();
    for (const [group, some] of Map.groupBy(keys, ({ task, first }) => `${task.coalitionId}:${first}`)) {
      const [coalitionId = "", first] = group.split(":");
      const viewer = this.context.reader(coalitionId);
      const events = await this.latest(viewer, ids(some.map(({ task }) => task)), Number(first));
      for (const [taskId, own] of Map.groupBy(events, (event) => event.taskId ?? "")) found.set(`${first}:${taskId}`, own);
    }
    return ({ task, first }) => found.get(`${first}:${task.id}`) ?? [];
  });

  private async latest(viewer: Viewer, taskIds: readonly string[], first: number): Promise<HubEvent[]> {
    const { coalitionId, organisationId } = viewer;
    const numbered = await this.em.execute<{ id: string }[]>(
      `select id from (select id, row_number() over (partition by task_id order by sequence desc) as place from event
        where coalition_id = ? and task_id in (${taskIds.map(() => "?").join(",")}) and (visibility <> 'ORGANISATION' or organisation_id = ?)) latest where place <= ?`,
      [coalitionId, ...taskIds, organisationId, first],
    );
    const events = await this.em.find(EventTable, { id: { $in: numbered.map(({ id }) => id) } }, { orderBy: { sequence: "desc" } });
    return hubEvents(this.context.services.database, viewer, events, false);
  }

  readonly columns = batched<string, BoardColumn[]>(async (boardIds) => {
    const rows = await this.em.find(BoardColumnTable, { boardId: { $in: [...new Set(boardIds)] } }, { orderBy: { position: "asc", id: "asc" } });
    const byBoard = Map.groupBy(rows, ({ boardId }) => boardId);
    return (id) => byBoard.get(id) ?? [];
  });

  /** Name of a neighbourhood, of the latest year that has one. */
  readonly areaName = batched<string, string | null>(async (codes) => {
    const rows = await this.em.find(
      AreaEditionTable,
      { code: { $in: [...new Set(codes)] }, name: { $ne: null } },
      { orderBy: { year: "asc" }, fields: ["code", "name", "year"] },
    );
    const names = new Map(rows.map(({ code, name }) => [code, name && spokenName(name)]));
    return (code) => names.get(code) ?? null;
  });

  readonly theme = batched<string, Theme | null>(async (themeIds) => {
    const rows = await this.em.find(ThemeTable, { id: { $in: [...new Set(themeIds)] } });
    const byId = new Map(rows.map((theme) => [theme.id, theme]));
    return (id) => byId.get(id) ?? null;
  });

  /** Spoken promises that are neither answered nor lapsed. */
  readonly promises = batched<string, MeetingPromise[]>(async (taskIds) => {
    const byTask = Map.groupBy(await openPromises(this.em, taskIds), ({ taskId }) => taskId);
    return (id) => byTask.get(id) ?? [];
  });

  readonly memberName = batched<string, string | null>(async (membershipIds) => {
    const members = await this.em.find(MembershipTable, { id: { $in: [...new Set(membershipIds)] } });
    const names = new Map(await Promise.all(members.map(async ({ id, userId }) => [id, await this.context.loaders.displayName.load(userId)] as const)));
    return (id) => names.get(id) ?? null;
  });
}

const known = new WeakMap<HubContext, TaskLoaders>();

/** The loaders of one answer. */
export function loadersOf(context: HubContext): TaskLoaders {
  const loaders = known.get(context) ?? new TaskLoaders(context);
  known.set(context, loaders);
  return loaders;
}
