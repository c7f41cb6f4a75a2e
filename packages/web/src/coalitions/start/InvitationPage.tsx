import { useQuery } from "@apollo/client/react";
import { coalitionLimits } from "@wijkbord/schema";
import { AcceptInvitationDocument, OpenInvitationDocument, type OpenInvitationQuery } from "@wijkbord/schema/operations";
import { useState } from "react";
import { Link, useLocation, useNavigate } from "../../shared/router.tsx";
import { Brand } from "../../accounts/Brand.tsx";
import { startClient, useSession } from "../../accounts/session.ts";
import "../../accounts/StartPage.css";
import { usePageTitle } from "../../accounts/usePageTitle.ts";
import { useLanguage, usePath } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { refusalLines } from "../../tasks/refusals.ts";
import { Button } from "../../ui/Button.tsx";
import { Field, FieldError } from "../../ui/Field.tsx";
import { Square } from "../../ui/Square.tsx";
import { ErrorBlock, Skeleton } from "../../ui/States.tsx";
import { settingsWords } from "../settings/words.ts";
import "./Start.css";
import { startWords } from "./words.ts";

type Open = NonNullable<OpenInvitationQuery["invitation"]>;

function useJoin(token: string) {
  const t = useWords(startWords);
  const path = usePath();
  const language = useLanguage();
  const navigate = useNavigate();
  const session = useSession();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const join = async (displayName: string, ownDevice: boolean) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const input = { token, displayName: displayName.trim() || null, locale: language, ownDevice };
      const { data } = await startClient.mutate({ mutation: AcceptInvitationDocument, variables: { input }, fetchPolicy: "no-cache" });
      const answer = data?.acceptInvitation;
      if (answer?.__typename !== "AcceptInvitationPayload") return setProblem(answer ? refusalLines(answer, language).join(" ") : t("joinFailed"));
      if (session.state === "in" || session.state === "out") await session.refresh();
      navigate(path(`/${answer.coalition.slug}`));
    } catch {
      setProblem(t("joinFailed"));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, join };
}

function Joining({ token, open }: { readonly token: string; readonly open: Open }) {
  const t = useWords(startWords);
  const kinds = useWords(settingsWords);
  const session = useSession();
  const heading = usePageTitle(t("joinTitle", { coalition: open.coalitionName }));
  const { busy, problem, join } = useJoin(token);
  const [displayName, setDisplayName] = useState("");
  const [ownDevice, setOwnDevice] = useState(false);
  const own = session.state === "in" && session.me.memberships.every(({ coalition }) => !coalition.isDemo) ? session.me.displayName : null;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t("joinTitle", { coalition: open.coalitionName })}
      </h1>
      <p className="start-lead invitation-lead">
        <Square letters={open.letters} name={open.organisationName} colour={open.colourIndex} size="l" decorative />
        <span>
          {t("joinLead", { organisation: open.organisationName })} <small className="quiet">{kinds(`kind_${open.kind}`)}</small>
        </span>
      </p>
      <p className="start-note">{t("demoNote")}</p>
      <form
        className="start-form"
        onSubmit={(event) => {
          event.preventDefault();
          void join(displayName, ownDevice);
        }}
      >
        {own !== null ? (
          <p>{t("asYourself", { name: own })}</p>
        ) : (
          <>
            <Field label={t("yourName")} hint={t("yourNameHint")}>
              <input
                required
                autoComplete="name"
                maxLength={coalitionLimits.displayName}
                value={displayName}
                onChange={(event) => setDisplayName(event.target.value)}
              />
            </Field>
            <label className="own-device">
              <input type="checkbox" checked={ownDevice} onChange={(event) => setOwnDevice(event.target.checked)} />
              <span>
                {t("ownDevice")}
                <small>{t("ownDeviceHint")}</small>
              </span>
            </label>
          </>
        )}
        {problem && <FieldError>{problem}</FieldError>}
        <p>
          <Button type="submit" look="primary" disabled={busy}>
            {t("join", { organisation: open.organisationName })}
          </Button>
        </p>
      </form>
    </>
  );
}

function Gone() {
  const t = useWords(startWords);
  const path = usePath();
  const heading = usePageTitle(t("goneTitle"));
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t("goneTitle")}
      </h1>
      <p className="start-lead">{t("goneHint")}</p>
      <Link className="button" data-look="primary" to={path("/")}>
        {t("back")}
      </Link>
    </>
  );
}

/** A link by which people join an organisation; what stands behind # never goes to the hub in an address. */
export function InvitationPage() {
  const token = useLocation().hash.slice(1);
  const { data, error, refetch } = useQuery(OpenInvitationDocument, {
    client: startClient,
    variables: { token },
    skip: token === "",
    fetchPolicy: "network-only",
  });
  const open = token === "" ? null : data?.invitation;
  return (
    <div className="start">
      <Brand />
      <main id="content">
        {error && !data && <ErrorBlock onRetry={() => void refetch()} />}
        {!error && open === undefined && <Skeleton rows={3} />}
        {open === null && <Gone />}
        {open && <Joining token={token} open={open} />}
      </main>
    </div>
  );
}
