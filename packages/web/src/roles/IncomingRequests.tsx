import { mayWrite } from "@wijkbord/schema";
import { DecideHandoverDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { type Outcome, useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { ActDialog } from "./ActDialog.tsx";
import { handoverWords } from "./handoverWords.ts";
import type { Incoming } from "./useHandovers.ts";

/** What others ask the own organisation to take over, with yes and no; the letters of one task get one answer. */
export function IncomingRequests({ incoming }: { readonly incoming: readonly Incoming[] }) {
  const t = useWords(handoverWords);
  const act = useAct();
  const { organisations, hat, viewer } = useCoalition();
  const [declining, setDeclining] = useState<readonly Incoming[]>([]);
  const organisation = hat.organisation.shortName;
  const answer = async (requests: readonly Incoming[], accept: boolean, reason: string | null): Promise<Outcome> => {
    for (const { id, version } of requests) {
      const outcome = await act(DecideHandoverDocument, { handoverId: id, expectedVersion: version, accept, reason }, { quiet: !accept });
      if (!outcome.ok) return outcome;
    }
    return { ok: true };
  };
  return (
    <section className="role-section" aria-labelledby="overname-gevraagd">
      <h2 id="overname-gevraagd">{t("incoming", { organisation })}</h2>
      <ul className="held-items">
        {[...Map.groupBy(incoming, ({ aboutId, fromOrganisationId }) => `${aboutId} ${fromOrganisationId}`).values()].flatMap((requests) => {
          const [request] = requests;
          if (!request) return [];
          const about = `${request.number ? `${request.number} ` : ""}${request.title}`;
          return (
            <li key={request.id} data-incoming={request.number ?? request.title}>
              <div>
                <b lang="nl">{about}</b>
                <small>
                  {t("stays", { organisation: organisations.get(request.fromOrganisationId ?? "")?.shortName ?? "" })}
                  {request.reason && <> · {request.reason}</>}
                </small>
              </div>
              {mayWrite(viewer) && (
                <>
                  <Button small aria-label={t("about", { act: t("no"), about })} onClick={() => setDeclining(requests)}>
                    {t("no")}
                  </Button>
                  <Button
                    small
                    look="primary"
                    aria-label={t("about", { act: t("takeOver", { organisation }), about })}
                    onClick={() => void answer(requests, true, null)}
                  >
                    {t("takeOver", { organisation })}
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {declining[0] && (
        <ActDialog
          title={t("noTitle", { title: declining[0].title })}
          button={t("noFor", { organisation })}
          onConfirm={(reason) => answer(declining, false, reason)}
          onClose={() => setDeclining([])}
        />
      )}
    </section>
  );
}
