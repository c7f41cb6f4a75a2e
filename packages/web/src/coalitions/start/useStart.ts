import { CombinedGraphQLErrors } from "@apollo/client";
import { type PartnerFault, partnerFaults, startLimits } from "@wijkbord/schema";
import { StartCoalitionDocument, type StartCoalitionMutation } from "@wijkbord/schema/operations";
import { useRef, useState } from "react";
import { startClient, useSession } from "../../accounts/session.ts";
import { useLanguage } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { newId } from "../../shared/ids.ts";
import { refusalLines } from "../../tasks/refusals.ts";
import { keepStart, type StartDraft } from "./draft.ts";
import { startWords } from "./words.ts";

type Payload = Extract<StartCoalitionMutation["startCoalition"], { __typename: "StartCoalitionPayload" }>;

/** What is wrong with a form before it is sent. */
export interface StartFaults {
  readonly partners: readonly PartnerFault[];
  readonly area: boolean;
}
export const faultsOf = ({ partners, area, areaName }: StartDraft): StartFaults => ({
  partners: partnerFaults(partners),
  area: area === null && areaName.trim().length < startLimits.areaNameAtLeast,
});

const wasTooFast = (error: unknown) => CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.["code"] === "RATE_LIMITED");

/** Sends the form; what was typed stays until the coalition is there. */
export function useStart(draft: StartDraft) {
  const t = useWords(startWords);
  const language = useLanguage();
  const session = useSession();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [made, setMade] = useState<Payload | null>(null);
  // A try of which no answer came is repeated under the same name, so that one coalition comes of it.
  const attempt = useRef<{ readonly content: string; readonly id: string } | null>(null);
  const make = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const { area, areaName, partners, second, ownDevice, start } = draft;
    const input = {
      name: draft.name.trim(),
      ...(area ? { areaCode: area.code } : { areaName: areaName.trim() }),
      displayName: draft.displayName.trim() || null,
      partners: partners.map(({ name, kind, letters, colourIndex }) => ({ name: name.trim(), kind, letters: letters.trim(), colourIndex })),
      secondCoordinator: Math.min(Math.max(second, 1), partners.length - 1),
      start,
      locale: language,
      ownDevice,
    };
    const content = JSON.stringify(input);
    if (attempt.current?.content !== content) attempt.current = { content, id: newId() };
    try {
      const { data } = await startClient.mutate({
        mutation: StartCoalitionDocument,
        variables: { input: { ...input, clientMutationId: attempt.current.id } },
        fetchPolicy: "no-cache",
      });
      const answer = data?.startCoalition;
      if (answer?.__typename === "StartCoalitionPayload") {
        keepStart(null);
        setMade(answer);
        if (session.state === "in" || session.state === "out") await session.refresh();
      } else setProblem(answer ? refusalLines(answer, language).join(" ") : t("failed"));
    } catch (error) {
      setProblem(t(wasTooFast(error) ? "tooFast" : "failed"));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, made, make, setProblem };
}
