import { type I18n, setupI18n } from "@lingui/core";
import { useMemo } from "react";
import { type Language, useLanguage } from "./language.ts";

type Values = Readonly<Record<string, string | number>>;
export type Translate<Key extends string> = (key: Key, values?: Values) => string;

/** The words of one domain in both languages, in ICU form; the build compiles them. */
export interface Words<Key extends string> {
  readonly domain: string;
  readonly nl: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

const catalogues: Record<Language, I18n> = {
  nl: setupI18n({ locale: "nl", locales: "nl-NL", messages: { nl: {} } }),
  en: setupI18n({ locale: "en", locales: "en-GB", messages: { en: {} } }),
};
const loaded = new Set<string>();

function load({ domain, ...words }: Words<string>, language: Language): void {
  if (loaded.has(`${language}.${domain}`)) return;
  loaded.add(`${language}.${domain}`);
  const messages = Object.entries(words[language]).map(([key, text]) => [`${domain}.${key}`, text] as const);
  catalogues[language].load(language, Object.fromEntries(messages));
}

/** Joins both languages of a domain; the compiler checks that they have the same keys. */
export const defineWords = <Key extends string>(domain: string, nl: Record<Key, string>, en: Record<NoInfer<Key>, string>): Words<Key> => ({ domain, nl, en });

/** The words of a domain in one language, outside components. */
export function wordsIn<Key extends string>(words: Words<Key>, language: Language): Translate<Key> {
  load(words, language);
  return (key, values) => catalogues[language]._(`${words.domain}.${key}`, values);
}

/** The words of a domain in the language of the page. */
export function useWords<Key extends string>(words: Words<Key>): Translate<Key> {
  const language = useLanguage();
  return useMemo(() => wordsIn(words, language), [words, language]);
}
