/** Values of the custom properties in the blocks of a style sheet that belong to one look. */
export type Tokens = ReadonlyMap<string, string>;
type Look = "light" | "dark";

const blocks = /(?<selector>[^{}]+)\{(?<body>[^{}]*)\}/g;
const property = /(--[\w-]+):\s*([^;]+);/g;

const belongs = (selector: string, look: Look): boolean => {
  const isDark = selector.includes('[data-theme="dark"]') || selector.includes(':not([data-theme="light"])');
  return /:root/.test(selector) && (look === "dark" || !isDark);
};

/** The tokens of style sheets, later ones over earlier ones, for one look. */
export function tokensOf(sheets: readonly string[], look: Look): Tokens {
  const tokens = new Map<string, string>();
  for (const sheet of sheets) {
    const plain = sheet.replaceAll(/\/\*[\s\S]*?\*\//g, "");
    for (const { groups } of plain.matchAll(blocks)) {
      if (!groups || !belongs(groups["selector"] ?? "", look)) continue;
      for (const [, name = "", value = ""] of (groups["body"] ?? "").matchAll(property)) tokens.set(name, value.trim());
    }
  }
  return tokens;
}

/** The colour of a token, through `var(…, …)`. */
function colourOf(tokens: Tokens, name: string): string {
  const value = tokens.get(name) ?? "";
  const [, other, fallback = ""] = /^var\((--[\w-]+)(?:,\s*(.+))?\)$/.exec(value) ?? [];
  if (other === undefined) return value;
  return tokens.has(other) ? colourOf(tokens, other) : fallback;
}

function luminance(hex: string): number {
  const [, red = "", green = "", blue = ""] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex) ?? [];
  const linear = (part: string) => {
    const share = Number.parseInt(part, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast of two colours `#rrggbb` by WCAG, from 1 to 21; not a number when one is something else. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const on = (inks: readonly string[], grounds: readonly string[]) => inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const));
const tones = ["neutral", "info", "warning", "negative", "positive", ...Array.from({ length: 12 }, (_, index) => `org-${index}`)];

/** Text and what it stands on: 4.5 to 1. */
export const textPairs = [
  ...on(["ink", "ink-2", "ink-3"], ["page", "surface", "sunken", "hover"]),
  ...on(["action-ink"], ["page", "surface", "action-soft"]),
  ...on(["on-action"], ["action", "action-hover"]),
  ...on(["on-brick"], ["brick"]),
  ...on(["nav-ink", "nav-dim"], ["nav"]),
  ...on(["nav-ink"], ["nav-active"]),
  ...tones.map((tone) => [`${tone}-ink`, tone] as const),
];
/** Borders of fields, marks of states and the focus: 3 to 1. */
export const markPairs = [
  ...on(["line-strong", "neutral-solid", "info-solid", "warning-solid", "negative-solid", "positive-solid", "focus"], ["page", "surface"]),
  ...on(["focus-halo"], ["ink"]),
];
/** Colours that only part or hint, and carry nothing that must be seen. */
export const quietTokens = ["line", "nav-line"];

/** Pairs of a theme that are hard to read, in words; empty when it meets AA. */
export function themeProblems(sheets: readonly string[], look: Look): string[] {
  const tokens = tokensOf(sheets, look);
  const check =
    (least: number) =>
    ([ink, ground]: readonly [string, string]) => {
      const [above, below] = [colourOf(tokens, `--wb-${ink}`), colourOf(tokens, `--wb-${ground}`)];
      const isColour = [above, below].every((colour) => /^#[0-9a-f]{6}$/i.test(colour));
      if (!isColour) return [`${look}: ${ink} on ${ground} is ${above} on ${below}; write both as #rrggbb`];
      const found = contrast(above, below);
      return found >= least ? [] : [`${look}: ${ink} on ${ground} is ${found.toFixed(2)} to 1; it needs ${least}`];
    };
  return [...textPairs.flatMap(check(4.5)), ...markPairs.flatMap(check(3))];
}
