import { mayManageBoards, mayWrite } from "@wijkbord/schema";
import { Plus, Settings2 } from "lucide-react";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { later } from "../shared/later.tsx";
import { useParams } from "../shared/router.tsx";
import { Button, IconButton } from "../ui/Button.tsx";
import { useBoard, useCardsVersion, useFrame } from "./boardContext.ts";
import { inView, isFiltered } from "./filters.ts";
import { settingsWords } from "./settingsWords.ts";
import { taskWords } from "./words.ts";

const BoardVacancies = later(async () => (await import("../roles/BoardVacancies.tsx")).BoardVacancies);
const BoardActs = later(async () => (await import("./views/BoardActs.tsx")).BoardActs);

interface BoardHeadingProps {
  readonly onAdd: () => void;
  readonly onSettings: () => void;
}

/** The name of the board, what is open in it, and what can be done with the whole of it. */
export function BoardHeading({ onAdd, onSettings }: BoardHeadingProps) {
  const t = useWords(taskWords);
  const settings = useWords(settingsWords);
  const { number } = useParams();
  const { viewer } = useCoalition();
  const { store, view } = useBoard();
  const { title, areaCode } = useFrame(store);
  const heading = usePageTitle(number ? null : title);
  useCardsVersion(store);
  const cards = store.all();
  const shown = cards.filter((card) => inView(card, view, viewer.organisationId)).length;
  return (
    <div className="page-heading">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <span className="quiet digits">{isFiltered(view) ? t("countFiltered", { shown, count: cards.length }) : t("count", { count: cards.length })}</span>
      <BoardVacancies boardId={store.boardId} areaCode={areaCode} />
      <div className="page-acts">
        <BoardActs />
        {mayManageBoards(viewer) && (
          <IconButton label={settings("open")} onClick={onSettings}>
            <Settings2 size={18} aria-hidden />
          </IconButton>
        )}
        {mayWrite(viewer) && (
          <Button look="primary" onClick={onAdd}>
            <Plus size={16} aria-hidden />
            {t("addTask")}
            <kbd className="key">N</kbd>
          </Button>
        )}
      </div>
    </div>
  );
}
