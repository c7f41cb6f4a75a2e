import { mayProposeLetter, mayReleaseLetter } from "@wijkbord/schema";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import type { Card } from "../tasks/taskFeed.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { cellsOf, factsOf, letterKeys } from "./division.ts";
import { divisionWords } from "./divisionWords.ts";
import { LetterMark } from "./LetterMark.tsx";
import { useLetter } from "./useLetter.ts";

interface LetterDialogProps {
  readonly card: Card;
  readonly organisationId: string;
  readonly onClose: () => void;
}
const upper = { a: "A", r: "R", s: "S", c: "C", i: "I" } as const;

/** Chooses what one organisation does on a task, for who does not use the keys. */
export function LetterDialog({ card, organisationId, onClose }: LetterDialogProps) {
  const t = useWords(divisionWords);
  const letters = useLetter();
  const { organisations, viewer } = useCoalition();
  const organisation = organisations.get(organisationId)?.shortName ?? "";
  const cell = cellsOf(card).get(organisationId);
  const own = organisationId === viewer.organisationId;
  const removable = cell?.held.some((held) => mayReleaseLetter(viewer, factsOf(held))) ?? false;
  const after = async (done: Promise<boolean>) => {
    if (await done) onClose();
  };
  return (
    <Dialog
      title={t("chooseTitle", { organisation, number: card.number })}
      onClose={onClose}
      actions={removable && <Button onClick={() => void after(letters.remove(card, organisationId))}>{t("remove")}</Button>}
    >
      <p lang="nl">{card.title}</p>
      {mayProposeLetter(viewer) ? (
        <ul className="letter-choice">
          {letterKeys.map((key) => {
            const asked = own && cell?.held.some(({ letter, state }) => state === "PROPOSED" && letter.startsWith(upper[key]));
            return (
              <li key={key}>
                <button
                  type="button"
                  aria-pressed={cell?.letter.includes(upper[key]) ?? false}
                  onClick={() => void after(letters.set(card, organisationId, key))}
                >
                  <LetterMark letter={upper[key]} asked={cell?.letter.includes(upper[key]) && cell.asked} />
                  {t("set", { letter: upper[key], what: t(upper[key]) })}
                  {asked && <small>{t("yes", { organisation })}</small>}
                </button>
              </li>
            );
          })}
        </ul>
      ) : (
        <p>{t("mayNotWrite")}</p>
      )}
      <p className="quiet">{t(own ? "ownHint" : "otherHint", { organisation })}</p>
    </Dialog>
  );
}
