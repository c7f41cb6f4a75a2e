/** Ids of the person who tries an example, to fill its variables with. */
export interface OwnIds {
  readonly coalitionId: string;
  readonly organisationId: string;
  readonly boardId: string;
  readonly areaCode: string;
  /** A task on the board; null while it has none. */
  readonly taskId: string | null;
}

export type Language = "nl" | "en";

/** A ready question to the hub: a free document that anybody may send as it stands. */
export interface Example {
  readonly key: string;
  readonly live: boolean;
  readonly title: Readonly<Record<Language, string>>;
  readonly explanation: Readonly<Record<Language, string>>;
  readonly document: string;
  /** Names of the own ids that the document asks. */
  readonly uses: readonly (keyof OwnIds)[];
}

/** Variables of an example, filled with the person's own ids. */
export const variablesOf = ({ uses }: Example, ids: OwnIds): Record<string, string | null> => Object.fromEntries(uses.map((name) => [name, ids[name]]));
