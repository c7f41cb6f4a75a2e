import { useQuery } from "@apollo/client/react";
import { startLimits } from "@wijkbord/schema";
import { StartAreasDocument } from "@wijkbord/schema/operations";
import { useDeferredValue } from "react";
import { startClient } from "../accounts/session.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import "./AreaField.css";
import { areaFieldWords } from "./areaFieldWords.ts";

/** A neighbourhood: chosen from those of CBS, or as it was typed. */
export interface ChosenArea {
  readonly area: { readonly code: string; readonly name: string } | null;
  readonly areaName: string;
}

interface AreaFieldProps {
  readonly chosen: ChosenArea;
  readonly error: string | null;
  readonly onChange: (chosen: ChosenArea) => void;
}

/** The neighbourhood: typed, and chosen from the areas of CBS when the hub holds them. */
export function AreaField({ chosen, error, onChange }: AreaFieldProps) {
  const t = useWords(areaFieldWords);
  const typed = useDeferredValue(chosen.areaName.trim());
  const any = useQuery(StartAreasDocument, { client: startClient, variables: { text: "" } });
  const { data } = useQuery(StartAreasDocument, { client: startClient, variables: { text: typed }, skip: typed.length < startLimits.areaNameAtLeast });
  const hasAreas = (any.data?.startAreas.length ?? 0) > 0;
  const found = typed.length < startLimits.areaNameAtLeast ? [] : (data?.startAreas ?? []);
  if (chosen.area) {
    return (
      <div className="field area-chosen">
        <p>{t("areaChosen", { name: chosen.area.name })}</p>
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
          value={chosen.areaName}
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
