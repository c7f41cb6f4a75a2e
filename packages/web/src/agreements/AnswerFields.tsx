import { agreementLimits, parseArticles } from "@wijkbord/schema";
import type { SignOffResponse } from "@wijkbord/schema/operations";
import { useId, useState } from "react";
import { useWords } from "../language/words.ts";
import { PrivacyWarning } from "./PrivacyWarning.tsx";
import { Button } from "../ui/Button.tsx";
import { Field, FieldError } from "../ui/Field.tsx";
import type { Version } from "./useAgreement.ts";
import type { Outcome } from "./useAgreementAct.ts";
import { useForm } from "./useForm.ts";
import { agreementWords } from "./words.ts";

export interface AnswerDraft {
  readonly response: SignOffResponse | null;
  readonly argument: string;
  readonly articleNumber: number | null;
  readonly reason: string;
  readonly proposal: string;
}
type Known = {
  readonly response: SignOffResponse;
  readonly argument: string | null;
  readonly articleNumber?: number | null;
  readonly reason?: string | null;
  readonly proposal?: string | null;
};

/** What a form starts with: what was prepared or answered before, else nothing chosen. */
export const draftOf = (known: Known | null | undefined): AnswerDraft => ({
  response: known?.response ?? null,
  argument: known?.argument ?? "",
  articleNumber: known?.articleNumber ?? null,
  reason: known?.reason ?? "",
  proposal: known?.proposal ?? "",
});

const responses = ["CONSENT", "CONSENT_WITH_CONCERN", "OBJECTION", "STAND_ASIDE"] as const;

interface FieldsProps {
  readonly version: Version;
  readonly draft: AnswerDraft;
  readonly change: (part: Partial<AnswerDraft>) => void;
}

function ObjectionFields({ version, draft, change }: FieldsProps) {
  const t = useWords(agreementWords);
  const articles = parseArticles(version.text).filter(({ number }) => number > 0);
  return (
    <>
      <p className="notice" data-tone="warning">
        {t("objectionMeaning")}
      </p>
      <Field label={t("aboutArticle")}>
        <select
          value={draft.articleNumber ?? ""}
          onChange={(event) => change({ articleNumber: event.target.value === "" ? null : Number(event.target.value) })}
        >
          <option value="">{t("wholeText")}</option>
          {articles.map(({ number, title, body }) => (
            <option key={number} value={number}>
              {t("articleN", { number })}: {(title || body).slice(0, 60)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t("reason")} hint={t("reasonHint", { minimum: agreementLimits.objectionReasonMinimum })}>
        <textarea
          rows={3}
          required
          minLength={agreementLimits.objectionReasonMinimum}
          maxLength={agreementLimits.reason}
          value={draft.reason}
          onChange={(event) => change({ reason: event.target.value })}
        />
      </Field>
      <Field label={t("proposal")} hint={t("proposalHint")}>
        <textarea rows={3} maxLength={agreementLimits.proposal} value={draft.proposal} onChange={(event) => change({ proposal: event.target.value })} />
      </Field>
      <PrivacyWarning text={`${draft.reason} ${draft.proposal}`} />
    </>
  );
}

interface AnswerFieldsProps {
  readonly version: Version;
  readonly start: AnswerDraft;
  readonly button: (answer: string) => string;
  readonly act: (draft: AnswerDraft) => Promise<Outcome>;
  readonly onDone: () => void;
}

/** The four answers with the words that belong to them, and one binding button. */
export function AnswerFields({ version, start, button, act, onDone }: AnswerFieldsProps) {
  const t = useWords(agreementWords);
  const name = useId();
  const [draft, setDraft] = useState(start);
  const [unchosen, setUnchosen] = useState(false);
  const { busy, error, submit } = useForm(() => act(draft), onDone);
  const change = (part: Partial<AnswerDraft>) => setDraft((before) => ({ ...before, ...part }));
  const { response } = draft;
  const needsArgument = response === "CONSENT_WITH_CONCERN";
  return (
    <form
      className="answer-form"
      onSubmit={(event) => {
        setUnchosen(response === null);
        if (response === null) event.preventDefault();
        else submit(event);
      }}
    >
      <fieldset className="answer-choices">
        <legend>{t("yourChoice")}</legend>
        {responses.map((each) => (
          <label key={each} data-answer={each}>
            <input type="radio" name={name} value={each} checked={response === each} onChange={() => change({ response: each })} />
            {t(each)}
          </label>
        ))}
      </fieldset>
      {response === "OBJECTION" ? (
        <ObjectionFields version={version} draft={draft} change={change} />
      ) : (
        response && (
          <Field label={t(needsArgument ? "concern" : "argument")}>
            <textarea
              rows={2}
              required={needsArgument}
              maxLength={agreementLimits.argument}
              value={draft.argument}
              onChange={(event) => change({ argument: event.target.value })}
            />
          </Field>
        )
      )}
      {unchosen && response === null && <FieldError>{t("chooseFirst")}</FieldError>}
      {error && <FieldError>{error}</FieldError>}
      <Button type="submit" look="primary" aria-disabled={busy}>
        {busy ? t("waiting") : button(response ? t(response) : "…")}
      </Button>
    </form>
  );
}
