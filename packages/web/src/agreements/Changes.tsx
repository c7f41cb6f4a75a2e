import { ArticleChange } from "@wijkbord/schema";
import { useMemo } from "react";
import { useWords } from "../language/words.ts";
import { Badge } from "../ui/Chip.tsx";
import { ArticleRow, WholeObjections } from "./Articles.tsx";
import { type ArticleView, articleViews } from "./differences.ts";
import { Parts } from "./Parts.tsx";
import type { Version } from "./useAgreement.ts";
import { agreementWords } from "./words.ts";

/** What happened to an article as a whole. */
export function ArticleMark({ change, moved, oldNumber, newNumber }: Pick<ArticleView, "change" | "moved" | "oldNumber" | "newNumber">) {
  const t = useWords(agreementWords);
  return (
    <>
      {change === ArticleChange.ADDED && <Badge tone="positive">{t(newNumber === 0 ? "introAdded" : "articleAdded")}</Badge>}
      {change === ArticleChange.REMOVED && (
        <Badge tone="negative">{oldNumber === 0 ? t("introRemoved") : t("articleRemoved", { number: oldNumber ?? "" })}</Badge>
      )}
      {moved && <Badge tone="info">{t("articleMoved", { number: oldNumber ?? "" })}</Badge>}
    </>
  );
}

/** One text in which every change since another version is marked. */
export function Changes({ version, other }: { readonly version: Version; readonly other: Version }) {
  const t = useWords(agreementWords);
  const rows = useMemo(() => articleViews(other.text, version.text), [other.text, version.text]);
  const same = rows.every(({ change, moved }) => change === ArticleChange.SAME && !moved);
  return (
    <>
      {same && <p className="quiet empty-text">{t("nothingChanged")}</p>}
      <ol className="articles">
        {rows.map((row) => (
          <ArticleRow key={row.key} version={version} number={row.newNumber}>
            <ArticleMark {...row} />
            {row.title.length > 0 && (
              <h3 lang="nl">
                <Parts parts={row.title} />
              </h3>
            )}
            <p className="difference" lang="nl">
              <Parts parts={row.body} />
            </p>
          </ArticleRow>
        ))}
      </ol>
      <WholeObjections version={version} />
    </>
  );
}
