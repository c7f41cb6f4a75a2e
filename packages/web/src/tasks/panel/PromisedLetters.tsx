import { mayAnswerPromise } from "@wijkbord/schema";
import { ConfirmPromisesDocument } from "@wijkbord/schema/operations";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Square } from "../../ui/Square.tsx";
import { useAct } from "../useAct.ts";
import type { Detail } from "./useDetail.ts";
import { panelWords } from "./words.ts";

/** What was said in a meeting and waits for the organisation itself (D9): drawn apart, with its yes in place. */
export function PromisedLetters({ promises }: { readonly promises: Detail["promises"] }) {
  const t = useWords(panelWords);
  const act = useAct();
  const { organisations, viewer } = useCoalition();
  if (promises.length === 0) return null;
  return (
    <div className="letter-group">
      <h4>{t("promised")}</h4>
      <ul>
        {promises.map((promise) => {
          const organisation = organisations.get(promise.organisationId);
          const name = organisation?.shortName ?? "";
          return (
            <li key={promise.id} className="letter-row" data-open>
              <Square letters={organisation?.letters ?? ""} name={name} colour={organisation?.colourIndex ?? 7} open decorative />
              <span className="letter-name">
                {organisation?.name}
                <em> · {t(promise.letter)}</em>
              </span>
              {mayAnswerPromise(viewer, promise) && (
                <span className="letter-acts">
                  <Button small look="primary" onClick={() => void act(ConfirmPromisesDocument, { meetingId: promise.meetingId, promiseIds: [promise.id] })}>
                    {t("accept", { name })}
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
