import { agreementLimits, defaultReveal } from "@wijkbord/schema";
import { OpenConsentRoundDocument, type Reveal } from "@wijkbord/schema/operations";
import { useId, useState } from "react";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field, FieldError } from "../ui/Field.tsx";
import { useOpenAgreement, type Version } from "./useAgreement.ts";
import { useAgreementAct } from "./useAgreementAct.ts";
import { useForm } from "./useForm.ts";
import { useMoments } from "./useMoments.ts";
import { agreementWords } from "./words.ts";

const reveals: readonly Reveal[] = ["TOGETHER", "LIVE"];

/** Opens a round: how long, when answers are seen, and from when it holds. */
export function OpenRoundDialog({ version, onClose }: { readonly version: Version; readonly onClose: () => void }) {
  const t = useWords(agreementWords);
  const act = useAgreementAct();
  const form = useId();
  const { today } = useMoments();
  const { reload } = useOpenAgreement();
  const [days, setDays] = useState<number>(agreementLimits.roundDaysDefault);
  const [reveal, setReveal] = useState<Reveal>(defaultReveal(version.signatoryIds.length));
  const [effectiveFrom, setEffectiveFrom] = useState("");
  const { busy, error, submit } = useForm(
    () =>
      act(
        OpenConsentRoundDocument,
        { versionId: version.id, expectedVersion: version.version, days, reveal, effectiveFrom: effectiveFrom || null },
        { quiet: true },
      ),
    () => {
      onClose();
      void reload();
    },
  );
  const actions = (
    <>
      <Button onClick={onClose}>{t("stop")}</Button>
      <Button type="submit" form={form} look="primary" aria-disabled={busy}>
        {t("openRound")}
      </Button>
    </>
  );
  return (
    <Dialog title={t("openRoundTitle", { number: version.number })} actions={actions} onClose={onClose}>
      <form id={form} className="dialog-form" onSubmit={submit}>
        <p>{t("openRoundText", { count: version.signatoryIds.length })}</p>
        <Field label={t("roundDays")} hint={t("roundDaysHint", { minimum: agreementLimits.roundDaysMinimum, maximum: agreementLimits.roundDays })}>
          <input
            type="number"
            required
            min={agreementLimits.roundDaysMinimum}
            max={agreementLimits.roundDays}
            value={days}
            onChange={(event) => setDays(event.target.valueAsNumber)}
          />
        </Field>
        <fieldset className="choice">
          <legend>{t("revealTitle")}</legend>
          {reveals.map((each) => (
            <label key={each}>
              <input type="radio" name={`${form}-reveal`} checked={reveal === each} onChange={() => setReveal(each)} />
              {t(each)}
            </label>
          ))}
        </fieldset>
        <Field label={t("effectiveFrom")} hint={t("effectiveHint")}>
          <input type="date" min={today} value={effectiveFrom} onChange={(event) => setEffectiveFrom(event.target.value)} />
        </Field>
        {error && <FieldError>{error}</FieldError>}
      </form>
    </Dialog>
  );
}
