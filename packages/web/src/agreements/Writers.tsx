import { useWords } from "../language/words.ts";
import { Circle } from "../ui/Square.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import type { Cursor } from "./draftSession.ts";
import { writingWords } from "./writingWords.ts";

/** Who else writes in this text now. */
export function Writers({ cursors, membershipId }: { readonly cursors: readonly Cursor[]; readonly membershipId: string }) {
  const t = useWords(writingWords);
  const { organisations } = useCoalition();
  const others = new Map(cursors.filter((cursor) => cursor.membershipId !== membershipId).map((cursor) => [cursor.membershipId, cursor]));
  if (others.size === 0) return <p className="writers quiet">{t("writingAlone")}</p>;
  return (
    <p className="writers">
      <span>{t("writingToo")}</span>
      {[...others.values()].map(({ membershipId: id, displayName, organisation }) => (
        <span key={id} className="writer">
          <Circle name={displayName} colour={organisations.get(organisation.id)?.colourIndex ?? 7} size="s" decorative />
          {displayName} ({organisation.shortName})
        </span>
      ))}
    </p>
  );
}
