import type { TypedDocumentNode } from "@apollo/client";
import { useCallback } from "react";
import { useScope } from "../activity/scope.ts";
import { useLanguage } from "../language/language.ts";
import { wordsIn } from "../language/words.ts";
import { newId } from "../shared/ids.ts";
import { type Refusal, refusalLines } from "../tasks/refusals.ts";
import { showToast } from "../ui/Toasts.tsx";
import { agreementWords } from "./words.ts";

interface Payload {
  readonly __typename: string;
  readonly agreement?: { readonly id: string; readonly number: string; readonly version: number };
}
/** What became of an act: done, with the agreement it was about, or the reason in words. */
export type Outcome = { readonly ok: true; readonly number: string } | { readonly ok: false; readonly text: string; readonly problem: Refusal | null };

const problems: ReadonlySet<string> = new Set(["ValidationProblem", "NotAllowed", "NotFound", "VersionConflict", "RuleBroken"]);
const isProblem = (answer: Payload | Refusal): answer is Refusal => problems.has(answer.__typename);

export type Act = <Name extends string, Input extends { clientMutationId?: unknown }>(
  mutation: TypedDocumentNode<{ readonly [name in Name]: Payload | Refusal }, { input: Input }>,
  input: Input,
  options?: { readonly quiet?: boolean },
) => Promise<Outcome>;

/** Does one change and waits for the hub; nothing is shown as done before it answered. */
export function useAgreementAct(): Act {
  const { client } = useScope();
  const language = useLanguage();
  return useCallback<Act>(
    async (mutation, input, { quiet = false } = {}) => {
      const t = wordsIn(agreementWords, language);
      const refuse = (text: string, problem: Refusal | null): Outcome => {
        if (!quiet) showToast({ text, tone: "problem" });
        return { ok: false, text, problem };
      };
      try {
        const { data } = await client.mutate({ mutation, variables: { input: { ...input, clientMutationId: newId() } }, fetchPolicy: "no-cache" });
        const [answer] = Object.values<Payload | Refusal>(data ?? {});
        if (!answer) return refuse(t("notSaved"), null);
        if (!isProblem(answer)) return { ok: true, number: answer.agreement?.number ?? "" };
        const line = answer.__typename === "ValidationProblem" ? /^\w+:(\d+)$/.exec(answer.field)?.[1] : undefined;
        const lines = refusalLines(answer, language).join(" ");
        return refuse(line ? t("atLine", { line, text: lines }) : lines, answer);
      } catch {
        return refuse(t("notSaved"), null);
      }
    },
    [client, language],
  );
}
