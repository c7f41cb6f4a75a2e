import { useSearchParams } from "../../shared/router.tsx";
import { usePageTitle } from "../../accounts/usePageTitle.ts";
import { useWords } from "../../language/words.ts";
import { PlanSettings } from "../../tasks/PlanSettings.tsx";
import { ErrorBlock, Skeleton } from "../../ui/States.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useCoalition } from "../coalition.ts";
import { General } from "./General.tsx";
import { Partners } from "./Partners.tsx";
import "./Settings.css";
import { useSettings } from "./useSettings.ts";
import { settingsWords } from "./words.ts";

const parts = ["partners", "plan", "algemeen"] as const;
type Part = (typeof parts)[number];
const titles = { partners: "partners", plan: "plan", algemeen: "general" } as const satisfies Record<Part, string>;

/** Partners and their people, the words of the coalition, and its settings. */
export function SettingsPage() {
  const t = useWords(settingsWords);
  const { name } = useCoalition();
  const [params, setParams] = useSearchParams();
  const { settings, failed, reload } = useSettings();
  usePageTitle(t("title"));
  const part = parts.find((each) => each === params.get("deel")) ?? "partners";
  const tabs = parts.map((key) => ({ key, label: t(titles[key]) }));
  return (
    <div className="settings">
      <header>
        <h1>{t("title")}</h1>
        <p className="quiet">{name}</p>
      </header>
      <Tabs label={t("parts")} tabs={tabs} selected={part} idPrefix="settings" onSelect={(key) => setParams({ deel: key }, { replace: true })} />
      <div id="settings-panel" role="tabpanel" aria-labelledby={`settings-${part}`}>
        {failed && <ErrorBlock onRetry={reload} />}
        {!settings && !failed && <Skeleton rows={4} />}
        {settings && part === "partners" && <Partners settings={settings} />}
        {settings && part === "plan" && <PlanSettings plan={settings} />}
        {settings && part === "algemeen" && <General settings={settings} />}
      </div>
    </div>
  );
}
