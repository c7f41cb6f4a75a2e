import { agreementNumber, SearchKind, type Viewer } from "@wijkbord/schema";
import type { ProcessAgreement } from "@wijkbord/schema/types";
import { readAgreements, readVersions } from "../agreements/visible.ts";
import type { EntityManager } from "../database/database.ts";
import { hitOf, partsOf, type Scored } from "./hit.ts";
import { headline, numberFor, titled, vector, type Wanted } from "./query.ts";

interface VersionRow {
  agreement_id: string;
  id: string;
  score: number;
}
interface Found {
  score: number;
  /** Versions of which the text matches, best first. */
  readonly versionIds: string[];
}

const prefix = "PA";
const words = "to_tsquery('dutch', ?)";
const document = titled("v.title", "v.summary || ' ' || v.text");
const maxHits = 200;

async function byTitle(em: EntityManager, wanted: Wanted): Promise<{ id: string; score: number }[]> {
  const sql = `select a.id, ((a.number = ?)::int * 100 + (a.title ilike ?)::int * 2 + ts_rank(${vector("a.title")}, ${words}) * 4 + 0.5)::float8 as score
    from process_agreement a where a.coalition_id = ? and (a.number = ? or a.title ilike ? or ${vector("a.title")} @@ ${words})`;
  const number = numberFor(wanted, prefix);
  return em.execute(sql, [number, wanted.within, wanted.query, wanted.viewer.coalitionId, number, wanted.within, wanted.query]);
}

async function byText(em: EntityManager, { viewer, query }: Wanted): Promise<VersionRow[]> {
  const sql = `select v.agreement_id, v.id, (ts_rank(${document}, ${words}) * 3)::float8 as score from agreement_version v
    where v.coalition_id = ? and ${document} @@ ${words} order by score desc, v.number desc limit ${maxHits}`;
  return em.execute(sql, [query, viewer.coalitionId, query]);
}

/** The text around what was found, of the version in force if that holds it, else of the best one that the viewer may read. */
async function snippetOf(em: EntityManager, viewer: Viewer, agreement: ProcessAgreement, versionIds: readonly string[], query: string): Promise<string | null> {
  const readable = new Set((await readVersions(em, viewer, agreement.id)).map(({ id }) => id));
  const matching = versionIds.filter((id) => readable.has(id));
  const chosen = matching.find((id) => id === agreement.currentVersionId) ?? matching[0];
  if (!chosen) return null;
  const [row] = await em.execute<{ snippet: string }[]>(`select ${headline("v.summary || ' ' || v.text")} as snippet from agreement_version v where v.id = ?`, [
    query,
    chosen,
  ]);
  return row?.snippet ?? null;
}

/** Agreements by number, title, and text of versions; which of them the viewer may read is decided by the reads of agreements themselves. */
export async function searchAgreements(em: EntityManager, wanted: Wanted): Promise<Scored[]> {
  const { viewer, coalition, query, limit } = wanted;
  const found = new Map<string, Found>();
  for (const { id, score } of await byTitle(em, wanted)) found.set(id, { score, versionIds: [] });
  const titledIds = new Set(found.keys());
  for (const { agreement_id, id, score } of await byText(em, wanted)) {
    const known = found.get(agreement_id) ?? { score, versionIds: [] };
    known.versionIds.push(id);
    found.set(agreement_id, known);
  }
  const scored: Scored[] = [];
  for (const agreement of await readAgreements(em, viewer, [...found.keys()])) {
    const { score, versionIds } = found.get(agreement.id) ?? { score: 0, versionIds: [] };
    const marked = await snippetOf(em, viewer, agreement, versionIds, query);
    if (marked === null && !titledIds.has(agreement.id)) continue;
    const number = agreementNumber(agreement.number);
    const fields = {
      kind: SearchKind.AGREEMENT,
      id: agreement.id,
      number,
      title: agreement.title,
      state: agreement.state,
      archived: false,
      areaCode: null,
      organisationId: agreement.ownerOrganisationId,
    };
    scored.push({ score, hit: hitOf({ ...fields, snippet: partsOf(marked), address: `/${coalition.slug}/afspraken/${number}` }) });
  }
  return scored.toSorted((a, b) => b.score - a.score || a.hit.number.localeCompare(b.hit.number)).slice(0, limit);
}
