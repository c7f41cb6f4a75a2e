import { ClipboardCopy } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import { useBoard, useFrame } from "../boardContext.ts";
import { inView } from "../filters.ts";
import { viewWords } from "./viewWords.ts";

const CopyBlock = lazy(() => import("./CopyBlock.tsx"));

/** Copies what the view leaves over, in the order of the columns. */
export function CopyView() {
  const t = useWords(viewWords);
  const { store, view } = useBoard();
  const { viewer } = useCoalition();
  const { title, columns } = useFrame(store);
  const [copying, setCopying] = useState(false);
  const shown = () =>
    columns
      .toSorted((a, b) => a.position - b.position)
      .flatMap(({ id }) => store.order.list(id))
      .flatMap((id) => store.feed.cards.get(id) ?? [])
      .filter((card) => inView(card, view, viewer.organisationId));
  return (
    <>
      <button type="button" className="chip" onClick={() => setCopying(true)}>
        <ClipboardCopy aria-hidden />
        {t("copy")}
      </button>
      {copying && (
        <Suspense>
          <CopyBlock title={t("caption", { board: title })} cards={shown()} onClose={() => setCopying(false)} />
        </Suspense>
      )}
    </>
  );
}
