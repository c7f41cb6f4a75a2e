import { useEffect } from "react";
import { useScope } from "../activity/scope.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { usePresent } from "../presence/Presence.tsx";
import { presenceOf } from "../presence/presenceStore.ts";
import { Circle } from "../ui/Square.tsx";
import { OrganisationSquare } from "./Organisation.tsx";
import { useOpenAgreement } from "./useAgreement.ts";
import { agreementWords } from "./words.ts";

/** Says that this page is open, and shows who else has it open; while a round is open only of which organisation. */
function ReadersHere({ agreementId }: { readonly agreementId: string }) {
  const t = useWords(agreementWords);
  const { organisations } = useCoalition();
  const presence = presenceOf(useScope());
  const present = usePresent();
  useEffect(() => {
    presence.stand({ page: "AGREEMENT", objectId: agreementId, taskId: null, mode: "VIEWING" });
    return () => presence.stand(null);
  }, [presence, agreementId]);
  if (present.length === 0) return null;
  return (
    <p className="readers">
      <span>{t("readToo")}</span>
      {present.map(({ membershipId, displayName, organisation }) => (
        <span key={membershipId} className="writer">
          {displayName ? (
            <Circle name={displayName} colour={organisations.get(organisation.id)?.colourIndex ?? 7} size="s" decorative />
          ) : (
            <OrganisationSquare id={organisation.id} size="s" decorative />
          )}
          {displayName ? `${displayName} (${organisation.shortName})` : t("somebodyOf", { name: organisation.shortName })}
        </span>
      ))}
    </p>
  );
}

/** Who reads the agreement now, where the coalition chose to show that. */
export function Readers() {
  const { agreementPresence } = useCoalition();
  const { agreement } = useOpenAgreement();
  return agreementPresence && <ReadersHere agreementId={agreement.id} />;
}
