/** D8: limits of a link to something elsewhere, in characters, and how many one thing has. */
export const linkLimits = { title: 140, url: 2_000, audience: 140, links: 20 } as const;
