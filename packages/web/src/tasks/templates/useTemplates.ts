import { useQuery } from "@apollo/client/react";
import { type TemplateRowFragment, TemplatesDocument } from "@wijkbord/schema/operations";
import { useScope } from "../../activity/scope.ts";

const none: readonly TemplateRowFragment[] = [];

/** Templates of the coalition, as they were when the place was opened or they were changed here; without an answer there are none. */
export function useTemplates(): { templates: readonly TemplateRowFragment[]; reload: () => Promise<void> } {
  const { coalitionId } = useScope();
  const { data, refetch } = useQuery(TemplatesDocument, { variables: { coalitionId }, fetchPolicy: "network-only" });
  const reload = async () => {
    await refetch().catch(() => undefined);
  };
  return { templates: data?.templates ?? none, reload };
}
