import { CombinedGraphQLErrors } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { DemoPeopleDocument, type DemoPeopleQuery } from "@wijkbord/schema/operations";
import { useState } from "react";
import { Link, useLocation, useNavigate } from "../shared/router.tsx";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Circle } from "../ui/Square.tsx";
import { ErrorBlock, Skeleton } from "../ui/States.tsx";
import { showToast, Toasts } from "../ui/Toasts.tsx";
import { Brand } from "./Brand.tsx";
import { homeOf, type Me, readMe, signIn, startClient, useSession } from "./session.ts";
import "./StartPage.css";
import { Tips } from "./Tips.tsx";
import { usePageTitle } from "./usePageTitle.ts";
import { accountWords } from "./words.ts";

type Person = DemoPeopleQuery["demoPeople"][number];

function PersonCards({ people, onChoose }: { readonly people: readonly Person[]; readonly onChoose: (person: Person) => void }) {
  const t = useWords(accountWords);
  return (
    <ul className="people">
      {people.map((person) => (
        <li key={person.key}>
          <button type="button" onClick={() => onChoose(person)}>
            <Circle name={person.displayName} colour={person.organisation.colourIndex} size="l" decorative />
            <span>
              <b>{person.displayName}</b>
              <small>{t("asRole", { organisation: person.organisation.name, role: t(person.accessRole) })}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function GoOn({ me }: { readonly me: Me }) {
  const t = useWords(accountWords);
  const path = usePath();
  const home = homeOf(me);
  if (!home) return null;
  return (
    <Link className="button" data-look="primary" to={path(home)}>
      {t("continueAs", { name: me.displayName })}
    </Link>
  );
}

/** The page that somebody wanted before signing in. */
const nextOf = (state: unknown): string | null =>
  typeof state === "object" && state !== null && "next" in state && typeof state.next === "string" ? state.next : null;

/** The start: choose a fictional person, or go on as yourself. */
export function StartPage() {
  const t = useWords(accountWords);
  const path = usePath();
  const navigate = useNavigate();
  const session = useSession();
  const next = nextOf(useLocation().state);
  const heading = usePageTitle(t("product"));
  const [busy, setBusy] = useState(false);
  const [ownDevice, setOwnDevice] = useState(false);
  const { data, loading, error, refetch } = useQuery(DemoPeopleDocument, { client: startClient });
  const isClosed = CombinedGraphQLErrors.is(error);
  const choose = async ({ key, displayName }: Person) => {
    if (busy) return;
    setBusy(true);
    try {
      await signIn(key, ownDevice);
      const me = await readMe();
      if (session.state === "in" || session.state === "out") await session.refresh();
      const isMember = me?.memberships.some(({ coalition }) => next?.split("/")[next.startsWith("/en/") ? 2 : 1] === coalition.slug);
      navigate(next && isMember ? next : path((me && homeOf(me)) ?? "/"));
    } catch {
      showToast({ text: `${displayName}: ${t("signInFailed")}`, tone: "problem" });
    } finally {
      setBusy(false);
    }
  };
  const groups = Object.entries(Object.groupBy(data?.demoPeople ?? [], ({ coalitionName }) => coalitionName));
  return (
    <div className="start">
      <Brand />
      <main id="content" aria-busy={busy}>
        <h1 ref={heading} tabIndex={-1}>
          {t("startTitle")}
        </h1>
        <p className="start-lead">{t(isClosed ? "startClosed" : "startLead")}</p>
        {next && <p className="start-next">{t("next", { address: next })}</p>}
        {session.state === "in" && <GoOn me={session.me} />}
        {data && <Tips />}
        {error && !isClosed && <ErrorBlock onRetry={() => void refetch()} />}
        {loading && <Skeleton rows={4} height={64} />}
        {data && (
          <label className="own-device">
            <input type="checkbox" checked={ownDevice} onChange={(event) => setOwnDevice(event.target.checked)} />
            <span>
              {t("ownDevice")}
              <small>{t("ownDeviceHint")}</small>
            </span>
          </label>
        )}
        {groups.map(([coalition, people = []]) => (
          <section key={coalition} className="start-coalition" aria-label={t("chooseIn", { coalition })}>
            <h2>
              {coalition} <small>{t("people", { count: people.length })}</small>
            </h2>
            <PersonCards people={people} onChoose={(person) => void choose(person)} />
          </section>
        ))}
        {data && (
          <section className="start-begin" aria-label={t("beginTitle")}>
            <div>
              <h2>{t("beginTitle")}</h2>
              <p>{t("beginLead")}</p>
            </div>
            <Link className="button" to={path("/begin")}>
              {t("begin")}
            </Link>
          </section>
        )}
      </main>
      <Toasts />
    </div>
  );
}
