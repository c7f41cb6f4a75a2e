import type { ActionListInput, ActionListReport, ImportReply, ImportReport } from "@wijkbord/schema";

/** Where an upload is: bytes sent, then what the hub does. */
export interface UploadProgress {
  readonly phase: "SENDING" | "READING" | "CHECKING" | "LANDING";
  readonly done: number;
  readonly total: number;
}
export interface UploadChoices {
  readonly boardId: string;
  readonly states: Readonly<Record<string, string>>;
  readonly members: readonly { readonly member: string; readonly organisation: string }[];
}
export interface PreparedUpload {
  readonly id: string;
  readonly report: ImportReport;
}
export type Reply<Answer> = Extract<ImportReply<Answer>, { answer: Answer } | { refused: unknown }> | { readonly failed: true };

/** Who asks, and for which coalition. */
export interface Asking {
  readonly coalitionId: string;
  readonly membershipId: string;
}

const failed = { failed: true } as const;
const address = ({ coalitionId }: Asking, path: string) => `/imports${path}?coalition=${encodeURIComponent(coalitionId)}`;

/** The last of the lines that came whole, and the last answer among them. */
function read<Answer>(text: string): ImportReply<Answer> | null {
  const line = text.slice(0, text.lastIndexOf("\n")).split("\n").at(-1);
  return line ? (JSON.parse(line) as ImportReply<Answer>) : null;
}

/** Sends a Trello file with its choices; `signal` stops it, here and on the hub. */
export function uploadTrello(
  asking: Asking,
  file: Blob,
  choices: UploadChoices,
  { progress, signal }: { progress: (progress: UploadProgress) => void; signal: AbortSignal },
): Promise<Reply<PreparedUpload>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address(asking, "/trello"));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-wijkbord-membership", asking.membershipId);
    request.upload.addEventListener("progress", ({ loaded, total }) => progress({ phase: "SENDING", done: loaded, total }));
    request.addEventListener("progress", () => {
      const last = read<PreparedUpload>(request.responseText);
      if (last && "progress" in last) progress(last.progress);
    });
    request.addEventListener("loadend", () => {
      const last = request.status === 200 ? read<PreparedUpload>(`${request.responseText}\n`.replace(/\n+$/, "\n")) : null;
      resolve(last && !("progress" in last) ? last : failed);
    });
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(new Blob([JSON.stringify(choices), "\n", file]));
  });
}

async function ask<Answer>(asking: Asking, path: string, method: string, body?: unknown): Promise<Reply<Answer>> {
  const headers = { "x-wijkbord-membership": asking.membershipId, ...(body !== undefined && { "content-type": "application/json" }) };
  try {
    const response = await fetch(address(asking, path), {
      method,
      headers,
      credentials: "same-origin",
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const reply: unknown = await response.json();
    return typeof reply === "object" && reply !== null && ("answer" in reply || "refused" in reply) ? (reply as Reply<Answer>) : failed;
  } catch {
    return failed;
  }
}

/** Puts a prepared import on its board. */
export const landUpload = (asking: Asking, id: string): Promise<Reply<object>> => ask(asking, `/${id}/land`, "POST");
/** Forgets a prepared import. */
export const forgetUpload = (asking: Asking, id: string): Promise<Reply<object>> => ask(asking, `/${id}`, "DELETE");
/** Puts a list on its board, or asks what would happen. */
export const sendList = (asking: Asking, list: ActionListInput): Promise<Reply<ActionListReport>> => ask(asking, "/list", "POST", list);
