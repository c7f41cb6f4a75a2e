import { mayWrite } from "@wijkbord/schema";
import { DecideHandoverDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { ActDialog } from "./ActDialog.tsx";
import { handoverWords } from "./handoverWords.ts";
import type { Incoming } from "./useHandovers.ts";

/** What others ask the own organisation to take over, with yes and no. */
export function IncomingRequests({ incoming }: { readonly incoming: readonly Incoming[] }) {
  const t = useWords(handoverWords);
  const act = useAct();
  const { organisations, hat, viewer } = useCoalition();
  const [declining, setDeclining] = useState<Incoming | null>(null);
  const organisation = hat.organisation.shortName;
  return (
    <section className="role-section" aria-labelledby="overname-gevraagd">
      <h2 id="overname-gevraagd">{t("incoming", { organisation })}</h2>
      <ul className="held-items">
        {incoming.map((request) => {
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
                  <Button small aria-label={t("about", { act: t("no"), about })} onClick={() => setDeclining(request)}>
                    {t("no")}
                  </Button>
                  <Button
                    small
                    look="primary"
                    aria-label={t("about", { act: t("takeOver", { organisation }), about })}
                    onClick={() => void act(DecideHandoverDocument, { handoverId: request.id, expectedVersion: request.version, accept: true })}
                  >
                    {t("takeOver", { organisation })}
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {declining && (
        <ActDialog
          title={t("noTitle", { title: declining.title })}
          button={t("noFor", { organisation })}
          onConfirm={(reason) =>
            act(DecideHandoverDocument, { handoverId: declining.id, expectedVersion: declining.version, accept: false, reason }, { quiet: true })
          }
          onClose={() => setDeclining(null)}
        />
      )}
    </section>
  );
}
