import { useQuery } from "@apollo/client/react";
import { AgreementsOfRolesDocument, type AgreementsOfRolesQuery, AgreementsOfTaskDocument } from "@wijkbord/schema/operations";
import type { ReactNode } from "react";
import { Link } from "../shared/router.tsx";
import type { HubEvent } from "../activity/eventStore.ts";
import { useScope } from "../activity/scope.ts";
import { useFollow } from "../activity/useFollow.ts";
import { taskPath, useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { agreementPath } from "./addresses.ts";
import "./AgreementsOf.css";
import { AgreementBadge } from "./states.tsx";
import { triangleWords } from "./triangleWords.ts";

type Entry = AgreementsOfRolesQuery["roles"]["roles"][number]["agreements"][number];

const concerns = ({ target, type }: HubEvent) => target.type === "ProcessAgreement" || target.type === "CoalitionRole" || type === "TEXT_REDACTED";

function Row({ agreement, children }: { readonly agreement: Omit<Entry, "tasks">; readonly children: ReactNode }) {
  const path = usePath();
  const coalition = useCoalition();
  return (
    <li>
      <Link to={path(agreementPath(coalition, agreement.number))}>
        <span className="digits">{agreement.number}</span> <span lang="nl">{agreement.title}</span>
      </Link>
      <AgreementBadge agreement={agreement} />
      {children}
    </li>
  );
}

/** The agreements that a task exists because of, with the roles in them that nobody holds; nothing without any. */
export function AgreementsOfTask({ taskId, children }: { readonly taskId: string; readonly children: (title: string, list: ReactNode) => ReactNode }) {
  const t = useWords(triangleWords);
  const { events } = useScope();
  const { data, refetch } = useQuery(AgreementsOfTaskDocument, { variables: { id: taskId }, fetchPolicy: "no-cache" });
  const asOf = () => events.lastSequence ?? 0;
  useFollow(data && asOf(), concerns, async () => {
    await refetch();
    return asOf();
  });
  const agreements = data?.task?.agreements ?? [];
  if (agreements.length === 0) return null;
  const list = (
    <ul className="agreements-of">
      {agreements.map((agreement) => {
        const open = agreement.roles.filter(({ state }) => state !== "FILLED").map(({ name }) => name);
        return (
          <Row key={agreement.id} agreement={agreement}>
            {open.length > 0 && <small className="agreements-of-open">{t("openRoles", { names: open.join(", ") })}</small>}
          </Row>
        );
      })}
    </ul>
  );
  return children(t("ofTask"), list);
}

/** The agreements that rely on a role, with the tasks that exist because of them. */
export function AgreementsOfRole({ roleId }: { readonly roleId: string }) {
  const t = useWords(triangleWords);
  const path = usePath();
  const coalition = useCoalition();
  const { data, refetch } = useQuery(AgreementsOfRolesDocument, { variables: { coalitionId: coalition.id }, fetchPolicy: "no-cache" });
  useFollow(data?.roles.asOfSequence, concerns, async () => (await refetch()).data?.roles.asOfSequence ?? 0);
  const agreements = data?.roles.roles.find(({ id }) => id === roleId)?.agreements;
  return (
    <section className="role-section">
      <h2>{t("ofRole")}</h2>
      {agreements?.length === 0 && <p className="quiet">{t("roleNone")}</p>}
      <ul className="agreements-of">
        {agreements?.map((agreement) => (
          <Row key={agreement.id} agreement={agreement}>
            {agreement.tasks.length > 0 && (
              <ul>
                {agreement.tasks.map(({ id, number, title }) => (
                  <li key={id}>
                    <Link to={path(taskPath(coalition, number))}>
                      <span className="digits">{number}</span> <span lang="nl">{title}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </Row>
        ))}
      </ul>
    </section>
  );
}
