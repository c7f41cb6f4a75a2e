import { useEffect, useState } from "react";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { uiWords } from "../ui/words.ts";
import { Explorer } from "./Explorer.tsx";
import { loadPerson, type Person } from "./person.ts";
import { graphiqlWords } from "./words.ts";

type State = "LOADING" | "FAILED" | { readonly person: Person | null };

function Failed({ onAgain }: { readonly onAgain: () => void }) {
  const words = useWords(uiWords);
  return (
    <main className="note">
      <h1>{words("failed")}</h1>
      <p>{words("failedHint")}</p>
      <Button look="primary" onClick={onAgain}>
        {words("tryAgain")}
      </Button>
    </main>
  );
}

function SignedOut() {
  const words = useWords(graphiqlWords);
  const path = usePath();
  return (
    <main className="note">
      <h1>{words("signedOut")}</h1>
      <p>{words("signedOutWhy")}</p>
      <a className="button" data-look="primary" href={path("/")}>
        {words("signIn")}
      </a>
    </main>
  );
}

/** The whole page: GraphiQL for who is signed in, the way to sign in for others. */
export function GraphiQLPage() {
  const words = useWords(graphiqlWords);
  const inGeneral = useWords(uiWords);
  const [state, setState] = useState<State>("LOADING");
  const load = () => {
    void loadPerson().then(
      (person) => setState({ person }),
      () => setState("FAILED"),
    );
  };
  useEffect(load, []);
  if (state === "LOADING") {
    return (
      <main className="note">
        <p role="status">{inGeneral("loading")}</p>
      </main>
    );
  }
  if (state === "FAILED") return <Failed onAgain={load} />;
  if (!state.person) return <SignedOut />;
  const [first] = state.person.memberships;
  if (first) return <Explorer person={state.person} first={first} />;
  return (
    <main className="note">
      <h1>{words("title")}</h1>
      <p>{words("noMembership")}</p>
    </main>
  );
}
