import { mayAnswerLetter, mayProposeLetter, mayReleaseLetter } from "@wijkbord/schema";
import { AcceptAssignmentDocument, ProposeAssignmentDocument, ReleaseAssignmentDocument } from "@wijkbord/schema/operations";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import type { Card } from "../tasks/taskFeed.ts";
import { useAct } from "../tasks/useAct.ts";
import { announce } from "../ui/announcer.ts";
import { showToast } from "../ui/Toasts.tsx";
import { cellsOf, factsOf, letterOfKey, type LetterKey } from "./division.ts";
import { divisionWords } from "./divisionWords.ts";

interface LetterActs {
  /** Asks an organisation for a letter, or says yes when the own one was asked for it. */
  readonly set: (card: Card, organisationId: string, key: LetterKey) => Promise<boolean>;
  /** Gives back what the organisation has or was asked; says why when that is not possible. */
  readonly remove: (card: Card, organisationId: string) => Promise<boolean>;
}

/** Sets and releases letters in the division. */
export function useLetter(): LetterActs {
  const t = useWords(divisionWords);
  const act = useAct();
  const { organisations, viewer } = useCoalition();
  const refuse = (text: string): false => {
    showToast({ text, tone: "problem" });
    announce("problem", text);
    return false;
  };
  const nameOf = (id: string) => organisations.get(id)?.shortName ?? "";
  const upper = { a: "A", r: "R", s: "S", c: "C", i: "I" } as const;

  const set: LetterActs["set"] = async (card, organisationId, key) => {
    const letter = letterOfKey[key];
    const held = cellsOf(card)
      .get(organisationId)
      ?.held.find((each) => each.letter === letter);
    const organisation = nameOf(organisationId);
    const what = t(upper[key]);
    if (!mayProposeLetter(viewer)) return refuse(t("mayNotWrite"));
    if (held?.state === "ACCEPTED" || (held && !mayAnswerLetter(viewer, factsOf(held)))) return true;
    const own = organisationId === viewer.organisationId;
    const outcome = held
      ? await act(AcceptAssignmentDocument, { id: held.id, expectedVersion: held.version })
      : await act(ProposeAssignmentDocument, { taskId: card.id, organisationId, letter });
    if (outcome.ok) announce("own", t(own || key === "i" ? "nowHas" : "nowAsked", { organisation, what }));
    return outcome.ok;
  };

  const remove: LetterActs["remove"] = async (card, organisationId) => {
    const organisation = nameOf(organisationId);
    const held = cellsOf(card).get(organisationId)?.held ?? [];
    if (held.length === 0) return refuse(t("nothingToRemove", { organisation }));
    const mine = held.filter((each) => mayReleaseLetter(viewer, factsOf(each)));
    if (mine.length === 0) return refuse(t("otherHolds", { organisation }));
    for (const { id, version } of mine) {
      const outcome = await act(ReleaseAssignmentDocument, { id, expectedVersion: version });
      if (!outcome.ok) return false;
    }
    announce("own", t("nowNothing", { organisation }));
    return true;
  };
  return { set, remove };
}
