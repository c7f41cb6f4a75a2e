import { AssignmentState, Letter, mayAnswerLetter, mayProposeLetter, mayReleaseLetter } from "@wijkbord/schema";
import {
  AcceptAssignmentDocument,
  DeclineAssignmentDocument,
  NameAssigneeDocument,
  PickUpTaskDocument,
  ReleaseAssignmentDocument,
  UpdateTaskDocument,
} from "@wijkbord/schema/operations";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Circle, Square } from "../../ui/Square.tsx";
import { PromisedLetters } from "./PromisedLetters.tsx";
import { AskPartner } from "./AskPartner.tsx";
import { LiveCheck, LiveSelect } from "./LiveControls.tsx";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { Section } from "./Section.tsx";
import { type Outcome, useAct } from "../useAct.ts";
import type { Detail } from "./useDetail.ts";
import { panelWords } from "./words.ts";

type Assignment = Detail["assignments"][number];
const order = [Letter.ACCOUNTABLE, Letter.RESPONSIBLE, Letter.SUPPORT, Letter.CONSULTED, Letter.INFORMED];

function PersonOf({ assignment }: { readonly assignment: Assignment }) {
  const t = useWords(panelWords);
  const act = useAct();
  const { members, organisations, viewer } = useCoalition();
  const colour = organisations.get(assignment.organisationId)?.colourIndex ?? 7;
  const named = assignment.membershipId ? members.get(assignment.membershipId) : undefined;
  if (assignment.organisationId !== viewer.organisationId || assignment.state !== AssignmentState.ACCEPTED) {
    return named ? (
      <span className="letter-person">
        <Circle name={named.displayName} colour={colour} size="s" decorative /> {named.displayName}
      </span>
    ) : null;
  }
  const colleagues = [...members.values()].filter(({ organisationId }) => organisationId === viewer.organisationId);
  return (
    <LiveSelect
      className="letter-person input"
      aria-label={t("namePerson")}
      value={assignment.membershipId ?? ""}
      send={(id) => act(NameAssigneeDocument, { id: assignment.id, expectedVersion: assignment.version, membershipId: id || null })}
    >
      <option value="">{t("nobodySpecial")}</option>
      {colleagues.map(({ id, displayName }) => (
        <option key={id} value={id}>
          {displayName}
        </option>
      ))}
    </LiveSelect>
  );
}

function LetterRow({ assignment }: { readonly assignment: Assignment }) {
  const t = useWords(panelWords);
  const act = useAct();
  const { organisations, viewer } = useCoalition();
  const [asking, setAsking] = useState<"decline" | "release" | null>(null);
  const organisation = organisations.get(assignment.organisationId);
  const name = organisation?.shortName ?? "";
  const facts = { ...assignment, letter: Letter[assignment.letter], state: AssignmentState[assignment.state] };
  const proposed = facts.state === AssignmentState.PROPOSED;
  const own = assignment.organisationId === viewer.organisationId;
  const mayAnswer = mayAnswerLetter(viewer, facts);
  const input = { id: assignment.id, expectedVersion: assignment.version };
  const refusalOf = async (done: Promise<Outcome>) => {
    const outcome = await done;
    return outcome.ok ? null : outcome.text;
  };
  const declinable = own && facts.letter === Letter.INFORMED;
  return (
    <li className="letter-row" data-open={proposed || undefined}>
      <Square letters={organisation?.letters ?? ""} name={name} colour={organisation?.colourIndex ?? 7} open={proposed} decorative />
      <span className="letter-name">
        {organisation?.name}
        {proposed && <em> · {t("askedBy", { name: organisations.get(assignment.proposedByOrganisationId ?? "")?.shortName ?? t("system") })}</em>}
        {assignment.note && <small>{assignment.note}</small>}
      </span>
      <PersonOf assignment={assignment} />
      <span className="letter-acts">
        {proposed && mayAnswer && (
          <>
            <Button small look="primary" onClick={() => void act(AcceptAssignmentDocument, input)}>
              {t("accept", { name })}
            </Button>
            <Button small onClick={() => setAsking("decline")}>
              {t("decline")}
            </Button>
          </>
        )}
        {proposed && !mayAnswer && mayReleaseLetter(viewer, facts) && (
          <Button small look="quiet" onClick={() => void act(ReleaseAssignmentDocument, input)}>
            {t("withdraw")}
          </Button>
        )}
        {!proposed && mayAnswer && (
          <Button small look="quiet" onClick={() => setAsking(declinable ? "decline" : "release")}>
            {t(declinable ? "decline" : "release")}
          </Button>
        )}
      </span>
      {asking === "decline" && (
        <ReasonDialog
          title={t("declineTitle")}
          hint={t("declineHint")}
          button={t("declineButton", { name })}
          onConfirm={(reason) => refusalOf(act(DeclineAssignmentDocument, { ...input, reason: reason || null }, { quiet: true }))}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === "release" && (
        <ReasonDialog
          title={t("releaseTitle")}
          hint={t("releaseHint")}
          button={t("releaseButton", { name })}
          onConfirm={(reason) => refusalOf(act(ReleaseAssignmentDocument, { ...input, reason: reason || null }, { quiet: true }))}
          onClose={() => setAsking(null)}
        />
      )}
    </li>
  );
}

/** Which organisation trekt, doet, helpt, denkt mee, weet ervan; asked and accepted look different. */
export function Division({ task, mayEdit }: { readonly task: Detail; readonly mayEdit: boolean }) {
  const t = useWords(panelWords);
  const act = useAct();
  const { viewer } = useCoalition();
  const [asking, setAsking] = useState(false);
  const groups = order
    .map((letter) => ({ letter, rows: task.assignments.filter((assignment) => assignment.letter === letter) }))
    .filter(({ rows }) => rows.length > 0);
  const said = task.promises.some(({ letter }) => letter === "ACCOUNTABLE");
  const led = task.assignments.some(({ letter, state }) => letter === "ACCOUNTABLE" && state === "ACCEPTED");
  const mayAsk = mayProposeLetter(viewer);
  return (
    <Section
      title={t("division")}
      action={
        mayAsk && (
          <Button small look="quiet" aria-expanded={asking} onClick={() => setAsking(!asking)}>
            <UserPlus size={15} aria-hidden />
            {t("ask")}
          </Button>
        )
      }
    >
      {asking && <AskPartner task={task} onDone={() => setAsking(false)} />}
      {!led && (
        <div className="nobody-leads">
          <p>{t(said ? "onlySaid" : "nobodyLeads")}</p>
          {mayAsk && (
            <Button small look="primary" onClick={() => void act(PickUpTaskDocument, { id: task.id, expectedVersion: task.version })}>
              {t("pickUp")}
            </Button>
          )}
        </div>
      )}
      {groups.map(({ letter, rows }) => (
        <div key={letter} className="letter-group">
          <h4>{t(letter)}</h4>
          <ul>
            {rows.map((assignment) => (
              <LetterRow key={assignment.id} assignment={assignment} />
            ))}
          </ul>
        </div>
      ))}
      <PromisedLetters promises={task.promises} />
      <label className="check-line">
        <LiveCheck
          checked={task.allInformed}
          disabled={!mayEdit}
          send={(allInformed) => act(UpdateTaskDocument, { id: task.id, expectedVersion: task.version, allInformed })}
        />
        {t("allInformed")}
      </label>
    </Section>
  );
}
