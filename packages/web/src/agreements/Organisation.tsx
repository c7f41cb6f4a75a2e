import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { Square } from "../ui/Square.tsx";
import { agreementWords } from "./words.ts";

/** Names of partners and members of the open coalition. */
export function useNames() {
  const t = useWords(agreementWords);
  const { organisations, members } = useCoalition();
  return {
    organisation: (id: string) => organisations.get(id)?.shortName ?? t("formerPartner"),
    member: (id: string | null) => (id && members.get(id)?.displayName) || t("formerMember"),
  };
}

/** The square of an organisation. */
export function OrganisationSquare({
  id,
  size = "m",
  decorative = false,
  open = false,
}: {
  readonly id: string;
  readonly size?: "s" | "m" | "l";
  readonly decorative?: boolean;
  readonly open?: boolean;
}) {
  const t = useWords(agreementWords);
  const organisation = useCoalition().organisations.get(id);
  return (
    <Square
      letters={organisation?.letters ?? "?"}
      name={organisation?.name ?? t("formerPartner")}
      colour={organisation?.colourIndex ?? 7}
      size={size}
      decorative={decorative}
      open={open}
    />
  );
}

/** The squares of several organisations. */
export function Squares({ ids }: { readonly ids: readonly string[] }) {
  return (
    <span className="squares">
      {ids.map((id) => (
        <OrganisationSquare key={id} id={id} />
      ))}
    </span>
  );
}
