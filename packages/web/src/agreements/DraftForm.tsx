import { AgreementCategory, agreementLimits } from "@wijkbord/schema";
import { DraftAgreementDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useNavigate } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Field, FieldError } from "../ui/Field.tsx";
import { writePath } from "./addresses.ts";
import { AreasField } from "./AreasField.tsx";
import { CategoryField } from "./CategoryField.tsx";
import { articleViews } from "./differences.ts";
import { Parts } from "./Parts.tsx";
import { SignatoriesField } from "./SignatoriesField.tsx";
import { SummaryField } from "./SummaryField.tsx";
import { TextEditor } from "./TextEditor.tsx";
import { useAgreementAct } from "./useAgreementAct.ts";
import { useForm } from "./useForm.ts";
import { writingWords } from "./writingWords.ts";

export interface DraftStart {
  readonly title: string;
  readonly category: AgreementCategory;
  readonly summary: string;
  readonly text: string;
  readonly signatoryIds: readonly string[];
  readonly areaCodes: readonly string[];
  /** Template that it started from, kept with the agreement. */
  readonly templateKey?: string;
  /** Version that it is a copy of, kept with the agreement. */
  readonly sourceVersionId?: string;
}
export const emptyStart: DraftStart = { title: "", category: AgreementCategory.MEETING_RHYTHM, summary: "", text: "", signatoryIds: [], areaCodes: [] };

interface DraftFormProps {
  readonly start: DraftStart;
  /** The agreement that this one is a copy of. */
  readonly source?: { readonly number: string; readonly text: string };
}

function SourceDifference({ source, text }: { readonly source: NonNullable<DraftFormProps["source"]>; readonly text: string }) {
  const t = useWords(writingWords);
  const rows = articleViews(source.text, text).filter(({ change, moved }) => change !== "SAME" || moved);
  return (
    <details className="source-difference" open>
      <summary>{t("differsFrom", { number: source.number, count: rows.length })}</summary>
      <ol className="articles">
        {rows.map(({ key, newNumber, oldNumber, body }) => (
          <li key={key}>
            <span className="article-number digits">{newNumber ?? oldNumber}</span>
            <p className="difference" lang="nl">
              <Parts parts={body} />
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The form of a new proposal; it becomes a draft that partners write on. */
export function DraftForm({ start, source }: DraftFormProps) {
  const t = useWords(writingWords);
  const act = useAgreementAct();
  const path = usePath();
  const navigate = useNavigate();
  const coalition = useCoalition();
  const [draft, setDraft] = useState(start);
  const set = (part: Partial<DraftStart>) => setDraft((before) => ({ ...before, ...part }));
  const { busy, error, submit } = useForm(
    () =>
      act(
        DraftAgreementDocument,
        { ...draft, coalitionId: coalition.id, signatoryIds: [...draft.signatoryIds], areaCodes: [...draft.areaCodes] },
        { quiet: true },
      ),
    (number) => navigate(path(writePath(coalition, number))),
  );
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
      <CategoryField value={draft.category} onChange={(category) => set({ category })} />
      <SummaryField value={draft.summary} onChange={(summary) => set({ summary })} />
      <TextEditor text={draft.text} onChange={(text) => set({ text })} />
      {source && <SourceDifference source={source} text={draft.text} />}
      <SignatoriesField legend={t("signatories")} chosen={draft.signatoryIds} onChange={(signatoryIds) => set({ signatoryIds })} />
      <AreasField chosen={draft.areaCodes} onChange={(areaCodes) => set({ areaCodes })} />
      {error && <FieldError>{error}</FieldError>}
      <footer>
        <Button type="submit" look="primary" aria-disabled={busy}>
          {t("makeDraft")}
        </Button>
      </footer>
    </form>
  );
}
