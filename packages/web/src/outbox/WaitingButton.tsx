import { CloudUpload } from "lucide-react";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { useScope } from "../activity/scope.ts";
import { useWords } from "../language/words.ts";
import { later } from "../shared/later.tsx";
import { showToast } from "../ui/Toasts.tsx";
import "./Outbox.css";
import { outboxOf } from "./outbox.ts";
import { useWaiting } from "./useWaiting.ts";
import { outboxWords } from "./words.ts";

const WaitingDialog = later(async () => (await import("./WaitingDialog.tsx")).WaitingDialog);

/** Opens everything that waits. */
export function WaitingOpener({ children, hasProblem = false }: { readonly children: ReactNode; readonly hasProblem?: boolean }) {
  const outbox = outboxOf(useScope());
  return (
    <button type="button" className="outbox-button" data-problem={hasProblem || undefined} onClick={() => outbox.open(true)}>
      <CloudUpload size={15} aria-hidden />
      {children}
    </button>
  );
}

/** Says how many changes wait and how they fared, and opens them; nothing when all is on the board. */
export function WaitingButton() {
  const t = useWords(outboxWords);
  const outbox = outboxOf(useScope());
  const list = useWaiting();
  useEffect(
    () =>
      outbox.onReplayed(({ done, problems }) => {
        if (problems > 0) showToast({ text: t("someFailed", { count: problems }), tone: "problem" });
        else showToast({ text: t("sent", { count: done }) });
      }),
    [outbox, t],
  );
  const isOpen = useSyncExternalStore(outbox.subscribe, outbox.isOpen);
  const failed = list.filter(({ problem }) => problem !== null).length;
  return (
    <>
      {list.length > 0 && (
        <WaitingOpener hasProblem={failed > 0}>{failed > 0 ? t("decide", { count: failed }) : t("waits", { count: list.length })}</WaitingOpener>
      )}
      {isOpen && <WaitingDialog onClose={() => outbox.open(false)} />}
    </>
  );
}

/** Marks a card that has changes waiting. */
export function WaitingTag({ taskId }: { readonly taskId: string }) {
  const t = useWords(outboxWords);
  const waits = useWaiting().some((each) => each.taskId === taskId);
  return waits ? <span className="card-tag outbox-tag">{t("onCard")}</span> : null;
}
