import { boardLimits } from "@wijkbord/schema";
import { type ActionLineRowFragment, type CoalitionSettingsQuery, CreateActionLineDocument, UpdateActionLineDocument } from "@wijkbord/schema/operations";
import { useId, useState } from "react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useLanguage } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field, FieldError } from "../../ui/Field.tsx";
import { useAct } from "../useAct.ts";
import { planWords } from "./words.ts";

interface ActionLineFormProps {
  /** Absent: a new one, as a draft. */
  readonly line?: ActionLineRowFragment;
  readonly settings: CoalitionSettingsQuery["coalition"];
  readonly onClose: () => void;
}
const texts = ["whatWeDo", "soThat", "expectedImpact"] as const;

/** What an action line says, for which themes, and who leads it. */
export function ActionLineForm({ line, settings, onClose }: ActionLineFormProps) {
  const t = useWords(planWords);
  const act = useAct();
  const form = useId();
  const language = useLanguage();
  const { id: coalitionId, viewer } = useCoalition();
  const [wanted, setWanted] = useState({
    title: line?.title ?? "",
    whatWeDo: line?.whatWeDo ?? "",
    soThat: line?.soThat ?? "",
    expectedImpact: line?.expectedImpact ?? "",
    themeId: line?.themeId ?? settings.themes[0]?.id ?? "",
    leadOrganisationId: line?.leadOrganisationId ?? viewer.organisationId,
  });
  const [connected, setConnected] = useState<readonly string[]>(line?.connectedThemeIds ?? []);
  const [error, setError] = useState<string | null>(null);
  const bind = (key: keyof typeof wanted) => ({
    value: wanted[key],
    onChange: (event: { readonly target: { readonly value: string } }) => setWanted({ ...wanted, [key]: event.target.value }),
  });
  const themes = settings.themes.map((theme) => ({ id: theme.id, name: language === "nl" ? theme.nameNl : theme.nameEn }));
  const save = async () => {
    const fields = { ...wanted, title: wanted.title.trim(), connectedThemeIds: connected.filter((id) => id !== wanted.themeId) };
    const outcome = line
      ? await act(UpdateActionLineDocument, { id: line.id, expectedVersion: line.version, ...fields }, { quiet: true })
      : await act(CreateActionLineDocument, { coalitionId, ...fields }, { quiet: true });
    if (outcome.ok) onClose();
    else setError(outcome.text);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t("cancel")}</Button>
      <Button type="submit" form={form} look="primary">
        {t("save")}
      </Button>
    </>
  );
  return (
    <Dialog title={line ? t("editLine", { title: line.title }) : t("addLine")} onClose={onClose} actions={actions}>
      <form
        id={form}
        className="settings-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label={t("lineTitle")}>
          <input required maxLength={boardLimits.actionLineTitle} {...bind("title")} />
        </Field>
        {texts.map((key) => (
          <Field key={key} label={t(key)}>
            <textarea maxLength={boardLimits.actionLineText} {...bind(key)} />
          </Field>
        ))}
        <Field label={t("ownTheme")}>
          <select {...bind("themeId")}>
            {themes.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <fieldset className="rights">
          <legend>{t("connectedThemes")}</legend>
          {themes
            .filter(({ id }) => id !== wanted.themeId)
            .map(({ id, name }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={connected.includes(id)}
                  onChange={(event) => setConnected(event.target.checked ? [...connected, id] : connected.filter((each) => each !== id))}
                />
                {name}
              </label>
            ))}
        </fieldset>
        <Field label={t("lead")}>
          <select {...bind("leadOrganisationId")}>
            {settings.organisations
              .filter(({ leftOn }) => !leftOn)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </Field>
        {error && <FieldError>{error}</FieldError>}
      </form>
    </Dialog>
  );
}
