import { useQuery } from "@apollo/client/react";
import { AdoptRoleTemplatesDocument, RoleTemplatesDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { FieldError } from "../ui/Field.tsx";
import { Skeleton } from "../ui/States.tsx";
import type { Role } from "./roleFacts.ts";
import { roleWords } from "./roleWords.ts";

/** Standard roles to adopt; those that are there already are not offered. */
export function TemplatesDialog({ roles, onClose }: { readonly roles: readonly Role[]; readonly onClose: () => void }) {
  const t = useWords(roleWords);
  const act = useAct();
  const language = useLanguage();
  const { id: coalitionId } = useCoalition();
  const { data } = useQuery(RoleTemplatesDocument);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<string | null>(null);
  const there = new Set(roles.filter(({ state }) => state !== "RETIRED").map(({ templateKey }) => templateKey));
  const offered = data?.roleTemplates.filter(({ key }) => !there.has(key)) ?? [];
  const keys = offered.map(({ key }) => key).filter((key) => !left.has(key));
  const adopt = async () => {
    const outcome = await act(AdoptRoleTemplatesDocument, { coalitionId, keys, locale: language }, { quiet: true });
    if (outcome.ok) onClose();
    else setError(outcome.text);
  };
  const toggle = (key: string) => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  return (
    <Dialog
      title={t("templatesTitle")}
      onClose={onClose}
      actions={
        keys.length > 0 && (
          <Button look="primary" onClick={() => void adopt()}>
            {t("templatesButton", { count: keys.length })}
          </Button>
        )
      }
    >
      {!data && <Skeleton rows={4} height={40} />}
      {data && <p>{t(offered.length > 0 ? "templatesHint" : "templatesNone")}</p>}
      <ul className="template-list">
        {offered.map(({ key, nameNl, nameEn, purposeNl, purposeEn, hoursPerWeek }) => (
          <li key={key}>
            <input id={`sjabloon-${key}`} type="checkbox" checked={!left.has(key)} onChange={() => toggle(key)} />
            <label htmlFor={`sjabloon-${key}`}>{language === "nl" ? nameNl : nameEn}</label>
            <small>{language === "nl" ? purposeNl : purposeEn}</small>
            <small>{t("hours", { hours: hoursPerWeek })}</small>
          </li>
        ))}
      </ul>
      {error && <FieldError>{error}</FieldError>}
    </Dialog>
  );
}
