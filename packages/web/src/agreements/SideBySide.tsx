import { PartKind } from "@wijkbord/schema";
import { useMemo } from "react";
import { useWords } from "../language/words.ts";
import { ArticleMark } from "./Changes.tsx";
import { type ArticleView, articleViews } from "./differences.ts";
import { Parts } from "./Parts.tsx";
import type { Version } from "./useAgreement.ts";
import { agreementWords } from "./words.ts";

/** Heading and words of an article as they stand on one side. */
function Side({ row, only }: { readonly row: ArticleView; readonly only: PartKind }) {
  const hasTitle = row.title.some(({ kind }) => kind === PartKind.SAME || kind === only);
  return (
    <>
      {hasTitle && (
        <b>
          <Parts parts={row.title} only={only} />
          {"\n"}
        </b>
      )}
      <Parts parts={row.body} only={only} />
    </>
  );
}

/** Two versions beside each other, article by article. */
export function SideBySide({ version, other }: { readonly version: Version; readonly other: Version }) {
  const t = useWords(agreementWords);
  const rows = useMemo(() => articleViews(other.text, version.text), [other.text, version.text]);
  return (
    <table className="side-by-side">
      <thead>
        <tr>
          <th scope="col">{t("versionN", { number: other.number })}</th>
          <th scope="col">{t("versionN", { number: version.number })}</th>
        </tr>
      </thead>
      <tbody lang="nl">
        {rows.map((row) => (
          <tr key={row.key}>
            <td>
              {row.oldNumber ? <span className="article-number digits">{row.oldNumber}</span> : null}
              <Side row={row} only={PartKind.REMOVED} />
            </td>
            <td>
              <ArticleMark {...row} />
              {row.newNumber ? <span className="article-number digits">{row.newNumber}</span> : null}
              <Side row={row} only={PartKind.ADDED} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
