import { mayManageCoalition, mayManageOrganisation } from "@wijkbord/schema";
import { Link2, Plus } from "lucide-react";
import { useState } from "react";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Square } from "../../ui/Square.tsx";
import { useCoalition } from "../coalition.ts";
import { startWords } from "../start/words.ts";
import { InviteDialog } from "./InviteDialog.tsx";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { MemberForm } from "./MemberForm.tsx";
import { MemberRow } from "./MemberRow.tsx";
import { PartnerForm } from "./PartnerForm.tsx";
import type { Partner, Settings } from "./useSettings.ts";
import { settingsWords } from "./words.ts";

type Asked = "edit" | "invite" | "leave" | "member" | "department";

function PartnerCard({ partner, settings }: { readonly partner: Partner; readonly settings: Settings }) {
  const t = useWords(settingsWords);
  const invite = useWords(startWords);
  const { viewer, isDemo } = useCoalition();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const members = settings.members.filter(({ organisationId }) => organisationId === partner.id);
  const parent = settings.organisations.find(({ id }) => id === partner.parentId);
  const manages = mayManageOrganisation(viewer, { id: partner.id, parentId: partner.parentId ?? null });
  const named = { name: partner.shortName };
  return (
    <li className="settings-card partner" data-department={parent ? true : undefined}>
      <header>
        <Square letters={partner.letters} name={partner.name} colour={partner.colourIndex} size="l" decorative />
        <div>
          <h3>{partner.name}</h3>
          <p className="quiet">{parent ? t("departmentOf", { name: parent.shortName }) : t(`kind_${partner.kind}`)}</p>
        </div>
      </header>
      {members.length === 0 && <p className="quiet">{t("nobody")}</p>}
      <ul className="member-rows">
        {members.map((member) => (
          <MemberRow key={member.id} member={member} manages={manages} />
        ))}
      </ul>
      {manages && (
        <footer>
          {!isDemo && (
            <Button small aria-label={invite("inviteTo", named)} onClick={() => setAsked("invite")}>
              <Link2 size={15} aria-hidden />
              {invite("invite")}
            </Button>
          )}
          <Button small aria-label={t("addMemberTo", named)} onClick={() => setAsked("member")}>
            <Plus size={15} aria-hidden />
            {t("addMember")}
          </Button>
          <Button small aria-label={t("editOf", named)} onClick={() => setAsked("edit")}>
            {t("edit")}
          </Button>
          {!parent && mayManageCoalition(viewer) && (
            <Button small aria-label={t("departmentTo", named)} onClick={() => setAsked("department")}>
              {t("addDepartment")}
            </Button>
          )}
          {mayManageCoalition(viewer) && (
            <Button small look="quiet" aria-label={t("leaveOf", named)} onClick={() => setAsked("leave")}>
              {t("leave")}
            </Button>
          )}
        </footer>
      )}
      {asked === "invite" && <InviteDialog partner={partner} isFirst={members.length === 0} onClose={close} />}
      {asked === "edit" && <PartnerForm partner={partner} onClose={close} />}
      {asked === "department" && <PartnerForm parent={partner} onClose={close} />}
      {asked === "member" && <MemberForm partner={partner} onClose={close} />}
      {asked === "leave" && <LeaveDialog partner={partner} onClose={close} />}
    </li>
  );
}

/** Each partner with its departments below it, and the people who act for it. */
export function Partners({ settings }: { readonly settings: Settings }) {
  const t = useWords(settingsWords);
  const { viewer } = useCoalition();
  const [adding, setAdding] = useState(false);
  const here = settings.organisations.filter(({ leftOn }) => !leftOn);
  const ordered = here.filter(({ parentId }) => !parentId).flatMap((partner) => [partner, ...here.filter(({ parentId }) => parentId === partner.id)]);
  const gone = settings.organisations.filter(({ leftOn }) => leftOn);
  return (
    <section aria-label={t("partners")}>
      {mayManageCoalition(viewer) && (
        <p>
          <Button look="primary" onClick={() => setAdding(true)}>
            <Plus size={16} aria-hidden />
            {t("addPartner")}
          </Button>
        </p>
      )}
      <ul className="partners">
        {ordered.map((partner) => (
          <PartnerCard key={partner.id} partner={partner} settings={settings} />
        ))}
      </ul>
      {gone.length > 0 && <p className="quiet">{t("gone", { names: gone.map(({ shortName }) => shortName).join(", ") })}</p>}
      {adding && <PartnerForm onClose={() => setAdding(false)} />}
    </section>
  );
}
