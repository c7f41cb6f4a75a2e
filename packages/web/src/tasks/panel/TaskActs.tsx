import { mayManageTemplates, mayRedact, TaskState } from "@wijkbord/schema";
import {
  ArchiveTaskDocument,
  CancelTaskDocument,
  RedactTextDocument,
  ReopenTaskDocument,
  RestoreTaskDocument,
  UnwatchTaskDocument,
  WatchTaskDocument,
} from "@wijkbord/schema/operations";
import { MoreHorizontal } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import { Menu, type MenuItem } from "../../ui/Menu.tsx";
import { showToast } from "../../ui/Toasts.tsx";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { useAct } from "../useAct.ts";
import type { Detail } from "./useDetail.ts";
import { templateWords } from "../templates/templateWords.ts";
import { viewWords } from "../views/viewWords.ts";
import { panelWords } from "./words.ts";

const KeepTemplate = lazy(() => import("../templates/KeepTemplate.tsx"));
const CopyBlock = lazy(() => import("../views/CopyBlock.tsx"));

/** The acts on a whole task that are not used every day. */
export function TaskActs({ task }: { readonly task: Detail }) {
  const t = useWords(panelWords);
  const views = useWords(viewWords);
  const templates = useWords(templateWords);
  const act = useAct();
  const { viewer } = useCoalition();
  const [asking, setAsking] = useState<"cancel" | "redact" | "copy" | "template" | null>(null);
  const input = { id: task.id, expectedVersion: task.version };
  const cancelled = task.state === TaskState.CANCELLED;
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    showToast({ text: t("copied") });
  };
  const watch: MenuItem = task.viewerWatches
    ? { key: "unwatch", label: t("unwatch"), onSelect: () => void act(UnwatchTaskDocument, { taskId: task.id }) }
    : { key: "watch", label: t("watch"), onSelect: () => void act(WatchTaskDocument, { taskId: task.id }) };
  const put: MenuItem = task.archivedAt
    ? { key: "restore", label: t("restore"), onSelect: () => void act(RestoreTaskDocument, input) }
    : { key: "archive", label: t("archive"), onSelect: () => void act(ArchiveTaskDocument, input) };
  const end: MenuItem = cancelled
    ? { key: "reopen", label: t("reopen"), onSelect: () => void act(ReopenTaskDocument, input) }
    : { key: "cancel", label: t("cancel"), onSelect: () => setAsking("cancel") };
  const redactable = task.description !== "" && mayRedact(viewer, { authorId: task.createdByMembershipId, organisationId: task.organisationId });
  const items = [
    { key: "copy", label: t("copyLink"), onSelect: () => void copy() },
    { key: "block", label: views("copy"), onSelect: () => setAsking("copy") },
    ...(mayManageTemplates(viewer) && task.visibility !== "ORGANISATION"
      ? [{ key: "template", label: templates("keepTask"), onSelect: () => setAsking("template") }]
      : []),
    watch,
    ...(task.viewerCanArchive ? [put] : []),
    ...(task.viewerCanCancel || (cancelled && task.viewerCanEdit) ? [end] : []),
    ...(redactable ? [{ key: "redact", label: t("redact"), onSelect: () => setAsking("redact") }] : []),
  ];
  const cancel = async (reason: string) => {
    const outcome = await act(CancelTaskDocument, { ...input, reason: reason || null }, { quiet: true });
    return outcome.ok ? null : outcome.text;
  };
  const redact = async (reason: string) => {
    const outcome = await act(RedactTextDocument, { targetType: "Task", targetId: task.id, field: "description", reason }, { quiet: true });
    return outcome.ok ? null : outcome.text;
  };
  return (
    <>
      <Menu className="icon-button" label={t("more")} groups={[{ items }]}>
        <MoreHorizontal size={18} aria-hidden />
      </Menu>
      {asking === "copy" && (
        <Suspense>
          <CopyBlock title={`${task.number} ${task.title}`} cards={[task]} onClose={() => setAsking(null)} />
        </Suspense>
      )}
      {asking === "template" && (
        <Suspense>
          <KeepTemplate of={{ taskId: task.id }} suggested={task.title} onClose={() => setAsking(null)} />
        </Suspense>
      )}
      {asking === "cancel" && (
        <ReasonDialog required title={t("cancelTitle")} hint={t("cancelHint")} button={t("cancel")} onConfirm={cancel} onClose={() => setAsking(null)} />
      )}
      {asking === "redact" && (
        <ReasonDialog
          required
          danger
          title={t("redactTitle")}
          hint={t("redactHint")}
          button={t("redactButton")}
          onConfirm={redact}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
