import { AgreementCategory, agreementLimits, DecisionRule, isAboutData, mayDecideBy, parseArticles } from "@wijkbord/schema";
import { SaveVersionDraftDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useNavigate } from "../shared/router.tsx";
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
import { LiveEditor, useTextProblem } from "./LiveEditor.tsx";
import type { Agreement, Version } from "./useAgreement.ts";
import { type Outcome, useAgreementAct } from "./useAgreementAct.ts";
import { useForm } from "./useForm.ts";
import { WatchFields } from "./WatchFields.tsx";
import { useDraft } from "./useDraft.ts";
import { agreementWords } from "./words.ts";
import { writingWords } from "./writingWords.ts";

const placeOf = ({ id }: Version) => `agreement.${id}`;

type Draft = Pick<Version, "title" | "summary" | "changeNote" | "decisionRule" | "signatoryIds" | "watchRules" | "reviewAfterMonths" | "endsOn">;
const draftFrom = ({ title, summary, changeNote, decisionRule, signatoryIds, watchRules, reviewAfterMonths, endsOn }: Version): Draft => ({
  title,
  summary,
  changeNote,
  decisionRule,
  signatoryIds,
  watchRules,
  reviewAfterMonths,
  endsOn,
});

/** What differs from how it was, so that people who change different things do not meet. */
const changedIn = (draft: Draft, start: Draft): Partial<Draft> =>
  Object.fromEntries(Object.entries(draft).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(start[name as keyof Draft])));

/** Rules whose article is in the text; one that was taken out takes its rule along. */
const rulesIn = (text: string, rules: Draft["watchRules"]): Draft["watchRules"] =>
  rules.filter(({ article }) => parseArticles(text).some(({ number }) => number === article));

interface Kept {
  readonly base: number;
  /** The version as it was when writing began. */
  readonly start: Draft;
  readonly startData: DataDraft;
  readonly draft: Draft;
  readonly data: DataDraft;
}

/** What was typed on this device and not saved yet, else the version as it is. */
function keptOr(version: Version): Kept {
  const [draft, data] = [draftFrom(version), dataDraftOf(version.dataSharing)];
  const fresh = { base: version.version, start: draft, startData: data, draft, data };
  const saved = readDraft(placeOf(version));
  return saved ? { ...fresh, ...(JSON.parse(saved) as Partial<Kept>) } : fresh;
}

interface FormProps {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
}

/** How a version is decided and how long it holds; a small change leaves these alone. */
function Conditions({ draft, text, set, category }: FormProps & { readonly category: AgreementCategory; readonly text: string }) {
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
      <WatchFields text={text} rules={draft.watchRules} onChange={(watchRules) => set({ watchRules })} />
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
  const { session, view } = useDraft(version.id);
  const textProblem = useTextProblem();
  const [{ base, start, startData, draft, data }, setKept] = useState(() => keptOr(version));
  const [conflict, setConflict] = useState(false);
  const category = AgreementCategory[agreement.category];
  const aboutData = isAboutData(category);
  const keep = (part: Partial<Kept>) => {
    const next = { base, start, startData, draft, data, ...part };
    setKept(next);
    keepDraft(placeOf(version), JSON.stringify(next));
  };
  const set = (part: Partial<Draft>) => keep({ draft: { ...draft, ...part } });
  const save = async (): Promise<Outcome> => {
    if (!(await session.flush())) {
      const { problem } = session.read();
      return { ok: false, text: problem ? textProblem(problem) : t("draft_waiting"), problem };
    }
    const { watchRules, ...changes } = changedIn(version.editorial ? draft : { ...draft, watchRules: rulesIn(view.text, draft.watchRules) }, start);
    const terms = aboutData && !version.editorial && JSON.stringify(data) !== JSON.stringify(startData) ? { dataSharing: dataInputOf(data) } : {};
    const watched = watchRules ? { watchRules: watchRules.map(({ article, kind, n }) => ({ article, kind, n })) } : {};
    const outcome = await act(SaveVersionDraftDocument, { versionId: version.id, expectedVersion: base, ...changes, ...watched, ...terms }, { quiet: true });
    setConflict(!outcome.ok && outcome.problem?.__typename === "VersionConflict");
    return outcome;
  };
  const leave = () => {
    clearDraft(placeOf(version));
    navigate(path(agreementPath(coalition, agreement.number)));
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
      <LiveEditor session={session} view={view} />
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
      {version.editorial ? <p className="notice">{t("editorialOnly")}</p> : <Conditions draft={draft} text={view.text} set={set} category={category} />}
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
