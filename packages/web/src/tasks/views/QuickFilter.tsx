import { Search } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { useWords } from "../../language/words.ts";
import { quickFilter } from "../../search/useSearchKeys.ts";
import { viewWords } from "./viewWords.ts";

const pause = 150;

/** Leaves over the tasks that hold the typed words. */
export function QuickFilter({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) {
  const t = useWords(viewWords);
  const [typed, setTyped] = useState(text);
  const [known, setKnown] = useState(text);
  if (known !== text) {
    setKnown(text);
    setTyped(text);
  }
  const send = useEffectEvent((value: string) => {
    setKnown(value);
    onChange(value);
  });
  useEffect(() => {
    if (typed === known) return undefined;
    const timer = setTimeout(() => send(typed), pause);
    return () => clearTimeout(timer);
  }, [typed, known]);
  return (
    <label className="quick-filter">
      <Search size={15} aria-hidden />
      <input
        id={quickFilter}
        type="search"
        aria-label={t("quick")}
        placeholder={t("quick")}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          if (typed === "") event.currentTarget.blur();
          else setTyped("");
        }}
      />
    </label>
  );
}
