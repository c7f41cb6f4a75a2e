import type { CoalitionWorld } from "./coalitionWorld.ts";

export interface TestMeeting {
  id: string;
  state: string;
  cancelled: boolean;
  startsAt: string;
  openItemId: string | null;
  version: number;
  viewerCanLead: boolean;
  agenda: {
    id: string;
    title: string;
    note: string;
    state: string;
    version: number;
    carriedFromId: string | null;
    minutes: number | null;
    openedAt: string | null;
    secondsBefore: number;
  }[];
  attendance: { organisationId: string; present: boolean }[];
  promises: { id: string; organisationId: string; letter: string; state: string; reason: string | null; taskId: string }[];
  decisions: { id: string; text: string; kind: string; agendaItemId: string | null; notes: { kind: string; text: string; organisationId: string }[] }[];
  changes: { id: string; type: string; sequence: number; taskId: string | null }[];
  minutes: { markdown: string; html: string } | null;
}

const fields = `id state cancelled startsAt openItemId version viewerCanLead agenda { id title note state version carriedFromId minutes openedAt secondsBefore } attendance { organisationId present }
  promises { id organisationId letter state reason taskId } decisions { id text kind agendaItemId notes { kind text organisationId } } changes { id type sequence taskId } minutes { markdown html }`;

/** One meeting as a person sees it. */
export async function meetingNow(world: CoalitionWorld, id: string, key = "fenna"): Promise<TestMeeting> {
  return (await world.read<{ meeting: TestMeeting }>(key, `query M($id: ID!) { meeting(id: $id) { ${fields} } }`, { id })).meeting;
}

/** A meeting of Fenna about a board, an hour from now. */
export async function plan(world: CoalitionWorld, boardId: string | null, extra: Record<string, unknown> = {}): Promise<string> {
  const at = (hours: number) => new Date(world.now().getTime() + hours * 3_600_000).toISOString();
  const { object } = await world.done(
    "fenna",
    "planMeeting",
    { coalitionId: world.coalitionId, boardId, title: "Wijkoverleg", startsAt: at(1), endsAt: at(2), ...extra },
    "",
    "object: meeting { id }",
  );
  return object?.id ?? "";
}

/** A meeting that is live, with points and organisations that attend. */
export async function live(
  world: CoalitionWorld,
  boardId: string | null,
  titles: string[] = [],
  attending: string[] = [],
  extra: Record<string, unknown> = {},
): Promise<string> {
  const meetingId = await plan(world, boardId, extra);
  if (titles.length > 0) await world.done("fenna", "addAgendaItems", { meetingId, items: titles.map((title) => ({ title })) });
  await world.done("fenna", "startMeeting", { meetingId }, "MeetingActInput");
  for (const key of attending) await world.done(key, "setAttendance", { meetingId, organisationId: await world.organisation(key), present: true });
  return meetingId;
}
