import { useScope } from "../activity/scope.ts";
import { useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { refusalLines } from "../tasks/refusals.ts";
import { outboxOf } from "./outbox.ts";
import { useWaitingWords } from "./describe.ts";
import { othersVersion, type Waiting } from "./waiting.ts";
import { useWaiting } from "./useWaiting.ts";
import { outboxWords } from "./words.ts";

/** Both versions, beside each other. */
function Versions({ waiting, theirs }: { readonly waiting: Waiting; readonly theirs: Readonly<Record<string, unknown>> }) {
  const t = useWords(outboxWords);
  const { value } = useWaitingWords();
  const show = (values: Readonly<Record<string, unknown>>) => Object.keys(theirs).map((field) => value(field, values[field]));
  return (
    <dl className="outbox-versions">
      <dt>{t("yours")}</dt>
      <dd lang="nl">{show(waiting.input).join(", ")}</dd>
      <dt>{t("theirs")}</dt>
      <dd lang="nl">{show(theirs).join(", ")}</dd>
    </dl>
  );
}

/** Why a change was not done, and the ways out. */
function Decision({ waiting }: { readonly waiting: Waiting }) {
  const t = useWords(outboxWords);
  const language = useLanguage();
  const outbox = outboxOf(useScope());
  const theirs = othersVersion(waiting);
  const { problem, id, name } = waiting;
  if (!problem) return null;
  const again = () => outbox.again(id);
  const drop = () => outbox.drop(id);
  const isConflict = problem.__typename === "VersionConflict";
  const isMove = isConflict && name === "MoveTask";
  const why = isMove ? t("movedMeanwhile") : isConflict ? t(theirs ? "bothChanged" : "otherFields") : refusalLines(problem, language).join(" ");
  return (
    <>
      <p className="outbox-why">{why}</p>
      {theirs && !isMove && <Versions waiting={waiting} theirs={theirs} />}
      <footer>
        <Button small look="primary" onClick={again}>
          {t(isMove || theirs ? "takeYours" : isConflict ? "merge" : "tryAgain")}
        </Button>
        <Button small onClick={drop}>
          {t(isMove || theirs ? "takeTheirs" : "drop")}
        </Button>
      </footer>
    </>
  );
}

/** Everything that waits on this device: in order, each to be dropped or decided about. */
export function WaitingDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(outboxWords);
  const outbox = outboxOf(useScope());
  const list = useWaiting();
  const { line } = useWaitingWords();
  return (
    <Dialog title={t("title")} onClose={onClose}>
      <p className="quiet">{t(list.length > 0 ? "hint" : "none")}</p>
      <ol className="outbox">
        {list.map((waiting) => (
          <li key={waiting.id}>
            <span lang="nl">{line(waiting)}</span>
            {waiting.problem ? (
              <Decision waiting={waiting} />
            ) : (
              <Button small aria-label={t("dropIt", { what: line(waiting) })} onClick={() => outbox.drop(waiting.id)}>
                {t("drop")}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
