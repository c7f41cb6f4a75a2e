import { useEffect, useMemo, useState } from "react";
import { Outlet } from "react-router";
import { SessionProvider } from "./accounts/SessionProvider.tsx";
import { OpenAreaContext } from "./coalitions/useOpenArea.ts";
import { type Language, LanguageContext } from "./language/language.ts";

/** Language, session and the last open neighbourhood, for all pages. */
export function Root({ language }: { readonly language: Language }) {
  const [areaCode, show] = useState<string | null>(null);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageContext value={language}>
      <SessionProvider>
        <OpenAreaContext value={useMemo(() => ({ areaCode, show }), [areaCode])}>
          <Outlet />
        </OpenAreaContext>
      </SessionProvider>
    </LanguageContext>
  );
}
