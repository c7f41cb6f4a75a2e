import { linkLimits } from "@wijkbord/schema";
import { ExternalLink, Link2, Trash2 } from "lucide-react";
import { useState } from "react";
import { useWords } from "../language/words.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import "./DocumentLinks.css";
import { type LinkFields, LinkForm, type LinkOutcome } from "./LinkForm.tsx";
import { linkWords } from "./linkWords.ts";

interface DocumentLink extends LinkFields {
  readonly id: string;
}

/** A link with the site that it opens and who can open it. */
export function LinkLine({ title, url, audience }: LinkFields) {
  const t = useWords(linkWords);
  return (
    <>
      <a href={url} target="_blank" rel="noopener noreferrer">
        <ExternalLink size={14} aria-hidden />
        {title}
      </a>
      <small className="quiet">
        {t("opensAt", { site: new URL(url).hostname })}
        {audience && ` · ${audience}`}
      </small>
    </>
  );
}

interface DocumentLinksProps {
  readonly links: readonly DocumentLink[];
  readonly mayEdit: boolean;
  /** The form for a new one stands open from the start. */
  readonly startAdding?: boolean;
  readonly onAdd: (link: LinkFields) => Promise<LinkOutcome>;
  readonly onRemove: (linkId: string) => Promise<LinkOutcome>;
}

/** Links of a role or a point, to read and to change (D8); the hub never fetches them. */
export function DocumentLinks({ links, mayEdit, startAdding = false, onAdd, onRemove }: DocumentLinksProps) {
  const t = useWords(linkWords);
  const [adding, setAdding] = useState(startAdding);
  if (links.length === 0 && !mayEdit) return null;
  return (
    <div className="document-links">
      {links.length > 0 && (
        <ul aria-label={t("links")}>
          {links.map((link) => (
            <li key={link.id}>
              <LinkLine {...link} />
              {mayEdit && (
                <IconButton label={t("removeLink", { title: link.title })} onClick={() => void onRemove(link.id)}>
                  <Trash2 size={15} aria-hidden />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {adding && <LinkForm onSave={onAdd} onDone={() => setAdding(false)} />}
      {mayEdit && !adding && links.length < linkLimits.links && (
        <Button small look="quiet" onClick={() => setAdding(true)}>
          <Link2 size={15} aria-hidden />
          {t("addLink")}
        </Button>
      )}
    </div>
  );
}
