import { ApolloProvider, useQuery } from "@apollo/client/react";
import { CoalitionDocument } from "@wijkbord/schema/operations";
import { useEffect, useMemo } from "react";
import { Outlet, useMatches, useParams } from "react-router";
import { NotHerePage } from "../accounts/NotHerePage.tsx";
import { type Hat, hatIn, rememberHat, useSession } from "../accounts/session.ts";
import { ConnectionNews } from "../activity/ConnectionChip.tsx";
import { ScopeContext, scopeOf, useScope } from "../activity/scope.ts";
import { useFollow } from "../activity/useFollow.ts";
import { useWords } from "../language/words.ts";
import { ErrorBlock, Skeleton } from "../ui/States.tsx";
import { Toasts } from "../ui/Toasts.tsx";
import { useIsPhone } from "../ui/useIsPhone.ts";
import { BottomBar } from "./BottomBar.tsx";
import "./CoalitionFrame.css";
import { CoalitionContext, openCoalition } from "./coalition.ts";
import { concernsCoalition } from "./concerns.ts";
import { Navigation } from "./Navigation.tsx";
import { PhoneBar } from "./PhoneBar.tsx";
import { TopBar } from "./TopBar.tsx";
import { coalitionWords } from "./words.ts";

function Frame({ hat }: { readonly hat: Hat }) {
  const t = useWords(coalitionWords);
  const phone = useIsPhone();
  const isBare = useMatches().some(({ handle }) => typeof handle === "object" && handle !== null && "bare" in handle);
  const { events } = useScope();
  const { data, error, refetch } = useQuery(CoalitionDocument, { variables: { slug: hat.coalition.slug }, fetchPolicy: "cache-and-network" });
  // What the cache gives is read again at once, so that following may start at the last number that was heard.
  const known = data && Math.max(data.coalition.sequence, events.lastSequence ?? 0);
  useFollow(known, concernsCoalition, async () => (await refetch()).data?.coalition.sequence ?? 0);
  const coalition = useMemo(() => data && openCoalition(data.coalition, hat), [data, hat]);
  useEffect(() => rememberHat(hat), [hat]);
  if (error && !coalition) return <ErrorBlock onRetry={() => void refetch()} />;
  if (!coalition) return <Skeleton rows={6} />;
  if (isBare)
    return (
      <CoalitionContext value={coalition}>
        <main id="content" tabIndex={-1}>
          <Outlet />
        </main>
        <ConnectionNews />
        <Toasts />
      </CoalitionContext>
    );
  return (
    <CoalitionContext value={coalition}>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <div className="frame">
        {!phone && <Navigation />}
        <div className="frame-main">
          {phone ? <PhoneBar /> : <TopBar />}
          <main id="content" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      {phone && <BottomBar />}
      <ConnectionNews />
      <Toasts />
    </CoalitionContext>
  );
}

/** Everything of one coalition, acting with one membership. */
export function CoalitionFrame() {
  const { coalition: slug = "" } = useParams();
  const session = useSession();
  const hat = session.state === "in" ? hatIn(session.me, slug) : undefined;
  if (session.state === "loading") return <Skeleton rows={6} />;
  if (session.state === "failed") return <ErrorBlock onRetry={session.retry} />;
  if (!hat) return <NotHerePage />;
  const scope = scopeOf(hat);
  return (
    <ApolloProvider client={scope.client}>
      <ScopeContext value={scope}>
        <Frame key={hat.id} hat={hat} />
      </ScopeContext>
    </ApolloProvider>
  );
}
