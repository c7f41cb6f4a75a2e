import { TriangleAlert, X } from "lucide-react";
import { useWords } from "../language/words.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { useBoard, useMark } from "./boardContext.ts";
import type { Card } from "./taskFeed.ts";
import { taskWords } from "./words.ts";

/** Why the card is not where it was put: all that is missing, or both versions. */
export function CardNotice({ card }: { readonly card: Card }) {
  const t = useWords(taskWords);
  const { actions } = useBoard();
  const notice = useMark(actions.notices, card.id);
  if (!notice) return null;
  const close = () => {
    actions.notices.set(card.id, null);
    actions.focus.request(card.id);
  };
  return (
    <div className="card-notice">
      <p className="card-why" data-tone="negative">
        <TriangleAlert size={14} aria-hidden />
        <b>{notice.title}</b>
        <IconButton label={t("closeNotice")} onClick={close}>
          <X size={14} aria-hidden />
        </IconButton>
      </p>
      {notice.lines.length > 0 && (
        <ul>
          {notice.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {notice.again && (
        <div className="card-notice-acts">
          <Button small onClick={close}>
            {t("conflictKeep")}
          </Button>
          <Button
            small
            onClick={() => {
              close();
              notice.again?.run();
            }}
          >
            {notice.again.label}
          </Button>
        </div>
      )}
    </div>
  );
}
