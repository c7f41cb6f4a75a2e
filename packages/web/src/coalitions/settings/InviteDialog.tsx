import { useQuery } from "@apollo/client/react";
import { AccessRole, startLimits } from "@wijkbord/schema";
import { CreateInvitationDocument, type InvitationRowFragment, InvitationsDocument, RevokeInvitationDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useScope } from "../../activity/scope.ts";
import { dayOf, longDay } from "../../language/dates.ts";
import { useLanguage } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { newId } from "../../shared/ids.ts";
import { refusalLines } from "../../tasks/refusals.ts";
import { useAct } from "../../tasks/useAct.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { FieldError } from "../../ui/Field.tsx";
import { ErrorBlock, Skeleton } from "../../ui/States.tsx";
import { showToast } from "../../ui/Toasts.tsx";
import { useCoalition } from "../coalition.ts";
import { LinkRow } from "../start/Links.tsx";
import "../start/Start.css";
import { startWords } from "../start/words.ts";
import type { Partner } from "./useSettings.ts";

interface Made {
  readonly path: string;
  readonly invitation: InvitationRowFragment;
}

/** Links by which people join a partner: a new one, and those that still work. */
export function InviteDialog({ partner, isFirst, onClose }: { readonly partner: Partner; readonly isFirst: boolean; readonly onClose: () => void }) {
  const t = useWords(startWords);
  const act = useAct();
  const language = useLanguage();
  const { client } = useScope();
  const { id: coalitionId } = useCoalition();
  const [made, setMade] = useState<Made | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(InvitationsDocument, { variables: { coalitionId }, fetchPolicy: "network-only" });
  const open = data?.invitations.filter(({ organisationId, id }) => organisationId === partner.id && id !== made?.invitation.id);
  const dayFor = ({ expiresAt }: InvitationRowFragment) => longDay(dayOf(new Date(expiresAt)), language, dayOf(new Date()));
  const make = async () => {
    setProblem(null);
    const firstRole = isFirst ? AccessRole.PARTNER_COORDINATOR : AccessRole.MEMBER;
    const input = { organisationId: partner.id, firstRole, clientMutationId: newId() };
    try {
      const answer = (await client.mutate({ mutation: CreateInvitationDocument, variables: { input }, fetchPolicy: "no-cache" })).data?.createInvitation;
      if (answer?.__typename !== "CreateInvitationPayload") return setProblem(answer ? refusalLines(answer, language).join(" ") : t("failed"));
      const { path, invitation } = answer.newInvitation;
      if (path) setMade({ path, invitation });
      await refetch();
    } catch {
      setProblem(t("joinFailed"));
    }
  };
  const takeBack = async ({ id, version }: InvitationRowFragment) => {
    if ((await act(RevokeInvitationDocument, { id, expectedVersion: version })).ok) showToast({ text: t("takenBack") });
    await refetch();
  };
  return (
    <Dialog title={t("inviteTo", { name: partner.shortName })} onClose={onClose}>
      <p>{t("inviteHint", { name: partner.shortName, days: startLimits.usualDays, uses: startLimits.usualUses })}</p>
      {made ? (
        <ul className="start-links">
          <LinkRow organisation={partner.shortName} {...made} />
        </ul>
      ) : (
        <p>
          <Button look="primary" onClick={() => void make()}>
            {t("makeLink")}
          </Button>
        </p>
      )}
      {problem && <FieldError>{problem}</FieldError>}
      <h3>{t("openLinks")}</h3>
      {error && !data && <ErrorBlock onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={2} height={40} />}
      {open?.length === 0 && <p className="quiet">{t("noLinks")}</p>}
      <ul className="invite-rows">
        {open?.map((invitation) => (
          <li key={invitation.id}>
            <span>{t("linkState", { role: t(`role_${invitation.firstRole}`), uses: invitation.uses, max: invitation.maxUses, day: dayFor(invitation) })}</span>
            <Button small aria-label={t("takeBackOf", { day: dayFor(invitation) })} onClick={() => void takeBack(invitation)}>
              {t("takeBack")}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
