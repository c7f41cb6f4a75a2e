import { mayHandOverAll } from "@wijkbord/schema";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState, ErrorBlock, Skeleton } from "../ui/States.tsx";
import { Circle, Square } from "../ui/Square.tsx";
import { type Handing, HandoverDialog } from "./HandoverDialog.tsx";
import { HandoverRow } from "./HandoverRow.tsx";
import { handoverWords } from "./handoverWords.ts";
import { IncomingRequests } from "./IncomingRequests.tsx";
import { RolesHead } from "./RolesHead.tsx";
import { type HandoverItem, useHandovers } from "./useHandovers.ts";

interface GroupProps {
  readonly membershipId: string | null;
  readonly items: readonly HandoverItem[];
  readonly onHandOver: (handing: Handing) => void;
}

/** What one person of the own organisation holds, or what nobody is named for. */
function PersonGroup({ membershipId, items, onHandOver }: GroupProps) {
  const t = useWords(handoverWords);
  const { members, hat, viewer, organisations } = useCoalition();
  const own = organisations.get(hat.organisationId);
  const name = membershipId === null ? t("noName") : (members.get(membershipId)?.displayName ?? t("former"));
  const things = Map.groupBy(items, ({ kind, aboutId }) => `${kind} ${aboutId}`);
  const all = membershipId !== null && items.length > 0 && mayHandOverAll(viewer, hat.organisationId, membershipId);
  return (
    <section className="role-section" aria-label={name} data-person={name}>
      <header className="person-head">
        {membershipId === null ? (
          <Square letters={own?.letters ?? ""} name={name} colour={own?.colourIndex ?? 7} size="l" decorative />
        ) : (
          <Circle name={name} colour={own?.colourIndex ?? 7} size="l" decorative />
        )}
        <h2>
          {name} <small className="quiet">{t("holds", { count: things.size })}</small>
        </h2>
        {all && (
          <Button small onClick={() => onHandOver({ membershipId, items: null, name })}>
            {t("handOverAllOf")}
          </Button>
        )}
      </header>
      <ul className="held-items">
        {[...things].map(([key, [first, ...more]]) =>
          first ? (
            <HandoverRow key={key} items={[first, ...more]} onHandOver={(chosen) => onHandOver({ membershipId: null, items: chosen, name: first.title })} />
          ) : null,
        )}
      </ul>
    </section>
  );
}

/** Per person what the own organisation holds, and handing it over in one step; nobody sees this of another organisation (D11). */
export function PeopleView() {
  const t = useWords(handoverWords);
  const { hat, viewer, members } = useCoalition();
  const { organisationId } = hat;
  const { work, failed, reload } = useHandovers(organisationId);
  const [handing, setHanding] = useState<Handing | null>(null);
  const own = [...members.values()].filter((member) => member.organisationId === organisationId);
  const byPerson = Map.groupBy(work?.items ?? [], ({ membershipId }) => membershipId);
  const former = [...byPerson.keys()].filter((id) => id !== null && !own.some((member) => member.id === id));
  const groups = [...own.map(({ id }) => id), ...former, null].filter((id) => byPerson.has(id) || id === viewer.membershipId);
  const organisation = hat.organisation.shortName;
  return (
    <div className="roles">
      <RolesHead view="people">
        {mayHandOverAll(viewer, organisationId, null) && (
          <Button disabled={!work?.openCount} onClick={() => setHanding({ membershipId: null, items: null, name: organisation })}>
            {t("handOverOrganisation", { organisation })}
          </Button>
        )}
      </RolesHead>
      <p className="quiet">{t("only", { organisation })}</p>
      {failed && <ErrorBlock title={t("failed")} onRetry={() => void reload().catch(() => undefined)} />}
      {!work && !failed && <Skeleton rows={4} height={96} />}
      {work && (
        <>
          {work.incoming.length > 0 && <IncomingRequests incoming={work.incoming} />}
          {work.waitingCount > 0 && (
            <p className="vacancy-banner" role="status" data-handover-state>
              {t("stillOpen", { open: work.openCount, waiting: work.waitingCount })}
            </p>
          )}
          {work.items.length === 0 && <EmptyState title={t("nothingHeld", { organisation })} />}
          <div className="person-groups">
            {groups.map((id) => (
              <PersonGroup key={id ?? ""} membershipId={id} items={byPerson.get(id) ?? []} onHandOver={setHanding} />
            ))}
          </div>
        </>
      )}
      {handing && <HandoverDialog handing={handing} onClose={() => setHanding(null)} />}
    </div>
  );
}
