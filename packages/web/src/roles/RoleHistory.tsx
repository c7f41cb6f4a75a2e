import { useQuery } from "@apollo/client/react";
import { RoleHistoryDocument } from "@wijkbord/schema/operations";
import { useEffect } from "react";
import { ago, fullMoment } from "../language/dates.ts";
import { useLanguage } from "../language/language.ts";
import { useNow } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { ErrorBlock, Skeleton } from "../ui/States.tsx";
import type { Role } from "./roleFacts.ts";
import { roleWords } from "./roleWords.ts";
import { SeatRow } from "./SeatRow.tsx";

type Key = keyof (typeof roleWords)["nl"];
const isKey = (key: string): key is Key => key in roleWords.nl;

/** Who held a role before, and what happened to it; read again with each new version. */
export function RoleHistory({ role }: { readonly role: Role }) {
  const t = useWords(roleWords);
  const language = useLanguage();
  const now = useNow();
  const { data, error, refetch } = useQuery(RoleHistoryDocument, { variables: { id: role.id }, fetchPolicy: "no-cache" });
  useEffect(() => {
    void refetch().catch(() => undefined);
  }, [refetch, role.version]);
  const past = data?.role.pastSeats ?? [];
  const told = (type: string) => {
    const key = `on_${type}`;
    return isKey(key) ? t(key) : t("changed");
  };
  return (
    <>
      {past.length > 0 && (
        <section className="role-section">
          <h2>{t("past")}</h2>
          <ul className="seats">
            {past.toReversed().map((seat) => (
              <SeatRow key={seat.id} role={role} seat={seat} past />
            ))}
          </ul>
        </section>
      )}
      <section className="role-section">
        <h2>{t("history")}</h2>
        {!data && (error ? <ErrorBlock title={t("historyFailed")} onRetry={() => void refetch().catch(() => undefined)} /> : <Skeleton rows={3} height={36} />)}
        {data?.role.history.length === 0 && <p className="quiet">{t("noHistory")}</p>}
        <ol className="role-history">
          {data?.role.history.map(({ id, type, occurredAt, actor }) => (
            <li key={id}>
              <b>{actor.displayName ?? actor.organisation?.shortName ?? t("hub")}</b> {told(type)}
              <time dateTime={occurredAt} title={fullMoment(new Date(occurredAt), language)}>
                {ago(new Date(occurredAt), language, now)}
                {actor.organisation && ` · ${actor.organisation.shortName}`}
              </time>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
