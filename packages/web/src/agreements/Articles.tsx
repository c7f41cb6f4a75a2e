import { parseArticles } from "@wijkbord/schema";
import type { ReactNode } from "react";
import { useWords } from "../language/words.ts";
import { Markdown } from "../ui/Markdown.tsx";
import { ObjectionNote } from "./ObjectionNote.tsx";
import { useOpenAgreement, type Version } from "./useAgreement.ts";
import { ArticleCases } from "./WatchCases.tsx";
import { agreementWords } from "./words.ts";

/** What an article is watched for, and what came of it this quarter. */
function Watched({ version, article }: { readonly version: Version; readonly article: number }) {
  const t = useWords(agreementWords);
  const { agreement } = useOpenAgreement();
  const rule = version.watchRules.find((each) => each.article === article);
  if (!rule) return null;
  const outcome =
    agreement.currentVersion?.id === version.id ? agreement.currentVersion.watchOutcomes.find((each) => each.rule.article === article) : undefined;
  return (
    <div className="watched">
      <p>
        <b>{t(rule.kind, { n: rule.n })}</b>{" "}
        {outcome && (outcome.decided > 0 ? t("watchCount", { met: outcome.met, decided: outcome.decided }) : t("watchNothing"))}
      </p>
      {outcome && <ArticleCases article={article} count={outcome.decided + outcome.pending} />}
    </div>
  );
}

/** An article with its number, and beside it the objections against it. */
export function ArticleRow({ version, number, children }: { readonly version: Version; readonly number: number | null; readonly children: ReactNode }) {
  const objections = version.objections.filter(({ articleNumber, state }) => articleNumber === number && state !== "WITHDRAWN");
  return (
    <li id={number ? `artikel-${number}` : undefined}>
      <span className="article-number digits">{number || ""}</span>
      <div>
        {children}
        {number !== null && <Watched version={version} article={number} />}
        {number !== null && objections.map((objection) => <ObjectionNote key={objection.id} objection={objection} version={version} />)}
      </div>
    </li>
  );
}

/** Objections against the text as a whole. */
export function WholeObjections({ version }: { readonly version: Version }) {
  return version.objections
    .filter(({ articleNumber, state }) => articleNumber === null && state !== "WITHDRAWN")
    .map((objection) => <ObjectionNote key={objection.id} objection={objection} version={version} />);
}

/** The numbered articles of a version. */
export function Articles({ version }: { readonly version: Version }) {
  return (
    <>
      <ol className="articles">
        {parseArticles(version.text)
          .filter(({ raw }) => raw.trim() !== "")
          .map(({ number, title, body }) => (
            <ArticleRow key={number} version={version} number={number}>
              {title && <h3 lang="nl">{title}</h3>}
              <Markdown text={body} />
            </ArticleRow>
          ))}
      </ol>
      <WholeObjections version={version} />
    </>
  );
}
