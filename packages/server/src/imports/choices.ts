import { isKnownId } from "../activity/ids.ts";
import { ImportRefused } from "./refused.ts";
import type { MemberMapping } from "./trello/mapping.ts";

/** What goes before the file of an upload, on a line of its own. */
export interface UploadChoices {
  readonly boardId: string;
  readonly states: Record<string, string>;
  readonly members: MemberMapping[];
}

const longestLine = 500_000;
const newline = 10;

const isFields = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const unread = () =>
  new ImportRefused(
    "Line 1: the choices were expected here as JSON, with `boardId`, and the file from line 2.",
    "Regel 1: hier horen de keuzes te staan als JSON, met `boardId`, en vanaf regel 2 het bestand.",
  );

/** Reads the choices of the first line; members and lists that are unknown are refused later, with their names. */
export function readChoices(line: string): UploadChoices {
  let sent: unknown;
  try {
    sent = JSON.parse(line);
  } catch {
    throw unread();
  }
  if (!isFields(sent)) throw unread();
  const { boardId, states = {}, members = [] } = sent;
  if (typeof boardId !== "string" || !isKnownId(boardId) || !isFields(states) || !Array.isArray(members)) throw unread();
  return {
    boardId,
    states: Object.fromEntries(Object.entries(states).map(([list, state]) => [list, String(state)])),
    members: members.map((one: unknown, index): MemberMapping => {
      const { member, organisation, person } = isFields(one) ? one : {};
      if (typeof member !== "string" || typeof organisation !== "string") throw unread();
      return { member, organisation, person: typeof person === "string" ? person : null, place: `members[${index}]` };
    }),
  };
}

/** Parts an upload in its first line and the rest. */
export async function firstLine(input: AsyncIterator<Uint8Array>): Promise<{ line: string; rest: AsyncGenerator<Uint8Array> }> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let next = await input.next(); !next.done; next = await input.next()) {
    const chunk = next.value;
    const end = chunk.indexOf(newline);
    parts.push(end < 0 ? chunk : chunk.subarray(0, end));
    length += chunk.length;
    if (end >= 0) return { line: Buffer.concat(parts).toString("utf8"), rest: restOf(chunk.subarray(end + 1), input) };
    if (length > longestLine) throw unread();
  }
  throw unread();
}

async function* restOf(begun: Uint8Array, input: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (begun.length > 0) yield begun;
  for (let next = await input.next(); !next.done; next = await input.next()) yield next.value;
}
