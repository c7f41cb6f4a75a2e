import { coalitionLimits, mayManageCoalition, WorkingStyle } from "@wijkbord/schema";
import { UpdateCoalitionDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useWords } from "../../language/words.ts";
import { useAct } from "../../tasks/useAct.ts";
import { Button } from "../../ui/Button.tsx";
import { Field, FieldError } from "../../ui/Field.tsx";
import { showToast } from "../../ui/Toasts.tsx";
import { useCoalition } from "../coalition.ts";
import type { Settings } from "./useSettings.ts";
import { settingsWords } from "./words.ts";

/** Name, working style of new boards, time zone, how long people stay signed in, and whether agreements show who reads them. */
export function General({ settings }: { readonly settings: Settings }) {
  const t = useWords(settingsWords);
  const act = useAct();
  const { viewer } = useCoalition();
  const { id, version } = settings;
  const [name, setName] = useState(settings.name);
  const [style, setStyle] = useState<string>(settings.defaultStyle);
  const [timeZone, setTimeZone] = useState(settings.timeZone);
  const [days, setDays] = useState(settings.ownDeviceDays === null ? "" : String(settings.ownDeviceDays));
  const [readers, setReaders] = useState(settings.agreementPresence);
  const [error, setError] = useState<string | null>(null);
  const manages = mayManageCoalition(viewer);
  const save = async () => {
    const change = { name: name.trim(), defaultStyle: style === "STRICT" ? WorkingStyle.STRICT : WorkingStyle.LIGHT, timeZone: timeZone.trim() };
    const ownDeviceDays = days.trim() === "" ? null : Number(days);
    const outcome = await act(UpdateCoalitionDocument, { id, expectedVersion: version, ...change, ownDeviceDays, agreementPresence: readers }, { quiet: true });
    setError(outcome.ok ? null : outcome.text);
    if (outcome.ok) showToast({ text: t("saved") });
  };
  return (
    <section className="settings-card" aria-label={t("general")}>
      {!manages && <p className="quiet">{t("coordinatorOnly")}</p>}
      <form
        aria-label={t("general")}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset disabled={!manages}>
          <legend className="hidden-text">{t("general")}</legend>
          <Field label={t("name")}>
            <input
              required
              minLength={coalitionLimits.nameAtLeast}
              maxLength={coalitionLimits.name}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          <Field label={t("style")} hint={t("styleHint")}>
            <select value={style} onChange={(event) => setStyle(event.target.value)}>
              <option value="LIGHT">{t("LIGHT")}</option>
              <option value="STRICT">{t("STRICT")}</option>
            </select>
          </Field>
          <Field label={t("timeZone")} hint={t("timeZoneHint")}>
            <input required value={timeZone} onChange={(event) => setTimeZone(event.target.value)} />
          </Field>
          <Field label={t("days")} hint={t("daysHint")}>
            <input type="number" min={1} max={coalitionLimits.ownDeviceDays} value={days} onChange={(event) => setDays(event.target.value)} />
          </Field>
          <label className="settings-check">
            <input type="checkbox" checked={readers} onChange={(event) => setReaders(event.target.checked)} />
            <span>
              {t("agreementReaders")}
              <small>{t("agreementReadersHint")}</small>
            </span>
          </label>
          {error && <FieldError>{error}</FieldError>}
          {manages && (
            <Button type="submit" look="primary">
              {t("save")}
            </Button>
          )}
        </fieldset>
      </form>
    </section>
  );
}
