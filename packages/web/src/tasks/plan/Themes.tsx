import { boardLimits, mayManageBoards } from "@wijkbord/schema";
import { CreateThemeDocument, UpdateThemeDocument, type ThemeRowFragment } from "@wijkbord/schema/operations";
import { ArrowDown, ArrowUp, Plus } from "lucide-react";
import { useState } from "react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Field, FieldError } from "../../ui/Field.tsx";
import { useAct } from "../useAct.ts";
import { planWords } from "./words.ts";

function ThemeItem({
  theme,
  index,
  last,
  manages,
}: {
  readonly theme: ThemeRowFragment;
  readonly index: number;
  readonly last: boolean;
  readonly manages: boolean;
}) {
  const t = useWords(planWords);
  const act = useAct();
  const [error, setError] = useState<string | null>(null);
  const { id, version, nameNl, nameEn } = theme;
  const update = async (change: { readonly nameNl?: string; readonly nameEn?: string; readonly position?: number }) => {
    const outcome = await act(UpdateThemeDocument, { id, expectedVersion: version, ...change }, { quiet: true });
    setError(outcome.ok ? null : outcome.text);
  };
  if (!manages)
    return (
      <li>
        {nameNl} <small className="quiet">({nameEn})</small>
      </li>
    );
  const nameField = (field: "nameNl" | "nameEn") => (
    <input
      className="input"
      key={theme[field]}
      aria-label={t(field === "nameNl" ? "dutchName" : "englishName", { name: nameNl })}
      defaultValue={theme[field]}
      maxLength={boardLimits.themeName}
      onBlur={({ target }) => target.value.trim() && target.value.trim() !== theme[field] && void update({ [field]: target.value.trim() })}
    />
  );
  return (
    <li>
      <span className="plan-row">
        {nameField("nameNl")}
        {nameField("nameEn")}
        <IconButton label={t("up", { name: nameNl })} disabled={index === 0} onClick={() => void update({ position: index - 1 })}>
          <ArrowUp size={15} aria-hidden />
        </IconButton>
        <IconButton label={t("down", { name: nameNl })} disabled={last} onClick={() => void update({ position: index + 1 })}>
          <ArrowDown size={15} aria-hidden />
        </IconButton>
      </span>
      {error && <FieldError>{error}</FieldError>}
    </li>
  );
}

/** Themes of the coalition, in their order; the coordinator names and orders them. */
export function Themes({ themes }: { readonly themes: readonly ThemeRowFragment[] }) {
  const t = useWords(planWords);
  const act = useAct();
  const { id: coalitionId, viewer } = useCoalition();
  const manages = mayManageBoards(viewer);
  const [names, setNames] = useState({ nameNl: "", nameEn: "" });
  const [error, setError] = useState<string | null>(null);
  const add = async () => {
    const outcome = await act(CreateThemeDocument, { coalitionId, nameNl: names.nameNl.trim(), nameEn: names.nameEn.trim() }, { quiet: true });
    setError(outcome.ok ? null : outcome.text);
    if (outcome.ok) setNames({ nameNl: "", nameEn: "" });
  };
  return (
    <section className="settings-card" aria-labelledby="themes-title">
      <h2 id="themes-title">{t("themes")}</h2>
      <p className="quiet">{t(manages ? "themesHint" : "themesRead")}</p>
      <ol className="plan-rows">
        {themes.map((theme, index) => (
          <ThemeItem key={theme.id} theme={theme} index={index} last={index === themes.length - 1} manages={manages} />
        ))}
      </ol>
      {manages && (
        <form
          className="plan-add"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Field label={t("newThemeNl")}>
            <input required maxLength={boardLimits.themeName} value={names.nameNl} onChange={(event) => setNames({ ...names, nameNl: event.target.value })} />
          </Field>
          <Field label={t("newThemeEn")}>
            <input required maxLength={boardLimits.themeName} value={names.nameEn} onChange={(event) => setNames({ ...names, nameEn: event.target.value })} />
          </Field>
          <Button type="submit">
            <Plus size={15} aria-hidden />
            {t("addTheme")}
          </Button>
        </form>
      )}
      {error && <FieldError>{error}</FieldError>}
    </section>
  );
}
