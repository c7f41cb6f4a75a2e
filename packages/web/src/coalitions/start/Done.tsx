import { StartKind } from "@wijkbord/schema";
import type { StartCoalitionMutation } from "@wijkbord/schema/operations";
import { Link } from "../../shared/router.tsx";
import { usePageTitle } from "../../accounts/usePageTitle.ts";
import { usePath } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { LinkRow } from "./Links.tsx";
import { startWords } from "./words.ts";

type Payload = Extract<StartCoalitionMutation["startCoalition"], { __typename: "StartCoalitionPayload" }>;

interface DoneProps {
  readonly made: Payload;
  readonly names: readonly string[];
  readonly start: StartKind;
}

/** The coalition is there: a link for each partner, and on to the board or the list. */
export function Done({ made, names, start }: DoneProps) {
  const t = useWords(startWords);
  const path = usePath();
  const heading = usePageTitle(t("doneTitle", { name: made.coalition.name }));
  const board = `/${made.coalition.slug}/bord/${made.boardSlug}`;
  const list = `/${made.coalition.slug}/importeren?bord=${made.boardSlug}`;
  const isList = start === StartKind.LIST;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t("doneTitle", { name: made.coalition.name })}
      </h1>
      <p className="start-lead">{t("doneLead")}</p>
      <ul className="start-links">
        {made.invitations.map(({ path: link, invitation }, index) => (
          <LinkRow key={invitation.id} organisation={names[index] ?? ""} path={link ?? ""} invitation={invitation} />
        ))}
      </ul>
      <p className="start-acts">
        <Link className="button" data-look="primary" to={path(isList ? list : board)}>
          {t(isList ? "toList" : "toBoard")}
        </Link>
        {isList && (
          <Link className="button" to={path(board)}>
            {t("toBoard")}
          </Link>
        )}
      </p>
    </>
  );
}
