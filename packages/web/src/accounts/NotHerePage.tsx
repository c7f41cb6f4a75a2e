import { use } from "react";
import { Link, useLocation } from "../shared/router.tsx";
import { CoalitionContext } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Brand } from "./Brand.tsx";
import { useSession } from "./session.ts";
import "./StartPage.css";
import { usePageTitle } from "./usePageTitle.ts";
import { accountWords } from "./words.ts";

function NotHere() {
  const t = useWords(accountWords);
  const path = usePath();
  const heading = usePageTitle(t("product"));
  const location = useLocation();
  const signedIn = useSession().state === "in";
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t("notHereTitle")}
      </h1>
      <p className="start-lead">{t("notHereHint")}</p>
      <Link className="button" data-look="primary" to={path("/")} state={signedIn ? null : { next: location.pathname + location.search }}>
        {t(signedIn ? "toStart" : "signIn")}
      </Link>
    </>
  );
}

/** The same small page for everything that is unknown or forbidden; inside a coalition its menus stay. */
export function NotHerePage() {
  if (use(CoalitionContext)) return <NotHere />;
  return (
    <div className="start">
      <Brand />
      <main id="content">
        <NotHere />
      </main>
    </div>
  );
}
