import { Link } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { divisionPath } from "../roles/addresses.ts";
import { Skeleton } from "../ui/States.tsx";
import { Square } from "../ui/Square.tsx";
import { type PartnerCount, usePartnerCounts } from "./usePartnerCounts.ts";
import { attentionWords } from "./words.ts";

function useSummary() {
  const t = useWords(attentionWords);
  return (count: PartnerCount | undefined): string => {
    if (!count) return t("noTasks");
    const { leads, does, asked, late } = count;
    return (
      [
        leads > 0 && t("leads", { count: leads }),
        does > 0 && t("does", { count: does }),
        asked > 0 && t("asked", { count: asked }),
        late > 0 && t("late", { count: late }),
      ]
        .filter(Boolean)
        .join(", ") || t("noTasks")
    );
  };
}

/** What each partner carries now, counted per organisation. */
export function Partners({ asOfSequence }: { readonly asOfSequence: number }) {
  const t = useWords(attentionWords);
  const path = usePath();
  const coalition = useCoalition();
  const summary = useSummary();
  const counts = usePartnerCounts(asOfSequence);
  const partners = [...coalition.organisations.values()].filter(({ id, leftOn }) => leftOn === null || counts?.has(id));
  return (
    <section className="today-card" aria-labelledby="per-partner">
      <header>
        <h2 id="per-partner">{t("partners")}</h2>
        <Link to={path(divisionPath(coalition))}>{t("toDivision")}</Link>
      </header>
      {!counts && <Skeleton rows={2} height={44} />}
      {counts && (
        <ul className="partner-counts">
          {partners.map(({ id, name, shortName, letters, colourIndex }) => (
            <li key={id} data-partner={letters}>
              <Square letters={letters} name={name} colour={colourIndex} size="l" decorative />
              <span>
                {shortName}
                <small>{summary(counts.get(id))}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
