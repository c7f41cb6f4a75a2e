import { linkLimits } from "@wijkbord/schema";
import { type FormEvent, type ReactNode, useState } from "react";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Field, FieldError } from "../ui/Field.tsx";
import "./DocumentLinks.css";
import { linkWords } from "./linkWords.ts";

/** What a link says. */
export interface LinkFields {
  readonly title: string;
  readonly url: string;
  readonly audience: string | null;
}
/** What became of an act on a link. */
export type LinkOutcome = { readonly ok: true } | { readonly ok: false; readonly text: string };

/** What people type without the beginning is meant to be https; the hub refuses everything else. */
const wholeAddress = (typed: string): string => (/^[a-z][a-z+.-]*:/i.test(typed) ? typed : `https://${typed}`);

interface LinkFormProps {
  readonly onSave: (link: LinkFields) => Promise<LinkOutcome>;
  readonly onDone: () => void;
  /** Fields below the others. */
  readonly children?: ReactNode;
}

/** A new link: its name, its address and who can open it; a refusal stands in the form. */
export function LinkForm({ onSave, onDone, children }: LinkFormProps) {
  const t = useWords(linkWords);
  const [link, setLink] = useState({ title: "", url: "", audience: "" });
  const [error, setError] = useState<string | null>(null);
  const bind = (key: keyof typeof link) => ({
    value: link[key],
    maxLength: linkLimits[key],
    onChange: (event: { target: { value: string } }) => setLink({ ...link, [key]: event.target.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const outcome = await onSave({ title: link.title, url: wholeAddress(link.url.trim()), audience: link.audience.trim() || null });
    if (outcome.ok) onDone();
    else setError(outcome.text);
  };
  return (
    <form className="link-form" aria-label={t("addLink")} onSubmit={(event) => void submit(event)}>
      <Field label={t("linkTitle")}>
        <input autoFocus required {...bind("title")} />
      </Field>
      <Field label={t("linkUrl")} hint={t("linkUrlHint")}>
        <input required inputMode="url" {...bind("url")} />
      </Field>
      <Field label={t("audience")}>
        <input {...bind("audience")} />
      </Field>
      {children}
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
