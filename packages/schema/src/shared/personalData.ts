/** Kinds of text that look like personal data of a resident. */
export type PersonalDataKind = "BSN" | "PHONE" | "EMAIL" | "ADDRESS";

/** A piece of text that looks like personal data. */
export interface PersonalDataHit {
  readonly kind: PersonalDataKind;
  /** Where it begins in the text, from 0. */
  readonly index: number;
  readonly length: number;
}

/** The 11-check of a citizen service number. */
function isBsn(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0 && !/^(\d)\1*$/.test(digits);
}

const patterns: readonly { kind: PersonalDataKind; pattern: RegExp; holds?: (match: string) => boolean }[] = [
  { kind: "BSN", pattern: /(?<![\d.,])\d{9}(?![\d.,]?\d)/g, holds: isBsn },
  { kind: "PHONE", pattern: /(?<![\w+])(?:(?:\+|00)31[\s-]?(?:\(0\)[\s-]?)?|0)[1-9](?:[\s-]?\d){8}(?!\d)/g },
  { kind: "EMAIL", pattern: /[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/gi },
  {
    kind: "ADDRESS",
    pattern:
      /(?<!\w)[1-9]\d{3}\s?[A-Z]{2}(?!\w)[\s,]{0,3}(?:nr\.?\s|huisnummer\s)?\d{1,5}(?!\d)|(?<!\w)[A-Z][\p{L}'-]{1,40}(?:straat|laan|weg|plein|kade|gracht|singel|dreef|hof)\s\d{1,4}[a-z]?,?\s[1-9]\d{3}\s?[A-Z]{2}(?!\w)/gu,
  },
];

/** Text that looks like a citizen service number, phone number, e-mail address or postcode with house number (INV-13). */
export function findPersonalData(text: string): PersonalDataHit[] {
  return patterns
    .flatMap(({ kind, pattern, holds }) =>
      [...text.matchAll(pattern)]
        .filter(([match]) => holds?.(match) ?? true)
        .map((match): PersonalDataHit => ({ kind, index: match.index, length: match[0].length })),
    )
    .toSorted((one, other) => one.index - other.index);
}
