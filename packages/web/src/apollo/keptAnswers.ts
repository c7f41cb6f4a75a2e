const place = "wijkbord-answers";
/** What must stay readable without a connection, also after the page is loaded again. */
const keptQueries = new Set(["Start", "Coalition", "Board", "TaskPanel", "TaskByNumber", "Today", "PartnerCounts"]);
const ageLimit = 7 * 24 * 3_600_000;
const keptAt = "x-kept-at";

/** An answer of the hub that was kept on this device, and when it was given. */
export interface KeptAnswer {
  readonly text: string;
  readonly at: Date;
}

export const isKeptQuery = (operationName: string | undefined): boolean => operationName !== undefined && keptQueries.has(operationName);

/** Browsers keep answers in secure contexts only; elsewhere nothing is kept. */
const store = (): Promise<Cache> | null => ("caches" in globalThis ? caches.open(place) : null);

const addressOf = (membership: string | null, operationName: string, variables: unknown) =>
  `/kept/${membership ?? "start"}/${operationName}?${encodeURIComponent(JSON.stringify(variables))}`;

/** Keeps an answer on this device. */
export async function keepAnswer(membership: string | null, operationName: string, variables: unknown, text: string): Promise<void> {
  const headers = { [keptAt]: new Date().toISOString() };
  await (await store())?.put(addressOf(membership, operationName, variables), new Response(text, { headers }));
}

/** The answer that was kept; null without one, or when it is older than seven days. */
export async function keptAnswer(membership: string | null, operationName: string, variables: unknown): Promise<KeptAnswer | null> {
  const response = await (await store())?.match(addressOf(membership, operationName, variables));
  const at = new Date(response?.headers.get(keptAt) ?? Number.NaN);
  if (!response || !(Date.now() - at.getTime() < ageLimit)) return null;
  return { text: await response.text(), at };
}

/** Forgets all that was kept: after signing out, and when text was taken back for privacy. */
export async function forgetAnswers(): Promise<void> {
  if ("caches" in globalThis) await caches.delete(place);
}
