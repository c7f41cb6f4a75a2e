import { ApolloProvider, useQuery } from "@apollo/client/react";
import { CoalitionDocument } from "@wijkbord/schema/operations";
import { lazy, Suspense, useEffect, useMemo } from "react";
import { Outlet, useParams } from "../shared/router.tsx";
import { NotHerePage } from "../accounts/NotHerePage.tsx";
import { type Hat, hatIn, rememberHat, useSession } from "../accounts/session.ts";
import { ConnectionNews } from "../activity/ConnectionChip.tsx";
import { ScopeContext, scopeOf, useScope } from "../activity/scope.ts";
import { useFollow } from "../activity/useFollow.ts";
import { later } from "../shared/later.tsx";
import { ErrorBlock, Skeleton } from "../ui/States.tsx";
import { Toasts } from "../ui/Toasts.tsx";
import { CoalitionContext, openCoalition } from "./coalition.ts";
import { concernsCoalition } from "./concerns.ts";

const SessionEnd = lazy(async () => ({ default: (await import("../accounts/SessionEnd.tsx")).SessionEnd }));
const AskedNews = later(async () => (await import("../notifications/AskedNews.tsx")).AskedNews);

function Frame({ hat }: { readonly hat: Hat }) {
  const { events } = useScope();
  const { data, error, refetch } = useQuery(CoalitionDocument, { variables: { slug: hat.coalition.slug }, fetchPolicy: "cache-and-network" });
  // What the cache gives is read again at once, so that following may start at the last number that was heard.
  const known = data && Math.max(data.coalition.sequence, events.lastSequence ?? 0);
  useFollow(known, concernsCoalition, async () => (await refetch()).data?.coalition.sequence ?? 0);
  const coalition = useMemo(() => data && openCoalition(data.coalition, hat), [data, hat]);
  useEffect(() => rememberHat(hat), [hat]);
  if (error && !coalition) return <ErrorBlock onRetry={() => void refetch()} />;
  if (!coalition) return <Skeleton rows={6} />;
  return (
    <CoalitionContext value={coalition}>
      <Suspense>
        <SessionEnd />
      </Suspense>
      <Outlet />
      <ConnectionNews />
      <AskedNews />
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
