import { lazy, Suspense } from "react";
import { Outlet } from "../shared/router.tsx";
import { useWords } from "../language/words.ts";
import { Skeleton } from "../ui/States.tsx";
import { useIsPhone } from "../ui/useIsPhone.ts";
import { BottomBar } from "./BottomBar.tsx";
import { useCoalition } from "./coalition.ts";
import "./CoalitionFrame.css";
import "./DemoBar.css";
import { Navigation } from "./Navigation.tsx";
import { PhoneBar } from "./PhoneBar.tsx";
import { TopBar } from "./TopBar.tsx";
import { coalitionWords } from "./words.ts";

const DemoBar = lazy(async () => ({ default: (await import("./DemoBar.tsx")).DemoBar }));

const Page = () => (
  <main id="content" tabIndex={-1}>
    <Suspense fallback={<Skeleton rows={6} />}>
      <Outlet />
    </Suspense>
  </main>
);

/** A page that fills the window, without the menus. */
export const Bare = () => <Page />;

/** A page with the menus around it. */
export function Framed() {
  const t = useWords(coalitionWords);
  const phone = useIsPhone();
  const { isDemo } = useCoalition();
  return (
    <div className="frame-around">
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <div className="frame" data-demo={isDemo || undefined}>
        {!phone && <Navigation />}
        <div className="frame-main">
          {isDemo && (
            <Suspense fallback={<div className="demo-bar" />}>
              <DemoBar />
            </Suspense>
          )}
          {phone ? <PhoneBar /> : <TopBar />}
          <Page />
        </div>
      </div>
      {phone && <BottomBar />}
    </div>
  );
}
