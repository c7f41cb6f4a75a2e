import { mayManageBoards } from "@wijkbord/schema";
import { ChevronDown, Plus } from "lucide-react";
import { useNavigate } from "../shared/router.tsx";
import { type Hat, rememberHat, useSession } from "../accounts/session.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Menu } from "../ui/Menu.tsx";
import { Square } from "../ui/Square.tsx";
import { boardPath, newBoardPath, useCoalition } from "./coalition.ts";
import { Tile } from "./Tile.tsx";
import { useOpenArea } from "./useOpenArea.ts";
import { coalitionWords } from "./words.ts";

/** Coalition and organisation that the person acts for; only for those who have a choice. */
export function HatSwitcher({ className }: { readonly className: string }) {
  const t = useWords(coalitionWords);
  const path = usePath();
  const navigate = useNavigate();
  const session = useSession();
  const { hat, name, organisations } = useCoalition();
  const own = organisations.get(hat.organisationId);
  const hats = session.state === "in" ? session.me.memberships : [];
  const choose = async (next: Hat) => {
    rememberHat(next);
    if (session.state === "in") await session.refresh();
    navigate(path(`/${next.coalition.slug}`));
  };
  if (hats.length < 2) return null;
  const shown = (
    <>
      <Square letters={own?.letters ?? ""} name={own?.name ?? ""} colour={own?.colourIndex ?? 7} size="l" decorative />
      <span>
        <b>{own?.shortName}</b>
        <small>{name}</small>
      </span>
    </>
  );
  const items = hats.map((each) => ({
    key: each.id,
    label: each.organisation.shortName,
    hint: each.coalition.name,
    checked: each.id === hat.id,
    onSelect: () => void choose(each),
  }));
  return (
    <Menu className={className} label={t("hats")} hint={t("switchHat")} groups={[{ title: t("hats"), items }]}>
      {shown}
      <ChevronDown size={16} aria-hidden />
    </Menu>
  );
}

/** The open neighbourhood; with several, a choice. Who may make boards finds that here. */
export function AreaSwitcher({ className, note }: { readonly className: string; readonly note: string }) {
  const t = useWords(coalitionWords);
  const path = usePath();
  const navigate = useNavigate();
  const coalition = useCoalition();
  const open = useOpenArea();
  const makes = mayManageBoards(coalition.viewer);
  if (!open && !makes) return null;
  const shown = (
    <>
      <Tile />
      <span>
        <b>{open?.areaName ?? coalition.name}</b>
        {open && <small>{note}</small>}
      </span>
    </>
  );
  if (coalition.boards.length < 2 && !makes) return <div className={className}>{shown}</div>;
  const items = coalition.boards.map((board) => ({
    key: board.id,
    label: board.areaName,
    checked: board.id === open?.id,
    onSelect: () => navigate(path(boardPath(coalition, board))),
  }));
  const toNew = { key: "new", label: t("newBoard"), mark: <Plus size={16} aria-hidden />, onSelect: () => navigate(path(newBoardPath(coalition))) };
  const groups = [...(items.length > 0 ? [{ title: t("areas"), items }] : []), ...(makes ? [{ items: [toNew] }] : [])];
  return (
    <Menu className={className} label={t("areas")} hint={t("switchArea")} groups={groups}>
      {shown}
      <ChevronDown size={16} aria-hidden />
    </Menu>
  );
}
