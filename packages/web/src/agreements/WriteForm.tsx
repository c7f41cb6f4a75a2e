import { AgreementCategory, agreementLimits, DecisionRule, isAboutData, mayDecideBy } from "@wijkbord/schema";
import { SaveVersionDraftDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { clearDraft, keepDraft, readDraft } from "./keptText.ts";
import { Button } from "../ui/Button.tsx";
import { Field, FieldError } from "../ui/Field.tsx";
import { agreementPath } from "./addresses.ts";
import { DataFields, dataInputOf, type DataDraft, dataDraftOf } from "./DataFields.tsx";
import { OtherText } from "./OtherText.tsx";
import { SignatoriesField } from "./SignatoriesField.tsx";
import { SummaryField } from "./SummaryField.tsx";
import { TextEditor } from "./TextEditor.tsx";
import type { Agreement, Version } from "./useAgreement.ts";
import { type Outcome, useAgreementAct } from "./useAgreementAct.ts";
import { useForm } from "./useForm.ts";
import { WatchFields } from "./WatchFields.tsx";
import { agreementWords } from "./words.ts";
import { writingWords } from "./writingWords.ts";

const placeOf = ({ id }: Version) => `agreement.${id}`;

type Draft = Pick<Version, "title" | "text" | "summary" | "changeNote" | "decisionRule" | "signatoryIds" | "watchRules" | "reviewAfterMonths" | "endsOn">;
const draftFrom = ({ title, text, summary, changeNote, decisionRule, signatoryIds, watchRules, reviewAfterMonths, endsOn }: Version): Draft => ({
  title,
  text,
  summary,
  changeNote,
  decisionRule,
  signatoryIds,
  watchRules,
  reviewAfterMonths,
  endsOn,
});

interface Kept {
  readonly base: number;
  readonly draft: Draft;
  readonly data: DataDraft;
}

/** What was typed on this device and not saved yet, else the version as it is. */
function keptOr(version: Version): Kept {
  const start = { base: version.version, draft: draftFrom(version), data: dataDraftOf(version.dataSharing) };
  const saved = readDraft(placeOf(version));
  return saved ? { ...start, ...(JSON.parse(saved) as Partial<Kept>) } : start;
}

interface FormProps {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
}

/** How a version is decided and how long it holds; a small change leaves these alone. */
function Conditions({ draft, set, category }: FormProps & { readonly category: AgreementCategory }) {
  const t = useWords(writingWords);
  const w = useWords(agreementWords);
  return (
    <>
      <SignatoriesField legend={t("signatories")} chosen={draft.signatoryIds} onChange={(signatoryIds) => set({ signatoryIds: [...signatoryIds] })} />
      <Field label={t("rule")}>
        <select
          value={draft.decisionRule}
          onChange={(event) => set({ decisionRule: Object.values(DecisionRule).find((each) => each === event.target.value) ?? draft.decisionRule })}
        >
          {Object.values(DecisionRule)
            .filter((rule) => mayDecideBy(rule, category))
            .map((rule) => (
              <option key={rule} value={rule}>
                {w(rule)}
              </option>
            ))}
        </select>
      </Field>
      <WatchFields text={draft.text} rules={draft.watchRules} onChange={(watchRules) => set({ watchRules })} />
      <div className="field-row">
        <Field label={t("reviewAfter")}>
          <input
            type="number"
            required
            min={1}
            max={agreementLimits.reviewMonths}
            value={draft.reviewAfterMonths}
            onChange={(event) => set({ reviewAfterMonths: event.target.valueAsNumber })}
          />
        </Field>
        <Field label={t("endsOn")} hint={t("endsOnHint")}>
          <input type="date" value={draft.endsOn ?? ""} onChange={(event) => set({ endsOn: event.target.value || null })} />
        </Field>
      </div>
    </>
  );
}

interface WriteFormProps {
  readonly agreement: Agreement;
  readonly version: Version;
  readonly reload: () => Promise<number>;
}

/** Title, text, summary and terms of a version in writing; what somebody else saved meanwhile is shown, never overwritten. */
export function WriteForm({ agreement, version, reload }: WriteFormProps) {
  const t = useWords(writingWords);
  const act = useAgreementAct();
  const path = usePath();
  const navigate = useNavigate();
  const coalition = useCoalition();
  const [{ base, draft, data }, setKept] = useState(() => keptOr(version));
  const [conflict, setConflict] = useState(false);
  const category = AgreementCategory[agreement.category];
  const aboutData = isAboutData(category);
  const keep = (part: Partial<Kept>) => {
    const next = { base, draft, data, ...part };
    setKept(next);
    keepDraft(placeOf(version), JSON.stringify(next));
  };
  const set = (part: Partial<Draft>) => keep({ draft: { ...draft, ...part } });
  const conditions = version.editorial
    ? {}
    : {
        decisionRule: draft.decisionRule,
        signatoryIds: draft.signatoryIds,
        watchRules: draft.watchRules.map(({ article, kind, n }) => ({ article, kind, n })),
        reviewAfterMonths: draft.reviewAfterMonths,
        endsOn: draft.endsOn,
      };
  const save = async (): Promise<Outcome> => {
    const words = { title: draft.title, text: draft.text, summary: draft.summary, changeNote: draft.changeNote };
    const outcome = await act(
      SaveVersionDraftDocument,
      { versionId: version.id, expectedVersion: base, ...words, ...conditions, ...(aboutData && !version.editorial && { dataSharing: dataInputOf(data) }) },
      { quiet: true },
    );
    setConflict(!outcome.ok && outcome.problem?.__typename === "VersionConflict");
    return outcome;
  };
  const leave = () => {
    clearDraft(placeOf(version));
    void navigate(path(agreementPath(coalition, agreement.number)));
  };
  const done = async () => {
    await reload();
    leave();
  };
  const { busy, error, submit } = useForm(save, () => void done());
  return (
    <form className="write-form" onSubmit={submit}>
      <Field label={t("title")}>
        <input
          required
          lang="nl"
          minLength={3}
          maxLength={agreementLimits.title}
          value={draft.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </Field>
      <TextEditor text={draft.text} onChange={(text) => set({ text })} />
      <SummaryField value={draft.summary} onChange={(summary) => set({ summary })} />
      {version.number > 1 && (
        <Field label={t("changeNote")} hint={t("changeNoteHint")}>
          <textarea
            required
            lang="nl"
            rows={2}
            maxLength={agreementLimits.changeNote}
            value={draft.changeNote}
            onChange={(event) => set({ changeNote: event.target.value })}
          />
        </Field>
      )}
      {version.editorial ? <p className="notice">{t("editorialOnly")}</p> : <Conditions draft={draft} set={set} category={category} />}
      {aboutData && !version.editorial && <DataFields data={data} onChange={(next) => keep({ data: next })} />}
      {error && <FieldError>{error}</FieldError>}
      {conflict && (
        <OtherText
          version={version}
          onKeep={() => {
            keep({ base: version.version });
            setConflict(false);
          }}
          onTake={() => {
            clearDraft(placeOf(version));
            setKept(keptOr(version));
            setConflict(false);
          }}
        />
      )}
      <footer>
        <Button type="submit" look="primary" aria-disabled={busy}>
          {t("save")}
        </Button>
        <Button onClick={leave}>{t("stop")}</Button>
      </footer>
    </form>
  );
}
