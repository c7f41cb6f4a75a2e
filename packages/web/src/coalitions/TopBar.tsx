import { ChevronRight } from "lucide-react";
import { useMatches } from "react-router";
import { ConnectionChip } from "../activity/ConnectionChip.tsx";
import { useWords } from "../language/words.ts";
import { Presence } from "../presence/Presence.tsx";
import { useCoalition } from "./coalition.ts";
import { useOpenArea } from "./useOpenArea.ts";
import { coalitionWords } from "./words.ts";

/** Where you are, who is here, and whether it is live. */
export function TopBar() {
  const t = useWords(coalitionWords);
  const { name } = useCoalition();
  const open = useOpenArea();
  const onBoard = useMatches().some(({ pathname }) => /\/(bord|taken)\//.test(pathname));
  return (
    <header className="top">
      <nav className="crumbs" aria-label={t("crumbs")}>
        <span>{name}</span>
        <ChevronRight size={15} aria-hidden />
        {onBoard && open && (
          <>
            <span>{open.areaName}</span>
            <ChevronRight size={15} aria-hidden />
          </>
        )}
        <b>{onBoard ? t("board") : open?.areaName}</b>
      </nav>
      <div className="top-side">
        <ConnectionChip />
        <Presence />
      </div>
    </header>
  );
}
