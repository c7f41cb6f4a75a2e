import { mayAnswerLetter } from "@wijkbord/schema";
import { AcceptAssignmentDocument, PickUpTaskDocument } from "@wijkbord/schema/operations";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { factsOf } from "../roles/division.ts";
import type { Card } from "../tasks/taskFeed.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { Square } from "../ui/Square.tsx";
import { useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

/** Who does what on a task; promises stand apart, and the own organisation says yes in place. */
export function Letters({ card }: { readonly card: Card }) {
  const t = useWords(meetingWords);
  const act = useAct();
  const { organisations, viewer, hat } = useCoalition();
  const { promises } = useOpenMeeting();
  const nameOf = (id: string) => organisations.get(id)?.shortName ?? "";
  const live = card.assignments.filter(({ state, letter }) => (state === "ACCEPTED" || state === "PROPOSED") && letter !== "INFORMED");
  const said = promises.filter(({ taskId, state }) => taskId === card.id && state === "OPEN");
  const asked = live.find((letter) => letter.state === "PROPOSED" && mayAnswerLetter(viewer, factsOf(letter)));
  const led = live.some(({ letter, state }) => letter === "ACCOUNTABLE" && state === "ACCEPTED");
  return (
    <div className="point-letters">
      {live.length + said.length === 0 && <p className="quiet">{t("nobodyYet")}</p>}
      <ul>
        {live.map(({ id, organisationId, letter, state }) => (
          <li key={id}>
            <Square
              letters={organisations.get(organisationId)?.letters ?? ""}
              name={nameOf(organisationId)}
              colour={organisations.get(organisationId)?.colourIndex ?? 7}
              open={state === "PROPOSED"}
              decorative
            />
            <span>{t(state === "PROPOSED" ? "isAsked" : "does", { name: nameOf(organisationId), what: t(letter) })}</span>
          </li>
        ))}
        {said.map(({ id, organisationId, letter }) => (
          <li key={id} data-promised>
            <Square
              letters={organisations.get(organisationId)?.letters ?? ""}
              name={nameOf(organisationId)}
              colour={organisations.get(organisationId)?.colourIndex ?? 7}
              open
              decorative
            />
            <span>{t("promised", { name: nameOf(organisationId), what: t(letter) })}</span>
          </li>
        ))}
      </ul>
      {asked && (
        <Button look="primary" onClick={() => void act(AcceptAssignmentDocument, { id: asked.id, expectedVersion: asked.version })}>
          {t("yesFor", { name: hat.organisation.shortName })}
        </Button>
      )}
      {!asked && !led && (
        <Button onClick={() => void act(PickUpTaskDocument, { id: card.id, expectedVersion: card.version })}>
          {t("weLead", { name: hat.organisation.shortName })}
        </Button>
      )}
    </div>
  );
}
