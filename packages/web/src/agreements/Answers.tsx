import type { SignOffResponse } from "@wijkbord/schema/operations";
import { useWords } from "../language/words.ts";
import { Badge } from "../ui/Chip.tsx";
import { Card } from "./Card.tsx";
import { OrganisationSquare, useNames } from "./Organisation.tsx";
import { AnswerBadge } from "./states.tsx";
import type { Version } from "./useAgreement.ts";
import { useMoments } from "./useMoments.ts";
import { agreementWords } from "./words.ts";

type Tally = Record<SignOffResponse | "HIDDEN" | "OPEN", number>;

/** How many partners gave each answer; hidden ones count only as answered. */
export function tallyOf({ answers }: Version): Tally {
  const tally: Tally = { CONSENT: 0, CONSENT_WITH_CONCERN: 0, OBJECTION: 0, STAND_ASIDE: 0, HIDDEN: 0, OPEN: 0 };
  for (const { answered, response } of answers) tally[!answered ? "OPEN" : (response ?? "HIDDEN")] += 1;
  return tally;
}

/** The bar of answers with its words. */
export function AnswerBar({ version }: { readonly version: Version }) {
  const t = useWords(agreementWords);
  const tally = tallyOf(version);
  const parts = [
    { tone: "positive", count: tally.CONSENT + tally.CONSENT_WITH_CONCERN, key: "tallyConsent" },
    { tone: "negative", count: tally.OBJECTION, key: "tallyObjection" },
    { tone: "neutral", count: tally.STAND_ASIDE, key: "tallyAside" },
    { tone: "info", count: tally.HIDDEN, key: "tallyHidden" },
    { tone: "open", count: tally.OPEN, key: "tallyOpen" },
  ] as const;
  const words = parts.filter(({ count }) => count > 0).map(({ key, count }) => t(key, { count }));
  return (
    <div className="answer-summary">
      <div className="answer-bar" aria-hidden>
        {parts
          .filter(({ count }) => count > 0)
          .map(({ tone, count }) => (
            <i key={tone} data-tone={tone} style={{ flexGrow: count }} />
          ))}
      </div>
      <p>{words.join(", ")}</p>
    </div>
  );
}

function AnswerRow({ version, organisationId }: { readonly version: Version; readonly organisationId: string }) {
  const t = useWords(agreementWords);
  const { organisation, member } = useNames();
  const { moment } = useMoments();
  const answer = version.answers.find((each) => each.organisationId === organisationId);
  const signed = version.signOffs.find((each) => each.isCurrent && each.organisationId === organisationId);
  return (
    <li>
      <OrganisationSquare id={organisationId} decorative open={!answer?.answered} />
      <div>
        <b>{organisation(organisationId)}</b>
        {signed && (
          <small>
            {member(signed.membershipId)}, {moment(signed.respondedAt)}
            {signed.kind !== "ROUND" && ` · ${t(`kind_${signed.kind}`)}`}
          </small>
        )}
        {signed?.argument && <p lang="nl">{signed.argument}</p>}
      </div>
      {signed ? (
        <AnswerBadge response={signed.response} />
      ) : (
        <Badge tone={answer?.answered ? "info" : "neutral"}>{t(answer?.answered ? "hasAnswered" : "stillOpen")}</Badge>
      )}
    </li>
  );
}

/** Who answered what to a version; while answers are hidden only who answered. */
export function Answers({ version }: { readonly version: Version }) {
  const t = useWords(agreementWords);
  if (version.state === "DRAFT" || version.state === "CLARIFICATION") return null;
  const answered = version.answers.filter((each) => each.answered).length;
  return (
    <Card title={t("answers")} note={t("answeredOf", { answered, all: version.answers.length })} className="answers">
      <AnswerBar version={version} />
      <p className="rule">
        {t(version.decisionRule)} {!version.answersRevealed && t("together")}
      </p>
      <ul className="sign-list">
        {version.signatoryIds.map((id) => (
          <AnswerRow key={id} version={version} organisationId={id} />
        ))}
      </ul>
    </Card>
  );
}
