import { Link } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { agreementPath } from "./addresses.ts";
import { Squares, useNames } from "./Organisation.tsx";
import { registerWords } from "./registerWords.ts";
import { AgreementBadge, VersionBadge } from "./states.tsx";
import { useMoments } from "./useMoments.ts";
import type { Row } from "./useRegister.ts";
import { agreementWords } from "./words.ts";

/** The day that matters most now, in words. */
function useDayLine() {
  const t = useWords(registerWords);
  const w = useWords(agreementWords);
  const { day, lastDay, moment } = useMoments();
  return ({ openVersion, registration, reviewOn, reviewOverdue, inForceSince, state, createdAt }: Row): string => {
    if (openVersion?.state === "CONSENT_ROUND" && openVersion.roundClosesAt) return `${w("answerUntil")} ${lastDay(openVersion.roundClosesAt)}`;
    if (state === "ENDED") return "";
    if (reviewOverdue && reviewOn) return w("reviewPassed", { day: day(reviewOn) });
    if (registration) return w("madeElsewhereOn", { day: day(registration.agreedOn) });
    if (inForceSince && reviewOn) return t("sinceAndReview", { since: moment(inForceSince), review: day(reviewOn) });
    return t("madeOn", { day: moment(createdAt) });
  };
}

/** One agreement in the register. */
export function RegisterRow({ row }: { readonly row: Row }) {
  const t = useWords(registerWords);
  const w = useWords(agreementWords);
  const path = usePath();
  const coalition = useCoalition();
  const { organisation } = useNames();
  const dayLine = useDayLine();
  const { openVersion, signatoryIds } = row;
  const areas = coalition.boards.filter(({ areaCode }) => row.areaCodes.includes(areaCode)).map(({ areaName }) => areaName);
  return (
    <li className="register-row">
      <div className="register-what">
        <p className="quiet">
          <span className="digits">{row.number}</span> · {w(row.category)} · {t("owner", { name: organisation(row.ownerOrganisationId) })}
          {areas.length > 0 && ` · ${areas.join(", ")}`}
        </p>
        <Link to={path(agreementPath(coalition, row.number))} lang="nl">
          {row.title}
        </Link>
        <p>{dayLine(row)}</p>
      </div>
      <Squares ids={openVersion?.signatoryIds ?? signatoryIds} />
      <div className="register-state">
        {openVersion && row.state !== "DRAFT" ? <VersionBadge state={openVersion.state} /> : <AgreementBadge agreement={row} />}
        {openVersion?.state === "CONSENT_ROUND" && (
          <small>{w("answeredOf", { answered: openVersion.answeredCount, all: openVersion.signatoryIds.length })}</small>
        )}
      </div>
    </li>
  );
}
