import { CombinedGraphQLErrors } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { SetMailAddressDocument, type MailLanguage, DropMailAddressDocument, SetMailLanguageDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { newId } from "../shared/ids.ts";
import { type Refusal, refusalLines } from "../tasks/refusals.ts";
import { mailAddressWords } from "./mailAddressWords.ts";
import type { MailSettings } from "./useMailSettings.ts";

type Answer = { readonly __typename: string; readonly settings: MailSettings } | Refusal;

const wasTooFast = (error: unknown) => CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.["code"] === "RATE_LIMITED");
const noCache = { fetchPolicy: "no-cache" } as const;

/** Gives, removes and speaks of the person's own mail address. Each act says whether it was done; if not, `problem` says why. */
export function useMailAddress(keep: (settings: MailSettings) => void) {
  const t = useWords(mailAddressWords);
  const language = useLanguage();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [giving] = useMutation(SetMailAddressDocument, noCache);
  const [removing] = useMutation(DropMailAddressDocument, noCache);
  const [speaking] = useMutation(SetMailLanguageDocument, noCache);

  const act = async (ask: () => Promise<Answer | undefined>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setProblem(null);
    try {
      const answer = await ask();
      if (answer && "settings" in answer) {
        keep(answer.settings);
        return true;
      }
      setProblem(answer ? refusalLines(answer, language).join(" ") : t("failed"));
    } catch (error) {
      setProblem(t(wasTooFast(error) ? "tooFast" : "failed"));
    } finally {
      setBusy(false);
    }
    return false;
  };
  return {
    problem,
    busy,
    give: (email: string, mailLanguage: MailLanguage) =>
      act(async () => (await giving({ variables: { input: { email, language: mailLanguage, clientMutationId: newId() } } })).data?.setMailAddress),
    remove: (waiting: boolean) => act(async () => (await removing({ variables: { input: { waiting } } })).data?.dropMailAddress),
    speak: (mailLanguage: MailLanguage) => act(async () => (await speaking({ variables: { input: { language: mailLanguage } } })).data?.setMailLanguage),
  };
}
