import { X } from "lucide-react";
import { useWords } from "../language/words.ts";
import { IconButton } from "../ui/Button.tsx";
import { dismissTips, useTips } from "./tips.ts";
import { accountWords } from "./words.ts";

const tips = ["tipFree", "tipLive", "tipAnswer"] as const;

/** Three things to try, at the first visit; put away once, they stay away on this device. */
export function Tips() {
  const t = useWords(accountWords);
  if (!useTips()) return null;
  return (
    <section className="tips" aria-label={t("tips")}>
      <header>
        <h2>{t("tips")}</h2>
        <IconButton label={t("tipsAway")} onClick={dismissTips}>
          <X size={18} aria-hidden />
        </IconButton>
      </header>
      <ol>
        {tips.map((tip) => (
          <li key={tip}>
            <b>{t(tip)}</b>
            <span>{t(`${tip}Hint`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
