import { useWords } from "../language/words.ts";
import { useWaitingWords } from "./describe.ts";
import { useWaiting } from "./useWaiting.ts";
import { WaitingOpener } from "./WaitingButton.tsx";
import { outboxWords } from "./words.ts";

/** What waits for one task, shown where the task is open. */
export function WaitingLines({ taskId }: { readonly taskId: string }) {
  const t = useWords(outboxWords);
  const list = useWaiting().filter((each) => each.taskId === taskId);
  const { line } = useWaitingWords();
  if (list.length === 0) return null;
  return (
    <div className="notice outbox-lines" data-tone="warning">
      <ul lang="nl">
        {list.map((waiting) => (
          <li key={waiting.id}>{line(waiting)}</li>
        ))}
      </ul>
      <WaitingOpener hasProblem={list.some(({ problem }) => problem !== null)}>{t("look")}</WaitingOpener>
    </div>
  );
}
