import type { InvitationRowFragment } from "@wijkbord/schema/operations";
import { Copy } from "lucide-react";
import { useLanguage } from "../../language/language.ts";
import { dayOf, longDay } from "../../language/dates.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { showToast } from "../../ui/Toasts.tsx";
import { startWords } from "./words.ts";

/** A link that was just made, of one organisation. */
export interface ShownLink {
  readonly organisation: string;
  readonly path: string;
  readonly invitation: InvitationRowFragment;
}

/** One link with its copy button: it is shown this once. */
export function LinkRow({ organisation, path, invitation }: ShownLink) {
  const t = useWords(startWords);
  const language = useLanguage();
  const address = `${window.location.origin}${path}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      showToast({ text: t("copied", { name: organisation }) });
    } catch {
      showToast({ text: t("copyFailed"), tone: "problem" });
    }
  };
  const { firstRole, maxUses, expiresAt } = invitation;
  const day = longDay(dayOf(new Date(expiresAt)), language, dayOf(new Date()));
  return (
    <li className="start-link">
      <Field label={t("linkFor", { name: organisation })} hint={t("linkRole", { role: t(`role_${firstRole}`), uses: maxUses, day })}>
        <input readOnly value={address} onFocus={(event) => event.target.select()} />
      </Field>
      <Button aria-label={t("copyFor", { name: organisation })} onClick={() => void copy()}>
        <Copy size={16} aria-hidden />
        {t("copy")}
      </Button>
    </li>
  );
}
