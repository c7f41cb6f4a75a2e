import { useFragment } from "@apollo/client/react";
import { mayEditFields, mayWrite, TaskState } from "@wijkbord/schema";
import { CardFragmentDoc } from "@wijkbord/schema/operations";
import { ArrowRightLeft, Check, CircleCheck, Clock, Flag, ListChecks, Lock, MessageSquare, Pencil, UserRound } from "lucide-react";
import { lazy, memo, Suspense, useLayoutEffect, useRef } from "react";
import { Link, useLocation } from "../shared/router.tsx";
import { taskPath, useCoalition } from "../coalitions/coalition.ts";
import { daysBetween, longDay, shortDay } from "../language/dates.ts";
import { useToday } from "../language/now.ts";
import { useLanguage, usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { useEditor } from "../presence/Presence.tsx";
import { presenceWords } from "../presence/words.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { useBoard, useFrame, useMark } from "./boardContext.ts";
import { CardLetters } from "./CardLetters.tsx";
import { CardNotice } from "./CardNotice.tsx";
import { lettersOf, trekkerOf } from "./filters.ts";
import "./TaskCard.css";
import type { Card } from "./taskFeed.ts";
import { useCardDrag } from "./useCardDrag.ts";
import { WaitingTag } from "../outbox/WaitingButton.tsx";
import { taskWords } from "./words.ts";

const InlineEditor = lazy(() => import("./views/InlineEditor.tsx"));

function DueDate({ card }: { readonly card: Card }) {
  const t = useWords(taskWords);
  const language = useLanguage();
  const today = useToday();
  if (!card.dueOn) return null;
  const left = daysBetween(today, card.dueOn);
  const day = longDay(card.dueOn, language, today);
  if (card.state === TaskState.DONE) return <span title={t("due", { day })}>{shortDay(card.dueOn, language, today)}</span>;
  if (left < 0) {
    return (
      <span className="card-late" title={t("lateSince", { day })}>
        {t("late")}
      </span>
    );
  }
  return (
    <span className={left <= 5 ? "card-soon" : undefined} title={t("due", { day })}>
      {shortDay(card.dueOn, language, today)}
    </span>
  );
}

function CardMeta({ card }: { readonly card: Card }) {
  const t = useWords(taskWords);
  const language = useLanguage();
  const { themes, organisations } = useCoalition();
  const theme = themes.get(card.themeId ?? "");
  return (
    <div className="card-meta">
      <span className="digits">{card.number}</span>
      {theme && <span className="card-theme">{language === "nl" ? theme.nameNl : theme.nameEn}</span>}
      <span className="card-side">
        {card.visibility === "ORGANISATION" && (
          <span className="card-internal" title={t("internal", { organisation: organisations.get(card.organisationId)?.shortName ?? "" })}>
            <Lock size={13} role="img" aria-label={t("internal", { organisation: organisations.get(card.organisationId)?.shortName ?? "" })} />
          </span>
        )}
        {card.priority === "HIGH" && <Flag size={13} className="card-high" role="img" aria-label={t("high")} />}
        <DueDate card={card} />
      </span>
    </div>
  );
}

function CardWhy({ card }: { readonly card: Card }) {
  const t = useWords(taskWords);
  const { organisations } = useCoalition();
  const nameOf = (id: string | null) => organisations.get(id ?? "")?.shortName ?? "";
  const byCode = Map.groupBy(card.openPoints, ({ code }) => code);
  const points = [...byCode].map(([code, same]) => t(code, { organisation: same.map(({ objectId }) => nameOf(objectId)).join(t("and")) }));
  return (
    <>
      {card.state === TaskState.BLOCKED && card.blockedReason && (
        <p className="card-why" data-tone="warning">
          <Clock size={14} aria-hidden />
          <span>{card.blockedReason}</span>
        </p>
      )}
      {points.length > 0 && (
        <p className="card-why">
          <ListChecks size={14} aria-hidden />
          <span>
            <b>{t("toArrange")}</b> {points.join(", ")}
          </span>
        </p>
      )}
      {card.importedNames.length > 0 && (
        <p className="card-why">
          <UserRound size={14} aria-hidden />
          <span>{t("imported", { names: card.importedNames.join(", ") })}</span>
        </p>
      )}
    </>
  );
}

function CardActs({ card }: { readonly card: Card }) {
  const t = useWords(taskWords);
  const { actions, openMove, store } = useBoard();
  const { viewer } = useCoalition();
  const canFinish = useFrame(store).columns.some(({ state }) => state === "DONE");
  if (!mayWrite(viewer)) return null;
  return (
    <>
      {card.state !== TaskState.DONE && canFinish && (
        <IconButton className="card-act" label={t("doneAct", { number: card.number })} onClick={() => actions.finish(card)}>
          <CircleCheck size={15} aria-hidden />
        </IconButton>
      )}
      {mayEditFields(viewer, { ...card, state: TaskState[card.state], assignments: lettersOf(card) }) && (
        <IconButton className="card-act card-edit" label={t("editAct", { number: card.number })} onClick={() => actions.editing.set(card.id, true)}>
          <Pencil size={15} aria-hidden />
        </IconButton>
      )}
      <button type="button" className="card-act card-move" title={t("move")} onClick={() => openMove(card)}>
        <ArrowRightLeft size={15} aria-hidden />
        <span>
          {t("move")} <span className="hidden-text">{card.number}</span>
        </span>
      </button>
    </>
  );
}

function CardFoot({ card }: { readonly card: Card }) {
  const t = useWords(taskWords);
  const { actions } = useBoard();
  const { viewer } = useCoalition();
  const asked = card.assignments.some(
    ({ organisationId, state, letter }) => organisationId === viewer.organisationId && state === "PROPOSED" && letter !== "INFORMED",
  );
  const leads = card.assignments.some(({ letter, state }) => letter === "ACCOUNTABLE" && (state === "ACCEPTED" || state === "PROPOSED"));
  const free = !leads && !card.promises.some(({ letter }) => letter === "ACCOUNTABLE");
  return (
    <div className="card-foot">
      <CardLetters card={card} />
      {mayWrite(viewer) && free && (
        <Button small className="card-button" onClick={() => void actions.pickUp(card)}>
          {t("pickUp")} <span className="hidden-text">{card.number}</span>
        </Button>
      )}
      {asked && (
        <Button small className="card-button" onClick={() => void actions.confirm(card)}>
          {t("confirm")} <span className="hidden-text">{card.number}</span>
        </Button>
      )}
      <span className="card-side">
        {card.checklistTotal > 0 && (
          <span className="card-count" title={t("checklist", { done: card.checklistDone, total: card.checklistTotal })}>
            <Check size={13} aria-hidden />
            <span className="hidden-text">{t("checklist", { done: card.checklistDone, total: card.checklistTotal })}</span>
            <span aria-hidden>
              {card.checklistDone}/{card.checklistTotal}
            </span>
          </span>
        )}
        {card.commentCount > 0 && (
          <span className="card-count" title={t("comments", { count: card.commentCount })}>
            <MessageSquare size={13} aria-hidden />
            <span className="hidden-text">{t("comments", { count: card.commentCount })}</span>
            <span aria-hidden>{card.commentCount}</span>
          </span>
        )}
        <CardActs card={card} />
      </span>
    </div>
  );
}

function CardTag({ taskId }: { readonly taskId: string }) {
  const t = useWords(taskWords);
  const { store } = useBoard();
  const here = useWords(presenceWords);
  const mark = useMark(store.highlights, taskId);
  const editor = useEditor(taskId);
  if (editor) return <span className="card-tag">{here("editsThis", { name: editor.displayName.split(" ")[0] ?? "" })}</span>;
  if (!mark) return null;
  const words = { moved: "netVerplaatst", created: "netGemaakt", changed: "netGewijzigd" } as const;
  return <span className="card-tag">{t(mark.byDemo ? `demo_${mark.kind}` : words[mark.kind], { name: mark.name })}</span>;
}

/** In which column the card stands, where that is not seen. */
function CardPlace({ card }: { readonly card: Card }) {
  const { store } = useBoard();
  const { columns, id } = useFrame(store);
  const place = card.placements.find(({ boardId }) => boardId === id);
  const column = columns.find((each) => each.id === place?.columnId);
  if (!column) return null;
  return (
    <p className="card-place">
      <i className="column-mark" data-state={column.state} aria-hidden />
      {column.title}
    </p>
  );
}

interface TaskCardProps {
  readonly id: string;
  /** Null where cards are not dragged. */
  readonly columnId: string | null;
  /** The one card of its column that Tab reaches. */
  readonly current: boolean;
}

/** One task on the board. */
export const TaskCard = memo(function TaskCard({ id, columnId, current }: TaskCardProps) {
  const path = usePath();
  const { search } = useLocation();
  const coalition = useCoalition();
  const { store, actions } = useBoard();
  const element = useRef<HTMLElement>(null);
  const { data, complete } = useFragment({ fragment: CardFragmentDoc, fragmentName: "Card", from: { __typename: "Task", id } });
  const highlight = useMark(store.highlights, id);
  const editor = useEditor(id);
  const editing = useMark(actions.editing, id) !== null;
  const edge = useCardDrag(element, id, columnId ?? "", columnId !== null && !editing && mayWrite(coalition.viewer));
  useLayoutEffect(() => {
    const article = element.current;
    return () => {
      if (article?.contains(document.activeElement)) actions.focus.follow(id);
    };
  }, [actions, id, complete]);
  if (!complete) return <article ref={element} className="task-card" />;
  const card = data;
  const colour = coalition.organisations.get(editor?.organisation.id ?? highlight?.organisationId ?? "")?.colourIndex;
  return (
    <article
      ref={element}
      className="task-card"
      data-task={id}
      data-free={trekkerOf(card) === null || undefined}
      data-mark={editor ? "edited" : highlight?.kind}
      data-edge={edge ?? undefined}
      style={colour === undefined ? undefined : { "--card-mark": `var(--wb-org-${colour}-ink)` }}
    >
      <CardTag taskId={id} />
      <WaitingTag taskId={id} />
      <CardMeta card={card} />
      {editing && (
        <Suspense>
          <InlineEditor card={card} onClose={() => actions.endEdit(id)} />
        </Suspense>
      )}
      <h3 hidden={editing}>
        <Link
          className="card-link"
          to={{ pathname: path(taskPath(coalition, card.number)), search }}
          tabIndex={current ? 0 : -1}
          draggable={false}
          data-card={id}
          aria-label={`${card.number} ${card.title}`}
        >
          {card.title}
        </Link>
      </h3>
      {columnId === null && <CardPlace card={card} />}
      <CardWhy card={card} />
      <CardNotice card={card} />
      <CardFoot card={card} />
    </article>
  );
});
