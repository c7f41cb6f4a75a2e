import { useQuery } from "@apollo/client/react";
import { startLimits } from "@wijkbord/schema";
import { StartAreasDocument } from "@wijkbord/schema/operations";
import { useDeferredValue } from "react";
import { startClient } from "../../accounts/session.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import type { StartDraft } from "./draft.ts";
import { startWords } from "./words.ts";

interface AreaFieldProps {
  readonly draft: StartDraft;
  readonly error: string | null;
  readonly onChange: (part: Pick<StartDraft, "area" | "areaName">) => void;
}

/** The neighbourhood: typed, and chosen from the areas of CBS when the hub holds them. */
export function AreaField({ draft, error, onChange }: AreaFieldProps) {
  const t = useWords(startWords);
  const typed = useDeferredValue(draft.areaName.trim());
  const any = useQuery(StartAreasDocument, { client: startClient, variables: { text: "" } });
  const { data } = useQuery(StartAreasDocument, { client: startClient, variables: { text: typed }, skip: typed.length < startLimits.areaNameAtLeast });
  const hasAreas = (any.data?.startAreas.length ?? 0) > 0;
  const found = typed.length < startLimits.areaNameAtLeast ? [] : (data?.startAreas ?? []);
  if (draft.area) {
    return (
      <div className="field area-chosen">
        <p>{t("areaChosen", { name: draft.area.name })}</p>
        <Button small onClick={() => onChange({ area: null, areaName: "" })}>
          {t("areaOther")}
        </Button>
      </div>
    );
  }
  return (
    <div className="area-field">
      <Field label={t("area")} hint={t(any.data && !hasAreas ? "areaOwnHint" : "areaHint")} error={error}>
        <input
          type="search"
          autoComplete="off"
          maxLength={startLimits.areaName}
          value={draft.areaName}
          onChange={(event) => onChange({ area: null, areaName: event.target.value })}
        />
      </Field>
      {hasAreas && typed.length >= startLimits.areaNameAtLeast && (
        <>
          <p className="field-hint" role="status">
            {data ? t("areaFound", { count: found.length }) : ""}
          </p>
          <ul className="area-found">
            {found.map(({ code, name, within }) => (
              <li key={code}>
                <button type="button" onClick={() => onChange({ area: { code, name }, areaName: "" })}>
                  <b>{name}</b> {within && <small>{t("areaIn", { name: within })}</small>} <small className="digits">{code}</small>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
