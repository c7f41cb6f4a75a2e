import type { TypedDocumentNode } from "@apollo/client";
import type { CardFragment } from "@wijkbord/schema/operations";
import { useCallback } from "react";
import { useScope } from "../activity/scope.ts";
import { useLanguage } from "../language/language.ts";
import { wordsIn } from "../language/words.ts";
import { newId } from "../shared/ids.ts";
import { showToast } from "../ui/Toasts.tsx";
import { outboxOf } from "../outbox/outbox.ts";
import { outboxWords } from "../outbox/words.ts";
import type { Refusal } from "./refusals.ts";
import { feedOf } from "./taskFeed.ts";
import { taskWords } from "./words.ts";

interface Payload {
  readonly __typename: string;
  readonly task?: CardFragment | null;
}
/** What became of an act: done, or the problem with its sentence. */
export type Outcome =
  | { readonly ok: true; /** Names the event of the change, once the log brings it. */ readonly clientMutationId?: string }
  | { readonly ok: false; readonly text: string; readonly problem: Refusal | null };

const problems: ReadonlySet<string> = new Set(["ValidationProblem", "NotAllowed", "NotFound", "VersionConflict", "RuleBroken"]);
const isProblem = (answer: Payload | Refusal): answer is Refusal => problems.has(answer.__typename);

export type Act = <Name extends string, Input extends { clientMutationId?: unknown }>(
  mutation: TypedDocumentNode<{ readonly [name in Name]: Payload | Refusal }, { input: Input }>,
  input: Input,
  options?: { readonly quiet?: boolean },
) => Promise<Outcome>;

/** Does one change: writes what comes back, or says why not. Without a connection, what may wait is kept and sent later. */
export function useAct(): Act {
  const scope = useScope();
  const language = useLanguage();
  return useCallback<Act>(
    async (mutation, input, { quiet = false } = {}) => {
      const refuse = (text: string, problem: Refusal | null): Outcome => {
        if (!quiet) showToast({ text, tone: "problem" });
        return { ok: false, text, problem };
      };
      const outbox = outboxOf(scope);
      const sent = { ...input, clientMutationId: newId() };
      const wait = (error: unknown): Outcome | null => {
        if (!outbox.keep(mutation, sent, error)) return null;
        showToast({ text: wordsIn(outboxWords, language)("kept") });
        return { ok: true };
      };
      const inLine = outbox.isInLine(mutation) ? wait(null) : null;
      if (inLine) return inLine;
      try {
        const { data } = await scope.client.mutate({ mutation, variables: { input: sent }, fetchPolicy: "no-cache" });
        const [answer] = Object.values<Payload | Refusal>(data ?? {});
        if (!answer) return refuse(wordsIn(taskWords, language)("notSaved"), null);
        if (isProblem(answer)) return refuse((await import("./refusals.ts")).refusalLines(answer, language).join(" "), answer);
        if (answer.task) feedOf(scope).take([answer.task]);
        return { ok: true, clientMutationId: sent.clientMutationId };
      } catch (error) {
        return wait(error) ?? refuse(wordsIn(taskWords, language)("notSaved"), null);
      }
    },
    [scope, language],
  );
}
