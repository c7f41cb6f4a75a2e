import { useQuery } from "@apollo/client/react";
import { DemoPeopleDocument, type DemoPeopleQuery } from "@wijkbord/schema/operations";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Circle } from "../ui/Square.tsx";
import { Skeleton } from "../ui/States.tsx";
import { showToast, Toasts } from "../ui/Toasts.tsx";
import { Brand } from "./Brand.tsx";
import { homeOf, type Me, readMe, signIn, startClient, useSession } from "./session.ts";
import "./StartPage.css";
import { usePageTitle } from "./usePageTitle.ts";
import { accountWords } from "./words.ts";

type Person = DemoPeopleQuery["demoPeople"][number];

function PersonCards({ people, onChoose }: { readonly people: readonly Person[]; readonly onChoose: (person: Person) => void }) {
  const colours = new Map([...new Set(people.map(({ organisation }) => organisation.name))].map((name, index) => [name, index % 12]));
  return (
    <ul className="people">
      {people.map((person) => (
        <li key={person.key}>
          <button type="button" onClick={() => onChoose(person)}>
            <Circle name={person.displayName} colour={colours.get(person.organisation.name) ?? 7} size="l" decorative />
            <span>
              <b>{person.displayName}</b>
              <small>{person.organisation.name}</small>
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

/** The start: choose a fictional person, or go on as yourself. */
export function StartPage() {
  const t = useWords(accountWords);
  const path = usePath();
  const navigate = useNavigate();
  const session = useSession();
  const heading = usePageTitle(t("product"));
  const [busy, setBusy] = useState(false);
  const [ownDevice, setOwnDevice] = useState(false);
  const { data, loading, error } = useQuery(DemoPeopleDocument, { client: startClient });
  const choose = async ({ key, displayName }: Person) => {
    if (busy) return;
    setBusy(true);
    try {
      await signIn(key, ownDevice);
      const me = await readMe();
      if (session.state === "in" || session.state === "out") await session.refresh();
      void navigate(path((me && homeOf(me)) ?? "/"));
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
        <p className="start-lead">{t(error ? "startClosed" : "startLead")}</p>
        {session.state === "in" && <GoOn me={session.me} />}
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
      </main>
      <Toasts />
    </div>
  );
}
