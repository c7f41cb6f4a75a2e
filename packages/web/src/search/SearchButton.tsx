import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useLocation, useNavigate } from "../shared/router.tsx";
import { useScope } from "../activity/scope.ts";
import { registerPath } from "../agreements/addresses.ts";
import { areaPath, boardPath, useCoalition } from "../coalitions/coalition.ts";
import { useOpenArea } from "../coalitions/useOpenArea.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { later } from "../shared/later.tsx";
import { IconButton } from "../ui/Button.tsx";
import { recentAt, remember } from "./recent.ts";
import "./SearchButton.css";
import { useSearchKeys } from "./useSearchKeys.ts";
import { searchWords } from "./words.ts";

const Palette = later(async () => (await import("./Palette.tsx")).Palette);
const KeyboardSheet = later(async () => (await import("./KeyboardSheet.tsx")).KeyboardSheet);

/** The way to search and to all acts: a field to press, on a phone an icon; and the keys for it. */
export function SearchButton({ phone = false }: { readonly phone?: boolean }) {
  const t = useWords(searchWords);
  const path = usePath();
  const navigate = useNavigate();
  const coalition = useCoalition();
  const area = useOpenArea();
  const { membershipId } = useScope();
  const { pathname } = useLocation();
  const [shown, setShown] = useState<"nothing" | "palette" | "keys">("nothing");
  useEffect(() => {
    const opened = recentAt(pathname);
    if (opened) remember(membershipId, opened);
  }, [pathname, membershipId]);
  const to = (address: string) => navigate(path(address));
  useSearchKeys({
    openPalette: () => setShown("palette"),
    openSheet: () => setShown("keys"),
    goTo: {
      v: () => to(`/${coalition.slug}/vandaag`),
      b: () => area && to(boardPath(coalition, area)),
      w: () => area && to(areaPath(coalition, area)),
      a: () => to(registerPath(coalition)),
    },
  });
  const open = () => setShown("palette");
  const close = () => setShown("nothing");
  return (
    <>
      {phone ? (
        <IconButton label={t("open")} onClick={open}>
          <Search size={22} aria-hidden />
        </IconButton>
      ) : (
        <button type="button" className="search-open" aria-keyshortcuts="Control+K" onClick={open}>
          <Search size={16} aria-hidden />
          <span>{t("open")}</span>
          <kbd className="key">Ctrl K</kbd>
        </button>
      )}
      {createPortal(
        <>
          {shown === "palette" && <Palette onClose={close} onKeys={() => setShown("keys")} />}
          {shown === "keys" && <KeyboardSheet onClose={close} />}
        </>,
        document.body,
      )}
    </>
  );
}
