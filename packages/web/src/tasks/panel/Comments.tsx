import { mayRedact, replaceMentions, taskLimits } from "@wijkbord/schema";
import { AddCommentDocument, EditCommentDocument, RedactTextDocument, RemoveCommentDocument } from "@wijkbord/schema/operations";
import { MoreHorizontal } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { ago, fullMoment } from "../../language/dates.ts";
import { useLanguage } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { MentionList } from "../../notifications/MentionList.tsx";
import { Button } from "../../ui/Button.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { Circle, Square } from "../../ui/Square.tsx";
import { clearDraft, keepDraft, readDraft } from "./drafts.ts";
import { Internal } from "./Internal.tsx";
import { MentionText } from "./MentionText.tsx";
import { PrivacyWarning } from "./PrivacyWarning.tsx";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { Section } from "./Section.tsx";
import { useAct } from "../useAct.ts";
import type { Detail } from "./useDetail.ts";
import { WhoReads } from "./WhoReads.tsx";
import { panelWords } from "./words.ts";

type Comment = Detail["comments"][number];

function EditComment({ comment, onDone }: { readonly comment: Comment; readonly onDone: () => void }) {
  const t = useWords(panelWords);
  const act = useAct();
  const [text, setText] = useState(comment.text);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await act(EditCommentDocument, { id: comment.id, text })).ok) onDone();
  };
  return (
    <form className="editing" onSubmit={(event) => void submit(event)}>
      <textarea
        className="input"
        autoFocus
        aria-label={t("editComment")}
        rows={3}
        value={text}
        maxLength={taskLimits.comment}
        onChange={(event) => setText(event.target.value)}
      />
      <PrivacyWarning text={text} />
      <footer>
        <Button small type="submit" look="primary">
          {t("save")}
        </Button>
        <Button small onClick={onDone}>
          {t("stop")}
        </Button>
      </footer>
    </form>
  );
}

function CommentRow({ comment }: { readonly comment: Comment }) {
  const t = useWords(panelWords);
  const act = useAct();
  const language = useLanguage();
  const { organisations, viewer } = useCoalition();
  const [mode, setMode] = useState<"read" | "edit" | "redact">("read");
  const organisation = organisations.get(comment.organisationId);
  const name = comment.membershipId ? (comment.authorName ?? t("unknownPerson")) : t("imported", { name: comment.authorName ?? t("unknownPerson") });
  const own = comment.membershipId === viewer.membershipId;
  const gone = comment.removedAt !== null || comment.redactedFields?.includes("text");
  const moment = new Date(comment.createdAt);
  const items = [
    ...(own ? [{ key: "edit", label: t("editComment"), onSelect: () => setMode("edit") }] : []),
    ...(own ? [{ key: "remove", label: t("removeComment"), onSelect: () => void act(RemoveCommentDocument, { id: comment.id }) }] : []),
    ...(mayRedact(viewer, { authorId: comment.membershipId, organisationId: comment.organisationId })
      ? [{ key: "redact", label: t("redact"), onSelect: () => setMode("redact") }]
      : []),
  ];
  const redact = async (reason: string) => {
    const outcome = await act(RedactTextDocument, { targetType: "Comment", targetId: comment.id, field: "text", reason }, { quiet: true });
    return outcome.ok ? null : outcome.text;
  };
  return (
    <li className="comment" data-internal={comment.visibility === "ORGANISATION" || undefined}>
      <Circle name={name} colour={organisation?.colourIndex ?? 7} decorative />
      <div>
        <header>
          <b>{name}</b>
          {organisation && <Square letters={organisation.letters} name={organisation.name} colour={organisation.colourIndex} size="s" />}
          <time className="quiet" dateTime={comment.createdAt} title={fullMoment(moment, language)}>
            {ago(moment, language, new Date())}
            {comment.editedAt && !gone && ` · ${t("edited")}`}
          </time>
          {!gone && items.length > 0 && (
            <Menu className="icon-button" label={t("commentMenu", { name })} groups={[{ items }]}>
              <MoreHorizontal size={16} aria-hidden />
            </Menu>
          )}
        </header>
        {mode === "edit" ? (
          <EditComment comment={comment} onDone={() => setMode("read")} />
        ) : gone ? (
          <p className="quiet">{t(comment.removedAt ? "removedComment" : "redacted")}</p>
        ) : (
          <MentionText text={comment.text} />
        )}
        {!gone && comment.visibility === "ORGANISATION" && <Internal targetType="Comment" targetId={comment.id} organisationId={comment.organisationId} />}
      </div>
      {mode === "redact" && (
        <ReasonDialog
          required
          danger
          title={t("redactTitle")}
          hint={t("redactHint")}
          button={t("redactButton")}
          onConfirm={redact}
          onClose={() => setMode("read")}
        />
      )}
    </li>
  );
}

/** What was said about the task, and a place to say more: to all partners, or as an internal note. */
export function Comments({ task, onEditing }: { readonly task: Detail; readonly onEditing: (editing: boolean) => void }) {
  const t = useWords(panelWords);
  const act = useAct();
  const draftKey = `comment.${task.id}`;
  const [text, setText] = useState(() => readDraft(draftKey) ?? "");
  const field = useRef<HTMLTextAreaElement>(null);
  const [internal, setInternal] = useState(false);
  const isInternal = internal || task.visibility === "ORGANISATION";
  const write = (value: string) => {
    setText(value);
    keepDraft(draftKey, value);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    const outcome = await act(AddCommentDocument, { taskId: task.id, text, visibility: isInternal ? "ORGANISATION" : "COALITION" });
    if (!outcome.ok) return;
    setText("");
    clearDraft(draftKey);
  };
  return (
    <Section title={t("comments")}>
      {task.comments.length === 0 && <p className="quiet">{t("noComments")}</p>}
      <ul className="comments">
        {task.comments.map((comment) => (
          <CommentRow key={comment.id} comment={comment} />
        ))}
      </ul>
      <form className="say" data-internal={isInternal || undefined} onSubmit={(event) => void submit(event)}>
        <textarea
          ref={field}
          className="input"
          rows={2}
          aria-label={t(isInternal ? "notePlaceholder" : "commentPlaceholder")}
          placeholder={t(isInternal ? "notePlaceholder" : "commentPlaceholder")}
          value={text}
          maxLength={taskLimits.comment}
          onFocus={() => onEditing(true)}
          onBlur={() => onEditing(false)}
          onChange={(event) => write(event.target.value)}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
          }}
        />
        <MentionList text={text} field={field} internal={isInternal} onChange={write} />
        <PrivacyWarning text={replaceMentions(text, (name) => name)} />
        <footer>
          {task.visibility !== "ORGANISATION" && <WhoReads internal={internal} onChange={setInternal} />}
          <Button small type="submit" look="primary">
            {t("place")}
          </Button>
        </footer>
      </form>
    </Section>
  );
}
