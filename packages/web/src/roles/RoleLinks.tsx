import { mayLinkRole } from "@wijkbord/schema";
import { AddRoleLinkDocument, RemoveRoleLinkDocument } from "@wijkbord/schema/operations";
import { useCoalition } from "../coalitions/coalition.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { DocumentLinks } from "../shared/DocumentLinks.tsx";
import { linkWords } from "../shared/linkWords.ts";
import { useAct } from "../tasks/useAct.ts";
import { type Role, seatFacts } from "./roleFacts.ts";

/** Links of a role, for who holds it and for who looks. */
export function RoleLinks({ role }: { readonly role: Role }) {
  const t = useWords(linkWords);
  const act = useAct();
  const today = useToday();
  const { viewer } = useCoalition();
  const mayEdit = role.state !== "RETIRED" && mayLinkRole(viewer, role, role.seats.map(seatFacts), today);
  if (role.links.length === 0 && !mayEdit) return null;
  return (
    <section className="role-section">
      <h2>{t("links")}</h2>
      <DocumentLinks
        links={role.links}
        mayEdit={mayEdit}
        onAdd={(link) => act(AddRoleLinkDocument, { roleId: role.id, ...link }, { quiet: true })}
        onRemove={(linkId) => act(RemoveRoleLinkDocument, { roleId: role.id, linkId })}
      />
    </section>
  );
}
