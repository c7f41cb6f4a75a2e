import { PGlite, types } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";

/** Where an embedded database keeps its files: a folder, or memory, which a saved database may fill. */
export type EmbeddedLocation = { folder: string } | { memory: true; saved?: Blob };

/** Moments stay text, as the ORM expects them of any PostgreSQL. */
const asText = (value: string) => value;
const parsers = { [types.DATE]: asText, [types.TIMESTAMP]: asText, [types.TIMESTAMPTZ]: asText, [types.INTERVAL]: asText };

/** Starts the embedded database. */
export function openEmbedded(location: EmbeddedLocation): Promise<PGlite> {
  // Not relaxed: a query answers after its files are written, so that a killed process loses nothing it acknowledged.
  const options = { parsers, relaxedDurability: false, extensions: { pg_trgm } };
  if ("folder" in location) return PGlite.create({ ...options, dataDir: location.folder });
  return PGlite.create({ ...options, dataDir: "memory://", ...(location.saved ? { loadDataDir: location.saved } : {}) });
}
