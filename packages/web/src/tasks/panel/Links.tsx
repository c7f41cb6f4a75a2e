import { taskLimits } from "@wijkbord/schema";
import { AddTaskLinkDocument, RemoveTaskLinkDocument } from "@wijkbord/schema/operations";
import { ExternalLink, Link2, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useWords } from "../../language/words.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Field, FieldError } from "../../ui/Field.tsx";
import { Internal } from "./Internal.tsx";
import { Section } from "./Section.tsx";
import { useAct } from "../useAct.ts";
import type { Detail } from "./useDetail.ts";
import { WhoReads } from "./WhoReads.tsx";
import { panelWords } from "./words.ts";

function AddLink({ task, onDone }: { readonly task: Detail; readonly onDone: () => void }) {
  const t = useWords(panelWords);
  const act = useAct();
  const [link, setLink] = useState({ title: "", url: "", audience: "" });
  const [internal, setInternal] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const bind = (key: keyof typeof link) => ({
    value: link[key],
    onChange: (event: { target: { value: string } }) => setLink({ ...link, [key]: event.target.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { taskId: task.id, title: link.title, url: link.url.trim(), audience: link.audience.trim() || null };
    const outcome = await act(AddTaskLinkDocument, { ...input, visibility: internal ? "ORGANISATION" : "COALITION" }, { quiet: true });
    if (outcome.ok) onDone();
    else setError(outcome.text);
  };
  return (
    <form className="panel-form" aria-label={t("addLink")} onSubmit={(event) => void submit(event)}>
      <Field label={t("linkTitle")}>
        <input autoFocus required maxLength={taskLimits.linkTitle} {...bind("title")} />
      </Field>
      <Field label={t("linkUrl")}>
        <input required inputMode="url" {...bind("url")} />
      </Field>
      <Field label={t("audience")}>
        <input maxLength={taskLimits.linkTitle} {...bind("audience")} />
      </Field>
      {task.visibility !== "ORGANISATION" && <WhoReads internal={internal} onChange={setInternal} />}
      {error && <FieldError>{error}</FieldError>}
      <footer>
        <Button small type="submit" look="primary">
          {t("add")}
        </Button>
        <Button small onClick={onDone}>
          {t("stop")}
        </Button>
      </footer>
    </form>
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
            <a href={link.url} target="_blank" rel="noopener noreferrer">
              <ExternalLink size={14} aria-hidden />
              {link.title}
            </a>
            <small className="quiet">
              {t("opensAt", { site: new URL(link.url).hostname })}
              {link.audience && ` · ${link.audience}`}
            </small>
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
