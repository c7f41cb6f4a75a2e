import type { ImportCounts } from "@wijkbord/schema";

/** What landing needs of a prepared import. */
export interface ImportPlan {
  readonly board: { readonly id: string; readonly title: string; readonly areaCode: string; readonly isNew: boolean };
  readonly ownerOrganisationId: string;
  readonly removedColumnIds: string[];
  readonly expectedColumns: { readonly id: string; readonly state: string }[];
  readonly fresh: ImportCounts;
}
