import { useDeferredValue } from "react";
import { useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { type Refusal, refusalLines } from "../tasks/refusals.ts";
import { FieldError } from "../ui/Field.tsx";
import { Skeleton } from "../ui/States.tsx";
import { ArticlesPreview } from "./ArticlesPreview.tsx";
import type { DraftSession, DraftView } from "./draftSession.ts";
import { LiveText } from "./LiveText.tsx";
import { PrivacyWarning } from "./PrivacyWarning.tsx";
import { agreementWords } from "./words.ts";
import { Writers } from "./Writers.tsx";
import { writingWords } from "./writingWords.ts";

/** Why the hub did not take the text, with the line it is about. */
export function useTextProblem(): (problem: Refusal) => string {
  const t = useWords(agreementWords);
  const language = useLanguage();
  return (problem) => {
    const line = problem.__typename === "ValidationProblem" ? /^\w+:(\d+)$/.exec(problem.field)?.[1] : undefined;
    const text = refusalLines(problem, language).join(" ");
    return line ? t("atLine", { line, text }) : text;
  };
}

/** The text of a draft, written by several people at once: who writes, the text, whether it is saved, and how it reads. */
export function LiveEditor({ session, view }: { readonly session: DraftSession; readonly view: DraftView }) {
  const t = useWords(writingWords);
  const say = useTextProblem();
  const shown = useDeferredValue(view.text);
  const { document, cursors, state, problem } = view;
  return (
    <div className="text-editor">
      <div className="live-editor">
        <h2 className="live-label">{t("text")}</h2>
        <Writers cursors={cursors} membershipId={session.scope.membershipId} />
        {document ? <LiveText session={session} document={document} cursors={cursors} /> : <Skeleton rows={1} height={320} />}
        <p className="field-hint">{t("textHint")}</p>
        <p className="draft-state" role="status" data-state={state}>
          {t(`draft_${state}`)}
        </p>
        {problem && <FieldError>{say(problem)}</FieldError>}
        <PrivacyWarning text={shown} />
      </div>
      <ArticlesPreview text={shown} />
    </div>
  );
}
