import { mayEditActionLine, mayPublishActionLine, mayWrite } from "@wijkbord/schema";
import { type ActionLineRowFragment, type CoalitionSettingsQuery, PublishActionLineDocument } from "@wijkbord/schema/operations";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useLanguage } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { FieldError } from "../../ui/Field.tsx";
import { useAct } from "../useAct.ts";
import { ActionLineForm } from "./ActionLineForm.tsx";
import { planWords } from "./words.ts";

function Line({ line, settings }: { readonly line: ActionLineRowFragment; readonly settings: CoalitionSettingsQuery["coalition"] }) {
  const t = useWords(planWords);
  const act = useAct();
  const language = useLanguage();
  const { viewer, organisations } = useCoalition();
  const [editing, setEditing] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const { id, title, version } = line;
  const draft = line.state === "DRAFT";
  const nameOf = (themeId: string) => settings.themes.find((theme) => theme.id === themeId)?.[language === "nl" ? "nameNl" : "nameEn"] ?? "";
  const publish = async () => {
    const outcome = await act(PublishActionLineDocument, { id, expectedVersion: version }, { quiet: true });
    setError(outcome.ok ? null : outcome.text);
  };
  const texts = [
    ["whatWeDo", line.whatWeDo],
    ["soThat", line.soThat],
    ["expectedImpact", line.expectedImpact],
  ] as const;
  return (
    <li className="action-line">
      <header>
        <h3>{title}</h3>
        {draft && <small className="plan-draft">{t("draft")}</small>}
      </header>
      <p className="quiet">
        {[nameOf(line.themeId), ...line.connectedThemeIds.map(nameOf)].join(" · ")}
        {" — "}
        {t("leadIs", { name: organisations.get(line.leadOrganisationId)?.shortName ?? "" })}
      </p>
      <dl>
        {texts
          .filter(([, text]) => text)
          .map(([label, text]) => (
            <div key={label}>
              <dt>{t(label)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      <footer>
        {mayEditActionLine(viewer, { draft, createdByMembershipId: line.createdByMembershipId ?? null }) && (
          <Button small aria-label={t("editLine", { title })} onClick={() => setEditing(true)}>
            {t("edit")}
          </Button>
        )}
        {draft && mayPublishActionLine(viewer) && (
          <Button small aria-label={t("publishLine", { title })} onClick={() => void publish()}>
            {t("publish")}
          </Button>
        )}
      </footer>
      {error && <FieldError>{error}</FieldError>}
      {editing && <ActionLineForm line={line} settings={settings} onClose={() => setEditing(false)} />}
    </li>
  );
}

/** Action lines: what we do, so that what, for which theme; a draft becomes part of the plan when all of it is there. */
export function ActionLines({ settings }: { readonly settings: CoalitionSettingsQuery["coalition"] }) {
  const t = useWords(planWords);
  const { viewer } = useCoalition();
  const [adding, setAdding] = useState(false);
  return (
    <section className="settings-card" aria-labelledby="lines-title">
      <h2 id="lines-title">{t("actionLines")}</h2>
      <p className="quiet">{t("actionLinesHint")}</p>
      <ul className="action-lines">
        {settings.actionLines.map((line) => (
          <Line key={line.id} line={line} settings={settings} />
        ))}
      </ul>
      {mayWrite(viewer) && (
        <p>
          <Button onClick={() => setAdding(true)}>
            <Plus size={15} aria-hidden />
            {t("addLine")}
          </Button>
        </p>
      )}
      {adding && <ActionLineForm settings={settings} onClose={() => setAdding(false)} />}
    </section>
  );
}
