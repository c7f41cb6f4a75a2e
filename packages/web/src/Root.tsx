import { Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { Outlet, useLocation } from "./shared/router.tsx";
import { SessionProvider } from "./accounts/SessionProvider.tsx";
import { CrashBoundary } from "./CrashBoundary.tsx";
import { keepArea, lastArea, OpenAreaContext } from "./coalitions/useOpenArea.ts";
import { type Language, LanguageContext } from "./language/language.ts";

/** Language, session and the last open neighbourhood, for all pages. */
export function Root({ language }: { readonly language: Language }) {
  const { pathname } = useLocation();
  const [areaCode, setAreaCode] = useState(lastArea);
  const show = useCallback((code: string) => setAreaCode(keepArea(code)), []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageContext value={language}>
      <CrashBoundary address={pathname}>
        <SessionProvider>
          <OpenAreaContext value={useMemo(() => ({ areaCode, show }), [areaCode, show])}>
            <Suspense fallback={null}>
              <Outlet />
            </Suspense>
          </OpenAreaContext>
        </SessionProvider>
      </CrashBoundary>
    </LanguageContext>
  );
}
