import { ClipboardCopy, MoreHorizontal, Printer } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { usePath } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { useNavigate } from "../../shared/router.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { useBoard, useFrame } from "../boardContext.ts";
import { inView } from "../filters.ts";
import { viewWords } from "./viewWords.ts";

const CopyBlock = lazy(() => import("./CopyBlock.tsx"));

/** Takes the board along: its prints, or a copy of what the view leaves over, in the order of the columns. */
export function BoardActs() {
  const t = useWords(viewWords);
  const path = usePath();
  const navigate = useNavigate();
  const { store, view } = useBoard();
  const { viewer, slug, boards } = useCoalition();
  const { title, columns } = useFrame(store);
  const [copying, setCopying] = useState(false);
  const area = boards.find(({ id }) => id === store.boardId)?.slug;
  const shown = () =>
    columns
      .toSorted((a, b) => a.position - b.position)
      .flatMap(({ id }) => store.order.list(id))
      .flatMap((id) => store.feed.cards.get(id) ?? [])
      .filter((card) => inView(card, view, viewer.organisationId));
  const items = [
    { key: "paper", label: t("paper"), mark: <Printer size={16} aria-hidden />, onSelect: () => navigate(path(`/${slug}/papier/${area}`)) },
    { key: "copy", label: t("copy"), mark: <ClipboardCopy size={16} aria-hidden />, onSelect: () => setCopying(true) },
  ];
  return (
    <>
      <Menu className="icon-button" label={t("boardActs")} groups={[{ items }]}>
        <MoreHorizontal size={18} aria-hidden />
      </Menu>
      {copying && (
        <Suspense>
          <CopyBlock title={t("caption", { board: title })} cards={shown()} onClose={() => setCopying(false)} />
        </Suspense>
      )}
    </>
  );
}
