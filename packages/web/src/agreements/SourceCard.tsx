import { useQuery } from "@apollo/client/react";
import { ArticleChange, type DifferencePart, PartKind } from "@wijkbord/schema";
import { AgreementSourceDifferenceDocument, type AgreementSourceDifferenceQuery } from "@wijkbord/schema/operations";
import { type ReactNode, useState } from "react";
import { Link } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Skeleton } from "../ui/States.tsx";
import { agreementPath } from "./addresses.ts";
import { Card } from "./Card.tsx";
import { ArticleMark } from "./Changes.tsx";
import { Parts } from "./Parts.tsx";
import { sourceWords } from "./sourceWords.ts";
import { AgreementBadge } from "./states.tsx";
import { type Agreement, useOpenAgreement, type Version } from "./useAgreement.ts";

type Difference = NonNullable<AgreementSourceDifferenceQuery["agreement"]["versions"][number]["diffWithSource"]>;
type Source = NonNullable<Agreement["source"]>;

/** Words without the marks of a heading, which the page draws itself. */
const read = (parts: readonly Difference["title"][number][]): DifferencePart[] =>
  parts.map(({ kind, text }) => ({ kind: PartKind[kind], text: text.replace(/^#{1,6}[ \t]+/gm, "") }));
const differs = (parts: readonly Difference["title"][number][]) => parts.some(({ kind, text }) => kind !== "SAME" && text.trim() !== "");

function Row({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  return (
    <li>
      <div className="source-label">{label}</div>
      <p className="difference" lang="nl">
        {children}
      </p>
    </li>
  );
}

function Differences({ difference, number }: { readonly difference: Difference; readonly number: string }) {
  const t = useWords(sourceWords);
  const articles = difference.articles.filter(({ change, moved }) => change !== "SAME" || moved);
  const [title, summary] = [differs(difference.title), differs(difference.summary)];
  const named = { number, version: difference.otherNumber };
  if (articles.length === 0 && !title && !summary) return <p className="quiet">{t("same", named)}</p>;
  return (
    <>
      <p className="quiet">{t("differs", { ...named, count: articles.length })}</p>
      <ul className="source-rows">
        {title && (
          <Row label={t("heading")}>
            <Parts parts={read(difference.title)} />
          </Row>
        )}
        {summary && (
          <Row label={t("summary")}>
            <Parts parts={read(difference.summary)} />
          </Row>
        )}
        {articles.map(({ change, moved, oldNumber, newNumber, parts }) => (
          <Row
            key={`${oldNumber}-${newNumber}`}
            label={<ArticleMark change={ArticleChange[change]} moved={moved} oldNumber={oldNumber} newNumber={newNumber} />}
          >
            <Parts parts={read(parts)} />
          </Row>
        ))}
      </ul>
    </>
  );
}

/** What is different between the shown version and the source: as it was taken over, or as it is there now. */
function Compare({ source, version }: { readonly source: Source; readonly version: Version }) {
  const t = useWords(sourceWords);
  const { agreement } = useOpenAgreement();
  const [now, setNow] = useState(false);
  const { data, previousData } = useQuery(AgreementSourceDifferenceDocument, { variables: { id: agreement.id }, fetchPolicy: "no-cache" });
  const found = (data ?? previousData)?.agreement.versions.find(({ id }) => id === version.id);
  const hasOther = source.currentVersionNumber !== null && source.currentVersionNumber !== source.versionNumber;
  const difference = now && hasOther ? found?.diffWithSourceNow : found?.diffWithSource;
  return (
    <>
      {hasOther && (
        <div className="segments" role="group" aria-label={t("compare")}>
          <button type="button" aria-pressed={!now} onClick={() => setNow(false)}>
            {t("withCopied", { version: source.versionNumber })}
          </button>
          <button type="button" aria-pressed={now} onClick={() => setNow(true)}>
            {t("withNow", { version: source.currentVersionNumber ?? "" })}
          </button>
        </div>
      )}
      {found ? difference && <Differences difference={difference} number={source.number} /> : <Skeleton rows={1} />}
    </>
  );
}

function Copied({ source }: { readonly source: Source }) {
  const t = useWords(sourceWords);
  const path = usePath();
  const coalition = useCoalition();
  const { agreement, version } = useOpenAgreement();
  const { versionNumber, currentVersionNumber } = source;
  const there = currentVersionNumber === null ? "noneThere" : currentVersionNumber === versionNumber ? "sameThere" : "newThere";
  return (
    <Card title={t("title")} className="source">
      <p>
        {t("from", { number: source.number, version: versionNumber })}{" "}
        {there === "newThere" ? <b>{t(there, { version: currentVersionNumber ?? "" })}</b> : t(there)}
      </p>
      <p>
        <Link to={`${path(agreementPath(coalition, source.number))}?versie=${currentVersionNumber ?? versionNumber}`}>
          <span className="digits">{source.number}</span> <span lang="nl">{source.title}</span>
        </Link>
      </p>
      {/* Read anew when this text or that of the source changed. */}
      {version && <Compare key={`${agreement.version}-${version.version}-${currentVersionNumber}`} source={source} version={version} />}
    </Card>
  );
}

/** Where the text of an agreement came from and what differs since, and which agreements began as a copy of it. */
export function SourceCard() {
  const t = useWords(sourceWords);
  const path = usePath();
  const coalition = useCoalition();
  const { agreement } = useOpenAgreement();
  const areas = (codes: readonly string[]) => coalition.boards.filter(({ areaCode }) => codes.includes(areaCode)).map(({ areaName }) => areaName);
  return (
    <>
      {agreement.source && <Copied source={agreement.source} />}
      {agreement.copies.length > 0 && (
        <Card title={t("copies")} className="linked">
          <ul>
            {agreement.copies.map((copy) => (
              <li key={copy.id}>
                <Link to={path(agreementPath(coalition, copy.number))}>
                  <span className="digits">{copy.number}</span> <span lang="nl">{copy.title}</span>
                  <small>{areas(copy.areaCodes).join(", ") || t("wholeCoalition")}</small>
                </Link>
                <AgreementBadge agreement={{ state: copy.state, registration: null, currentVersionId: null }} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
