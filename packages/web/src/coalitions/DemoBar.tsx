import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import { mayWrite } from "@wijkbord/schema";
import { DemoPartnersDocument, SetDemoPartnersDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { Link } from "../shared/router.tsx";
import { clockTime } from "../language/dates.ts";
import { useLanguage, usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { showToast } from "../ui/Toasts.tsx";
import { useCoalition } from "./coalition.ts";
import { coalitionWords } from "./words.ts";

const lookAgain = 60_000;

/** Says on every page of a demo coalition that it is one, and lets its partners move by themselves. */
export function DemoBar() {
  const t = useWords(coalitionWords);
  const language = useLanguage();
  const path = usePath();
  const client = useApolloClient();
  const { id: coalitionId, viewer } = useCoalition();
  const variables = { coalitionId };
  const { data } = useQuery(DemoPartnersDocument, { variables, pollInterval: lookAgain });
  const [set] = useMutation(SetDemoPartnersDocument);
  const [wanted, setWanted] = useState<boolean | null>(null);
  const moving = data?.demoPartners;
  const until = moving?.until ? new Date(moving.until) : null;
  const on = wanted ?? moving?.on ?? false;
  const flip = async () => {
    if (wanted !== null) return;
    setWanted(!on);
    try {
      const answer = (await set({ variables: { input: { coalitionId, on: !on } } })).data?.setDemoPartners;
      if (answer?.__typename !== "SetDemoPartnersPayload") throw new Error("refused");
      client.writeQuery({ query: DemoPartnersDocument, variables, data: { demoPartners: answer.demoPartners } });
    } catch {
      showToast({ text: t("demoFailed"), tone: "problem" });
    } finally {
      setWanted(null);
    }
  };
  return (
    <aside className="demo-bar" aria-label={t("demoBar")}>
      <p>
        <b>{t("demoShort")}</b> <span>{t("demoTry")}</span>
      </p>
      {mayWrite(viewer) && (
        <label className="demo-switch">
          <input type="checkbox" role="switch" disabled={!moving} checked={on} aria-checked={on} onChange={() => void flip()} />
          <span>{t("demoMove")}</span>
          {until && <small>{t("demoUntil", { time: clockTime(until, language) })}</small>}
        </label>
      )}
      <Link to={path("/begin")}>{t("demoBegin")}</Link>
    </aside>
  );
}
