import { Visibility } from "@wijkbord/schema";
import { useEffect, useEffectEvent } from "react";
import { taskPath, useCoalition } from "../../coalitions/coalition.ts";
import { clockTime, longDay } from "../../language/dates.ts";
import { useLanguage, usePath } from "../../language/language.ts";
import { useToday } from "../../language/now.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { showToast } from "../../ui/Toasts.tsx";
import { useBoard, useFrame } from "../boardContext.ts";
import type { Card } from "../taskFeed.ts";
import { copyWords } from "./copyWords.ts";
import { type CopiedBlock, toHtml, toPlain } from "./copyText.ts";
import { rowsOf } from "./rows.ts";

interface CopyBlockProps {
  readonly title: string;
  readonly cards: readonly Card[];
  readonly onClose: () => void;
}
const isInternal = ({ visibility }: Card) => visibility === Visibility.ORGANISATION;

/** Makes the block that is pasted elsewhere. */
function useBlock(title: string) {
  const t = useWords(copyWords);
  const language = useLanguage();
  const today = useToday();
  const path = usePath();
  const coalition = useCoalition();
  const { store } = useBoard();
  const { columns } = useFrame(store);
  return (cards: readonly Card[]): CopiedBlock => {
    const { origin, href } = window.location;
    const now = new Date();
    const tasks = rowsOf(cards, columns, store.boardId, coalition, language).map(({ card, cells }) => {
      const over = card.state === "DONE" || card.state === "CANCELLED";
      const late = !over && cells.dueOn !== "" && cells.dueOn < today;
      const facts = [
        isInternal(card) ? t("onlyFor", { organisation: coalition.organisations.get(card.organisationId)?.shortName ?? "" }) : "",
        cells.state,
        cells.trekker ? t("trekt", { organisation: cells.trekker }) : t("nobody"),
        cells.doet && t("doet", { organisation: cells.doet }),
        cells.dueOn && t("due", { day: longDay(cells.dueOn, language, today) }),
        late ? t("late") : "",
        cells.todo && t("todo", { what: cells.todo }),
      ].filter(Boolean);
      return { number: card.number, title: card.title, address: `${origin}${path(taskPath(coalition, card.number))}`, facts };
    });
    const moment = `${longDay(today, language, today)} ${clockTime(now, language)}`;
    return { title, address: href, asOf: t("asOf", { moment }), tasks };
  };
}

/** Puts tasks on the clipboard as a readable block; what only one organisation sees goes in after asking, and says so (D4). */
export default function CopyBlock({ title, cards, onClose }: CopyBlockProps) {
  const t = useWords(copyWords);
  const block = useBlock(title);
  const { viewer, organisations } = useCoalition();
  const internal = cards.filter(isInternal).length;
  const copy = async (wanted: readonly Card[]) => {
    const made = block(wanted);
    const item = new ClipboardItem({
      "text/plain": new Blob([toPlain(made)], { type: "text/plain" }),
      "text/html": new Blob([toHtml(made)], { type: "text/html" }),
    });
    const left = cards.length - wanted.length;
    const said = [t("copied", { count: wanted.length }), ...(left > 0 ? [t("leftOut", { count: left })] : [])].join(" ");
    await navigator.clipboard.write([item]).then(
      () => showToast({ text: said }),
      () => showToast({ text: t("failed"), tone: "problem" }),
    );
    onClose();
  };
  const start = useEffectEvent(() => {
    if (internal > 0) return;
    if (cards.length > 0) return void copy(cards);
    showToast({ text: t("nothing") });
    onClose();
  });
  useEffect(() => start(), []);
  if (internal === 0) return null;
  const open = cards.filter((card) => !isInternal(card));
  return (
    <Dialog
      title={t("internalTitle")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button onClick={() => void copy(cards)}>{t("with")}</Button>
          {open.length > 0 && (
            <Button look="primary" onClick={() => void copy(open)}>
              {t("without")}
            </Button>
          )}
        </>
      }
    >
      <p>{t("internalLead", { count: internal, organisation: organisations.get(viewer.organisationId)?.shortName ?? "" })}</p>
    </Dialog>
  );
}
