import { useQuery } from "@apollo/client/react";
import { AgreementFiguresDocument, type AgreementFiguresQuery, type WatchPeriod } from "@wijkbord/schema/operations";
import { Check, Clock, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Link } from "../shared/router.tsx";
import { taskPath, useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { meetingPath } from "../meetings/addresses.ts";
import { Badge } from "../ui/Chip.tsx";
import { Skeleton } from "../ui/States.tsx";
import { OrganisationSquare } from "./Organisation.tsx";
import { useOpenAgreement } from "./useAgreement.ts";
import { useMoments } from "./useMoments.ts";
import { watchWords } from "./watchWords.ts";

type Outcome = NonNullable<AgreementFiguresQuery["agreement"]["currentVersion"]>["watchOutcomes"][number];
type Case = Outcome["cases"][number];

const looks = { MET: ["positive", Check], MISSED: ["negative", TriangleAlert], PENDING: ["neutral", Clock] } as const;

function useFigures(period: WatchPeriod, skip = false): readonly Outcome[] | undefined {
  const { agreement } = useOpenAgreement();
  const { data } = useQuery(AgreementFiguresDocument, { variables: { id: agreement.id, period }, skip, fetchPolicy: "no-cache" });
  return data?.agreement.currentVersion?.watchOutcomes;
}

/** What a case is about: a task, a meeting, or the look back itself. */
function Subject({ found: { task, meeting, objectId } }: { readonly found: Case }) {
  const t = useWords(watchWords);
  const path = usePath();
  const coalition = useCoalition();
  const { agreement } = useOpenAgreement();
  if (task)
    return (
      <Link to={path(taskPath(coalition, task.number))}>
        <span className="digits">{task.number}</span> <span lang="nl">{task.title}</span>
      </Link>
    );
  if (meeting)
    return (
      <Link to={path(meetingPath(coalition, meeting))} lang="nl">
        {meeting.title}
      </Link>
    );
  return objectId === agreement.id ? t("lookBack") : <span className="quiet">{t("hiddenCase")}</span>;
}

function Cases({ cases }: { readonly cases: readonly Case[] }) {
  const t = useWords(watchWords);
  const { moment } = useMoments();
  return (
    <ul className="watch-cases">
      {cases.map((found) => {
        const [tone, Icon] = looks[found.result];
        return (
          <li key={`${found.objectId}-${found.organisationId}-${found.startedAt}`}>
            {found.organisationId && <OrganisationSquare id={found.organisationId} size="s" />}
            <div>
              <Subject found={found} />
              <small>{t("due", { from: moment(found.startedAt), due: moment(found.dueAt) })}</small>
            </div>
            <Badge tone={tone} icon={<Icon aria-hidden />}>
              {t(`case_${found.result}`)}
            </Badge>
          </li>
        );
      })}
    </ul>
  );
}

/** The cases behind the figure of an article this quarter, read when they are asked for. */
export function ArticleCases({ article, count }: { readonly article: number; readonly count: number }) {
  const t = useWords(watchWords);
  const [open, setOpen] = useState(false);
  const found = useFigures("QUARTER", !open)?.find(({ rule }) => rule.article === article);
  if (count === 0) return null;
  return (
    <details className="watch-details" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("cases", { count })}</summary>
      {open && (found ? <Cases cases={found.cases} /> : <Skeleton rows={1} />)}
    </details>
  );
}

/** What all rules of the agreement counted since the last look back, for who looks back now. */
export function LookBackFigures() {
  const t = useWords(watchWords);
  const { agreement } = useOpenAgreement();
  const rules = agreement.currentVersion?.watchOutcomes.length ?? 0;
  const outcomes = useFigures("LOOK_BACK", rules === 0);
  if (rules === 0) return null;
  return (
    <section className="watch-figures" aria-label={t("figures")}>
      <h3>{t("figures")}</h3>
      {outcomes?.map(({ rule: { article }, met, decided, pending, cases }) => (
        <div key={article}>
          <p>
            {decided > 0 ? t("figure", { article, met, decided }) : t("figureNone", { article })} {pending > 0 && t("pending", { count: pending })}
          </p>
          {cases.length > 0 && (
            <details className="watch-details">
              <summary>{t("cases", { count: cases.length })}</summary>
              <Cases cases={cases} />
            </details>
          )}
        </div>
      )) ?? <Skeleton rows={1} />}
    </section>
  );
}
