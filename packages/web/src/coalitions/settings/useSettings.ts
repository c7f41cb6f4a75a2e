import { useQuery } from "@apollo/client/react";
import { CoalitionSettingsDocument, type CoalitionSettingsQuery } from "@wijkbord/schema/operations";
import { useFollow } from "../../activity/useFollow.ts";
import { useCoalition } from "../coalition.ts";
import { concernsCoalition } from "../concerns.ts";

export type Settings = CoalitionSettingsQuery["coalition"];
export type Partner = Settings["organisations"][number];
export type Colleague = Settings["members"][number];

/** Everything that is set for a coalition, kept up to date. */
export function useSettings(): { readonly settings: Settings | undefined; readonly failed: boolean; readonly reload: () => void } {
  const { slug } = useCoalition();
  const { data, error, refetch } = useQuery(CoalitionSettingsDocument, { variables: { slug }, fetchPolicy: "network-only" });
  const read = async () => (await refetch()).data?.coalition.sequence ?? 0;
  useFollow(data?.coalition.sequence, concernsCoalition, read);
  return { settings: data?.coalition, failed: Boolean(error) && !data, reload: () => void read() };
}
