import { mayShareView } from "@wijkbord/schema";
import type { ViewFragment } from "@wijkbord/schema/operations";
import { ChevronDown } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useParams } from "../../shared/router.tsx";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import { Menu } from "../../ui/Menu.tsx";
import { showToast } from "../../ui/Toasts.tsx";
import { useBoard } from "../boardContext.ts";
import { KeepView } from "./KeepView.tsx";
import { ManageViews } from "./ManageViews.tsx";
import { addressOf } from "./savedView.ts";
import { savedViewWords } from "./savedViewWords.ts";
import { useSavedViews } from "./useSavedViews.ts";

/** Opens what the address names, and at first what the board opens with. */
function useOpening(views: readonly ViewFragment[] | null): void {
  const t = useWords(savedViewWords);
  const { number } = useParams();
  const { address, savedId, showSaved, openSaved } = useBoard();
  const began = useRef(false);
  const open = useEffectEvent((known: readonly ViewFragment[]) => {
    const first = !began.current;
    began.current = true;
    if (savedId !== null) {
      const named = known.find(({ id }) => id === savedId);
      if (named) return showSaved(named.id, addressOf(named));
      showToast({ text: t("gone"), tone: "problem" });
      return openSaved(null);
    }
    if (!first || number !== undefined || address.size > 0) return undefined;
    const usual = known.find(({ isDefault, shared }) => isDefault && !shared) ?? known.find(({ isDefault }) => isDefault);
    if (usual) openSaved(usual.id, true);
  });
  useEffect(() => {
    if (views) open(views);
  }, [views, savedId]);
}

/** Views that were kept under a name: open one, keep this one, manage them. */
export default function SavedViews() {
  const t = useWords(savedViewWords);
  const { viewer } = useCoalition();
  const { savedId, openSaved } = useBoard();
  const { views, reload } = useSavedViews();
  const [asking, setAsking] = useState<"keep" | "manage" | null>(null);
  useOpening(views);
  const known = views ?? [];
  const chosen = known.find(({ id }) => id === savedId);
  const itemsOf = (shared: boolean) =>
    known.filter((view) => view.shared === shared).map(({ id, name }) => ({ key: id, label: name, checked: id === savedId, onSelect: () => openSaved(id) }));
  const acts = [
    { key: "keep", label: t("keep"), onSelect: () => setAsking("keep") },
    ...(known.length > 0 ? [{ key: "manage", label: t("manage"), onSelect: () => setAsking("manage") }] : []),
  ];
  const groups = [
    { title: t("mine"), items: itemsOf(false) },
    { title: t("shared"), items: itemsOf(true) },
    { title: t("acts"), items: acts },
  ].filter(({ items }) => items.length > 0);
  const label = chosen ? t("viewIs", { name: chosen.name }) : t("views");
  const close = () => setAsking(null);
  return (
    <>
      <Menu className="chip saved-views" on={chosen !== undefined} label={label} groups={groups}>
        <span className="saved-view-name">{chosen?.name ?? t("views")}</span>
        <ChevronDown aria-hidden />
      </Menu>
      {asking === "keep" && <KeepView mayShare={mayShareView(viewer)} known={known} reload={reload} onClose={close} />}
      {asking === "manage" && <ManageViews views={known} reload={reload} onClose={close} />}
    </>
  );
}
