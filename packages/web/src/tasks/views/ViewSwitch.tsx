import { ChevronDown } from "lucide-react";
import { useWords } from "../../language/words.ts";
import { Menu } from "../../ui/Menu.tsx";
import { useIsPhone } from "../../ui/useIsPhone.ts";
import type { Layout } from "../filters.ts";
import "./Views.css";
import { viewWords } from "./viewWords.ts";

const layouts = ["board", "partner", "list"] as const;

/** Bord, per partner or lijst: buttons in a row, on a phone a menu. */
export function ViewSwitch({ layout, onChange }: { readonly layout: Layout; readonly onChange: (layout: Layout) => void }) {
  const t = useWords(viewWords);
  const phone = useIsPhone();
  if (phone) {
    const items = layouts.map((key) => ({ key, label: t(key), checked: key === layout, onSelect: () => onChange(key) }));
    return (
      <Menu className="chip" label={`${t("view")}: ${t(layout)}`} groups={[{ items }]}>
        {t(layout)}
        <ChevronDown aria-hidden />
      </Menu>
    );
  }
  return (
    <div className="view-switch" role="group" aria-label={t("view")}>
      {layouts.map((key) => (
        <button key={key} type="button" aria-pressed={key === layout} onClick={() => onChange(key)}>
          {t(key)}
        </button>
      ))}
    </div>
  );
}
