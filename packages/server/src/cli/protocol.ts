import type { AreaImportReport, ImportReport } from "@wijkbord/schema";
import type { NewCoalition } from "../coalitions/createCoalition.ts";
import type { MemberMapping } from "../imports/trello/mapping.ts";

/** What each command takes and answers; the same whether the hub or the command line does it. */
export interface Commands {
  "import areas": { options: { fileName: string; year: number | null; dryRun: boolean }; answer: AreaImportReport };
  "import trello": {
    options: { coalition: string; board: string; members: MemberMapping[]; states: Record<string, string>; owner: string | null; dryRun: boolean };
    answer: ImportReport;
  };
  "demo reset": { options: Record<string, never>; answer: { coalitions: string[]; endedSessions: number } };
  "demo generate": {
    options: { seed: number; tasks: number; partners: number; events: number; boards: number };
    answer: { slug: string; tasks: number; events: number };
  };
  "create-coalition": { options: NewCoalition; answer: { slug: string; id: string } };
  doctor: { options: Record<string, never>; answer: { checks: Check[] } };
}

export type CommandName = keyof Commands;

/** One thing that the doctor looked at. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly text: string;
}

/** A step of a command that takes a while. */
export interface Progress {
  readonly phase: string;
  readonly done: number;
  /** 0 when it is not known. */
  readonly total: number;
}

/** One command with its options. */
export type Request = { [Name in CommandName]: { name: Name; options: Commands[Name]["options"] } }[CommandName];

/** A line that the hub sends back. */
export type Reply<Name extends CommandName> = { progress: Progress } | { answer: Commands[Name]["answer"] } | { refused: string } | { failed: string };

/** Who hears of a running command, and may stop it. */
export interface Hooks {
  readonly progress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}
