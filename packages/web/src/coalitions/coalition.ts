import type { Viewer } from "@wijkbord/schema";
import { AccessRole, Capability } from "@wijkbord/schema";
import type { CoalitionQuery } from "@wijkbord/schema/operations";
import { createContext, use } from "react";
import type { Hat } from "../accounts/session.ts";

type Data = CoalitionQuery["coalition"];
export type Organisation = Data["organisations"][number];
export type Member = Data["members"][number];
export type BoardEntry = Data["boards"][number];
export type Theme = Data["themes"][number];
export type ActionLine = Data["actionLines"][number];

/** The open coalition, as seen with one membership. */
export interface OpenCoalition {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly isDemo: boolean;
  readonly taskPrefix: string;
  /** Agreements show who has them open. */
  readonly agreementPresence: boolean;
  readonly viewer: Viewer;
  readonly hat: Hat;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly members: ReadonlyMap<string, Member>;
  readonly themes: ReadonlyMap<string, Theme>;
  readonly actionLines: ReadonlyMap<string, ActionLine>;
  readonly boards: readonly BoardEntry[];
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> => new Map(rows.map((row) => [row.id, row]));

/** Joins what was read with the rights of the membership. */
export function openCoalition(data: Data, hat: Hat): OpenCoalition {
  const { id, slug, name, isDemo, taskPrefix, agreementPresence, boards } = data;
  const viewer: Viewer = {
    membershipId: hat.id,
    organisationId: hat.organisationId,
    coalitionId: id,
    accessRole: AccessRole[hat.accessRole],
    capabilities: hat.capabilities.map((capability) => Capability[capability]),
  };
  return {
    id,
    slug,
    name,
    isDemo,
    taskPrefix,
    agreementPresence,
    viewer,
    hat,
    boards,
    organisations: byId(data.organisations),
    members: byId(data.members),
    themes: byId(data.themes),
    actionLines: byId(data.actionLines),
  };
}

export const CoalitionContext = createContext<OpenCoalition | null>(null);

/** The open coalition; only inside its frame. */
export function useCoalition(): OpenCoalition {
  const coalition = use(CoalitionContext);
  if (!coalition) throw new Error("No coalition is open here.");
  return coalition;
}

/** Address of the board of a neighbourhood. */
export const boardPath = ({ slug }: OpenCoalition, board: BoardEntry): string => `/${slug}/bord/${board.slug}`;
/** Address of the page that makes a board. */
export const newBoardPath = ({ slug }: Pick<OpenCoalition, "slug">): string => `/${slug}/borden/nieuw`;
/** Address of the page of a neighbourhood. */
export const areaPath = ({ slug }: OpenCoalition, board: BoardEntry): string => `/${slug}/${board.slug}`;
/** Address of a task. */
export const taskPath = ({ slug }: Pick<OpenCoalition, "slug">, number: string): string => `/${slug}/taken/${number}`;
