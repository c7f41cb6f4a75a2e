import type { CoalitionSettingsQuery } from "@wijkbord/schema/operations";
import { ActionLines } from "./plan/ActionLines.tsx";
import { Labels } from "./plan/Labels.tsx";
import { Templates } from "./templates/Templates.tsx";
import { Themes } from "./plan/Themes.tsx";

/** Action lines, themes and labels that the tasks of a coalition refer to. */
export function PlanSettings({ plan }: { readonly plan: CoalitionSettingsQuery["coalition"] }) {
  return (
    <>
      <ActionLines settings={plan} />
      <Themes themes={plan.themes} />
      <Labels labels={plan.labels} />
      <Templates />
    </>
  );
}
