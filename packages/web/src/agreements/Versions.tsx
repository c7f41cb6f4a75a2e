import { Link } from "../shared/router.tsx";
import { useWords } from "../language/words.ts";
import { Card } from "./Card.tsx";
import { VersionBadge } from "./states.tsx";
import { useOpenAgreement } from "./useAgreement.ts";
import { useMoments } from "./useMoments.ts";
import { agreementWords } from "./words.ts";

/** All versions, newest first, each to open and to compare with the one before. */
export function Versions() {
  const t = useWords(agreementWords);
  const { moment } = useMoments();
  const { agreement, version: shown } = useOpenAgreement();
  if (agreement.versions.length === 0) return null;
  return (
    <Card title={t("versions")}>
      <ol className="versions" reversed>
        {agreement.versions.toReversed().map((version) => (
          <li key={version.id} aria-current={version.id === shown?.id || undefined}>
            <Link to={`?versie=${version.number}&weergave=lezen`}>
              {t("vN", { number: version.number })}
              <span className="hidden-text"> {t("openVersion")}</span>
            </Link>
            <div>
              <span lang="nl">{version.changeNote || t(version.number === 1 ? "firstProposal" : "noNote")}</span>
              <small>
                {moment(version.createdAt)}
                {version.editorial && ` · ${t("editorial")}`}
                {version.amongAnswered && ` · ${t("amongAnswered")}`}
                {version.number > 1 && (
                  <>
                    {" · "}
                    <Link to={`?versie=${version.number}&vergelijk=${version.number - 1}&weergave=anders`}>
                      {t("compareWithPrevious", { number: version.number - 1 })}
                    </Link>
                  </>
                )}
              </small>
            </div>
            <VersionBadge state={version.state} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
