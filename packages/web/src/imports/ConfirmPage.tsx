import { useQuery } from "@apollo/client/react";
import { mayWrite, taskLimits } from "@wijkbord/schema";
import { ConfirmImportedDocument, ImportedProposalsDocument, type ImportedProposalsQuery } from "@wijkbord/schema/operations";
import { useState } from "react";
import { Link, useParams } from "../shared/router.tsx";
import { NotHerePage } from "../accounts/NotHerePage.tsx";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import "../areas/NeighbourhoodPage.css";
import { neighbourhoodAt } from "../coalitions/addresses.ts";
import { type BoardEntry, boardPath, taskPath, useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { taskWords } from "../tasks/words.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { ErrorBlock, Skeleton } from "../ui/States.tsx";
import { showToast } from "../ui/Toasts.tsx";
import "./ConfirmPage.css";
import { importWords } from "./words.ts";

type Proposals = ImportedProposalsQuery["importedProposals"][number];

interface ProposalListProps {
  readonly proposals: Proposals;
  readonly onDone: () => void;
}

function ProposalList({ proposals, onDone }: ProposalListProps) {
  const t = useWords(importWords);
  const w = useWords(taskWords);
  const act = useAct();
  const path = usePath();
  const coalition = useCoalition();
  const { viewer, hat } = coalition;
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const organisation = hat.organisation.shortName;
  const letters = { ACCOUNTABLE: "trektProposed", RESPONSIBLE: "doetProposed", SUPPORT: "helptProposed" } as const;
  const set = (id: string, isWrong: boolean) => setWrong((before) => (isWrong ? new Set([...before, id]) : new Set([...before].filter((each) => each !== id))));
  const counts = { yes: proposals.tasks.length - wrong.size, no: wrong.size };
  const confirm = async () => {
    setBusy(true);
    const chosen = wrong.size === 0 ? null : proposals.tasks.map(({ id }) => id).filter((id) => !wrong.has(id));
    const input = { boardId: proposals.board.id, taskIds: chosen, declineTaskIds: [...wrong], reason: reason.trim() || null };
    const outcome = await act(ConfirmImportedDocument, input);
    setBusy(false);
    if (!outcome.ok) return;
    showToast({ text: t("confirmed", { yes: wrong.size === 0 ? proposals.total : counts.yes, no: counts.no }) });
    setWrong(new Set());
    onDone();
  };
  return (
    <>
      <p className="confirm-lead">{t("lead", { organisation })}</p>
      <ul className="proposals">
        {proposals.tasks.map((task) => {
          const own = task.assignments.filter(({ organisationId, state }) => organisationId === viewer.organisationId && state === "PROPOSED");
          return (
            <li key={task.id} data-wrong={wrong.has(task.id) || undefined}>
              <span className="quiet digits">{task.number}</span>
              <Link to={path(taskPath(coalition, task.number))}>{task.title}</Link>
              <small className="quiet">
                {own
                  .map(({ letter }) => (letter in letters ? w(letters[letter as keyof typeof letters], { organisation }) : null))
                  .filter(Boolean)
                  .join(" · ")}
              </small>
              <fieldset disabled={!mayWrite(viewer)}>
                <legend className="hidden-text">{t("answerFor", { number: task.number, title: task.title })}</legend>
                <label>
                  <input type="radio" name={task.id} checked={!wrong.has(task.id)} onChange={() => set(task.id, false)} />
                  {t("right")}
                </label>
                <label>
                  <input type="radio" name={task.id} checked={wrong.has(task.id)} onChange={() => set(task.id, true)} />
                  {t("notRight")}
                </label>
              </fieldset>
            </li>
          );
        })}
      </ul>
      {proposals.total > proposals.tasks.length && <p className="quiet">{t("more")}</p>}
      {wrong.size > 0 && (
        <Field label={t("reason")} hint={t("reasonHint")}>
          <input value={reason} maxLength={taskLimits.reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      )}
      <footer className="confirm-bar">
        {mayWrite(viewer) ? (
          <Button look="primary" disabled={busy} onClick={() => void confirm()}>
            {wrong.size === 0 ? t("confirmAll", { organisation }) : t("confirmChosen", { ...counts, organisation })}
          </Button>
        ) : (
          <p>{t("mayNot", { organisation })}</p>
        )}
      </footer>
    </>
  );
}

function Proposed({ board }: { readonly board: BoardEntry }) {
  const t = useWords(importWords);
  const path = usePath();
  const coalition = useCoalition();
  const { data, error, refetch } = useQuery(ImportedProposalsDocument, { variables: { coalitionId: coalition.id }, fetchPolicy: "cache-and-network" });
  const proposals = data?.importedProposals.find((entry) => entry.board.id === board.id);
  const count = proposals?.total ?? 0;
  const heading = usePageTitle(data ? t("title", { count }) : null);
  const toBoard = (
    <Link className="button" to={path(boardPath(coalition, board))}>
      {t("toBoard")}
    </Link>
  );
  if (error && !data) return <ErrorBlock onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={5} height={52} />;
  if (!proposals || count === 0) {
    return (
      <>
        <div className="page-heading">
          <h1 ref={heading} tabIndex={-1}>
            {t("none", { organisation: coalition.hat.organisation.shortName })}
          </h1>
          {toBoard}
        </div>
        <p className="quiet">{t("noneHint")}</p>
      </>
    );
  }
  return (
    <>
      <div className="page-heading">
        <h1 ref={heading} tabIndex={-1}>
          {t("title", { count })}
        </h1>
        {toBoard}
      </div>
      <ProposalList proposals={proposals} onDone={() => void refetch()} />
    </>
  );
}

/** What stands on the name of the own organisation after an import: one act confirms it. */
export function ConfirmPage() {
  const { area = "" } = useParams();
  const board = neighbourhoodAt(area, useCoalition().boards);
  if (!board) return <NotHerePage />;
  return (
    <div className="plain-page">
      <Proposed board={board} />
    </div>
  );
}
