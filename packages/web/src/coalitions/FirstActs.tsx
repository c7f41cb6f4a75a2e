import { mayManageBoards, mayManageCoalition, mayWrite } from "@wijkbord/schema";
import { FileCheck2, Link2, ListPlus, Plus, Table2 } from "lucide-react";
import { Link } from "../shared/router.tsx";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { rolesPath } from "../roles/addresses.ts";
import { EmptyState } from "../ui/States.tsx";
import { useCoalition } from "./coalition.ts";
import { firstWords } from "./firstWords.ts";

interface FirstActsProps {
  /** Name of the board in addresses. */
  readonly board: string;
  readonly onAdd: () => void;
}

/** What to do on an empty board: the next acts that the member may do, three at most, each with its time. */
export function FirstActs({ board, onAdd }: FirstActsProps) {
  const t = useWords(firstWords);
  const path = usePath();
  const coalition = useCoalition();
  const { viewer, slug, isDemo } = coalition;
  const acts = [
    mayManageCoalition(viewer) && !isDemo && { key: "invite", icon: Link2, label: t("invite"), minutes: 1, to: `/${slug}/instellingen` },
    mayWrite(viewer) && { key: "add", icon: Plus, label: t("add"), minutes: 1, to: null },
    mayManageBoards(viewer) && { key: "list", icon: ListPlus, label: t("list"), minutes: 5, to: `/${slug}/importeren?bord=${board}` },
    { key: "roles", icon: Table2, label: t("roles"), minutes: 2, to: rolesPath(coalition) },
    { key: "agreements", icon: FileCheck2, label: t("agreements"), minutes: 3, to: `/${slug}/afspraken` },
  ].flatMap((act) => act || []);
  return (
    <EmptyState
      title={t("title")}
      action={
        <ol className="first-acts">
          {acts.slice(0, 3).map(({ key, icon: Icon, label, minutes, to }) => {
            const shown = (
              <>
                <Icon size={18} aria-hidden />
                <span>{label}</span> <small>{t("minutes", { minutes })}</small>
              </>
            );
            return (
              <li key={key}>
                {to === null ? (
                  <button type="button" className="button" onClick={onAdd}>
                    {shown}
                  </button>
                ) : (
                  <Link className="button" to={path(to)}>
                    {shown}
                  </Link>
                )}
              </li>
            );
          })}
        </ol>
      }
    >
      {t("hint")}
    </EmptyState>
  );
}
