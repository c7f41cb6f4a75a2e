import { AddTaskLinkDocument, RemoveTaskLinkDocument } from "@wijkbord/schema/operations";
import { Link2, Trash2 } from "lucide-react";
import { useState } from "react";
import { useWords } from "../../language/words.ts";
import { LinkLine } from "../../shared/DocumentLinks.tsx";
import { type LinkFields, LinkForm } from "../../shared/LinkForm.tsx";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Internal } from "./Internal.tsx";
import { Section } from "./Section.tsx";
import { useAct } from "../useAct.ts";
import type { Detail } from "./useDetail.ts";
import { WhoReads } from "./WhoReads.tsx";
import { panelWords } from "./words.ts";

function AddLink({ task, onDone }: { readonly task: Detail; readonly onDone: () => void }) {
  const act = useAct();
  const [internal, setInternal] = useState(false);
  const save = (link: LinkFields) =>
    act(AddTaskLinkDocument, { taskId: task.id, ...link, visibility: internal ? "ORGANISATION" : "COALITION" }, { quiet: true });
  return (
    <LinkForm onSave={save} onDone={onDone}>
      {task.visibility !== "ORGANISATION" && <WhoReads internal={internal} onChange={setInternal} />}
    </LinkForm>
  );
}

/** Links to documents elsewhere, with the site and who can open them; the hub never fetches them. */
export function Links({ task, mayEdit }: { readonly task: Detail; readonly mayEdit: boolean }) {
  const t = useWords(panelWords);
  const act = useAct();
  const [adding, setAdding] = useState(false);
  if (task.links.length === 0 && !mayEdit) return null;
  return (
    <Section
      title={t("links")}
      action={
        mayEdit && (
          <Button small look="quiet" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            <Link2 size={15} aria-hidden />
            {t("addLink")}
          </Button>
        )
      }
    >
      {adding && <AddLink task={task} onDone={() => setAdding(false)} />}
      <ul className="links">
        {task.links.map((link) => (
          <li key={link.id}>
            <LinkLine {...link} />
            {mayEdit && (
              <IconButton label={t("removeLink", { text: link.title })} onClick={() => void act(RemoveTaskLinkDocument, { id: link.id })}>
                <Trash2 size={15} aria-hidden />
              </IconButton>
            )}
            {link.visibility === "ORGANISATION" && <Internal targetType="TaskLink" targetId={link.id} organisationId={link.organisationId} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
