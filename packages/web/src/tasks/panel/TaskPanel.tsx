import { taskLimits } from "@wijkbord/schema";
import { UpdateTaskDocument } from "@wijkbord/schema/operations";
import { X } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useBoard, useFrame } from "../boardContext.ts";
import { AgreementsOfTask } from "../../agreements/AgreementsOf.tsx";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import { IconButton } from "../../ui/Button.tsx";
import { Badge } from "../../ui/Chip.tsx";
import { EmptyState, ErrorBlock, Skeleton } from "../../ui/States.tsx";
import { BlockedBy } from "./BlockedBy.tsx";
import { Checklist } from "./Checklist.tsx";
import { ColumnChoice } from "./ColumnChoice.tsx";
import { Comments } from "./Comments.tsx";
import { Division } from "./Division.tsx";
import { EditableText } from "./EditableText.tsx";
import { History } from "./History.tsx";
import { Internal } from "./Internal.tsx";
import { Links } from "./Links.tsx";
import { MentionText } from "./MentionText.tsx";
import { OpenPoints } from "./OpenPoints.tsx";
import { Planning } from "./Planning.tsx";
import { Related } from "./Related.tsx";
import { Section } from "./Section.tsx";
import { TaskActs } from "./TaskActs.tsx";
import { useCover } from "../../ui/useCover.ts";
import "./TaskPanel.css";
import { WaitingLines } from "../../outbox/WaitingLines.tsx";
import { useAct } from "../useAct.ts";
import { type Detail, useDetail } from "./useDetail.ts";
import { panelWords } from "./words.ts";

interface PanelBodyProps {
  readonly task: Detail;
  readonly onEditing: (editing: boolean) => void;
}

function PanelBody({ task, onEditing }: PanelBodyProps) {
  const t = useWords(panelWords);
  const act = useAct();
  const { actionLines } = useCoalition();
  const { columns } = useFrame(useBoard().store);
  const heading = useRef<HTMLHeadingElement>(null);
  const mayEdit = task.archivedAt === null && task.viewerCanEdit;
  const actionLine = task.actionLineId ? actionLines.get(task.actionLineId) : undefined;
  const save = (field: "title" | "description") => (value: string, expectedVersion: number) =>
    act(UpdateTaskDocument, { id: task.id, expectedVersion, [field]: value }, { quiet: true });
  useEffect(() => heading.current?.focus(), []);
  const text = { mayEdit, version: task.version, onEditing };
  return (
    <>
      <div className="panel-title">
        <EditableText
          {...text}
          label={t("title")}
          editLabel={t("editTitle")}
          value={task.title}
          limit={taskLimits.title}
          draftKey={`title.${task.id}`}
          save={save("title")}
        >
          <h2 ref={heading} tabIndex={-1} lang="nl">
            {task.title}
          </h2>
        </EditableText>
        {actionLine && <p className="so-that">{t("soThat", { text: actionLine.soThat.replace(/^zodat\s+/i, "") })}</p>}
        <div className="panel-marks">
          {task.archivedAt && <Badge tone="neutral">{t("archived")}</Badge>}
          {task.state === "CANCELLED" && <Badge tone="neutral">{t("cancelled")}</Badge>}
          {task.visibility === "ORGANISATION" && <Internal targetType="Task" targetId={task.id} organisationId={task.organisationId} />}
        </div>
        {task.archivedAt === null && task.state !== "CANCELLED" && <ColumnChoice task={task} />}
        {task.blockedReason && (
          <p className="notice" data-tone="warning">
            {t("waits", { reason: task.blockedReason })}
          </p>
        )}
        <WaitingLines taskId={task.id} />
        <BlockedBy task={task} mayEdit={mayEdit} />
        <OpenPoints task={task} />
      </div>
      <Division task={task} mayEdit={mayEdit} />
      <Planning task={task} mayEdit={mayEdit} />
      <Section title={t("description")}>
        <EditableText
          {...text}
          multiline
          label={t("description")}
          editLabel={t("editDescription")}
          value={task.description}
          limit={taskLimits.description}
          draftKey={`description.${task.id}`}
          save={save("description")}
        >
          {task.redactedFields?.includes("description") && task.description === "" ? (
            <p className="quiet">{t("redacted")}</p>
          ) : task.description ? (
            <MentionText text={task.description} />
          ) : (
            <p className="quiet">{t("noDescription")}</p>
          )}
        </EditableText>
      </Section>
      <Checklist task={task} mayEdit={mayEdit} />
      <Links task={task} mayEdit={mayEdit} />
      <Related task={task} mayEdit={mayEdit} />
      <AgreementsOfTask taskId={task.id}>{(title, list) => <Section title={title}>{list}</Section>}</AgreementsOfTask>
      <Comments task={task} onEditing={onEditing} />
      <History task={task} columnName={(id) => columns.find((column) => column.id === id)?.title} />
    </>
  );
}

interface TaskPanelProps {
  /** Short number, for example ZW-117. */
  readonly number: string;
  readonly onClose: () => void;
  readonly onEditing?: (taskId: string | null) => void;
}

/** Everything of one task, beside the board; over it where there is no room. */
export function TaskPanel({ number, onClose, onEditing }: TaskPanelProps) {
  const t = useWords(panelWords);
  const { task, loading, failed, reload } = useDetail(number);
  const [editing, setEditing] = useState(false);
  const taskId = task?.id;
  useEffect(() => {
    if (!editing || !taskId) return undefined;
    onEditing?.(taskId);
    return () => onEditing?.(null);
  }, [editing, taskId, onEditing]);
  const body = useCallback(() => {
    if (loading) return <Skeleton rows={5} />;
    if (failed) return <ErrorBlock onRetry={reload} />;
    if (!task) return <EmptyState title={t("gone")}>{t("goneHint")}</EmptyState>;
    return <PanelBody task={task} onEditing={setEditing} />;
  }, [loading, failed, reload, task, t]);
  useCover();
  useEffect(() => {
    if (taskId) document.querySelector(`[data-card="${taskId}"]`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [taskId]);
  return createPortal(
    <>
      <div className="panel-backdrop" role="presentation" onClick={onClose} />
      <aside
        className="task-panel"
        aria-label={task ? `${task.number} ${task.title}` : number}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.defaultPrevented) onClose();
        }}
      >
        <header className="panel-head">
          <span className="quiet">{task?.number ?? number}</span>
          <span className="panel-acts">
            {task && <TaskActs task={task} />}
            <IconButton label={t("close")} onClick={onClose}>
              <X size={18} aria-hidden />
            </IconButton>
          </span>
        </header>
        <div className="panel-scroll">{body()}</div>
      </aside>
    </>,
    document.body,
  );
}
