import { parseArticles, watchLimits, WatchKind } from "@wijkbord/schema";
import { useWords } from "../language/words.ts";
import type { Version } from "./useAgreement.ts";
import { agreementWords } from "./words.ts";
import { writingWords } from "./writingWords.ts";

type Rules = Version["watchRules"];
const kinds = Object.values(WatchKind);
const startAt: Record<WatchKind, number> = { BLOCKED_LONGER_THAN: 5, ANSWER_WITHIN: 3, REVIEW_EVERY: 6, UPDATED_BEFORE_MEETING: 5 };

/** One rule per article at most that the hub counts by itself. */
export function WatchFields({ text, rules, onChange }: { readonly text: string; readonly rules: Rules; readonly onChange: (rules: Rules) => void }) {
  const t = useWords(writingWords);
  const w = useWords(agreementWords);
  const articles = parseArticles(text).filter(({ number }) => number > 0);
  if (articles.length === 0) return null;
  const put = (article: number, kind: WatchKind | undefined, n?: number) => {
    const rest = rules.filter((rule) => rule.article !== article);
    onChange(kind ? [...rest, { article, kind, n: n ?? startAt[kind] }] : rest);
  };
  return (
    <details className="watch-fields" open={rules.length > 0}>
      <summary>{t("watch")}</summary>
      <p className="quiet">{t("watchHint")}</p>
      {articles.map(({ number }) => {
        const rule = rules.find((each) => each.article === number);
        return (
          <div key={number} className="watch-row">
            <span>{w("articleN", { number })}</span>
            <select
              className="input"
              aria-label={t("watchOf", { number })}
              value={rule?.kind ?? ""}
              onChange={(event) =>
                put(
                  number,
                  kinds.find((kind) => kind === event.target.value),
                )
              }
            >
              <option value="">{t("notWatched")}</option>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`watch_${kind}`)}
                </option>
              ))}
            </select>
            {rule && (
              <input
                className="input"
                type="number"
                aria-label={t("watchNumber", { number })}
                min={1}
                max={watchLimits[WatchKind[rule.kind]]}
                value={rule.n}
                onChange={(event) => put(number, WatchKind[rule.kind], event.target.valueAsNumber)}
              />
            )}
          </div>
        );
      })}
    </details>
  );
}
