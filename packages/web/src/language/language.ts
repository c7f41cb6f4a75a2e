import { createContext, use, useCallback } from "react";

export type Language = "nl" | "en";

export const LanguageContext = createContext<Language>("nl");
export const useLanguage = (): Language => use(LanguageContext);
export const localeOf = (language: Language): string => (language === "nl" ? "nl-NL" : "en-GB");

/** The same address in a language: English has `/en` in front. */
export function inLanguage(path: string, language: Language): string {
  const bare = path.replace(/^\/en(?=\/|$)/, "") || "/";
  if (language === "nl") return bare;
  return bare === "/" ? "/en" : `/en${bare}`;
}

/** Makes addresses in the language of the page. */
export function usePath(): (path: string) => string {
  const language = useLanguage();
  return useCallback((path) => inLanguage(path, language), [language]);
}
