import { HandOverAllDocument, RequestHandoverDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import type { Outcome } from "../tasks/useAct.ts";
import { useAct } from "../tasks/useAct.ts";
import { Field } from "../ui/Field.tsx";
import { ActDialog } from "./ActDialog.tsx";
import { handoverWords } from "./handoverWords.ts";
import { PersonSelect } from "./PersonSelect.tsx";
import type { HandoverItem } from "./useHandovers.ts";

/** What is handed over: one thing, all of a person, or all of the organisation. */
export interface Handing {
  readonly items: readonly HandoverItem[] | null;
  readonly membershipId: string | null;
  readonly name: string;
}

/** Asks who takes it over; a colleague does at once, another organisation says yes itself. */
export function HandoverDialog({ handing, onClose }: { readonly handing: Handing; readonly onClose: () => void }) {
  const t = useWords(handoverWords);
  const act = useAct();
  const { organisations, hat } = useCoalition();
  const { items, membershipId, name } = handing;
  const own = hat.organisationId;
  const inside = items === null && membershipId !== null;
  const choices = [...organisations.values()].filter(({ id, leftOn }) => leftOn === null && (inside || id !== own));
  const [toOrganisationId, setOrganisation] = useState(inside ? own : (choices[0]?.id ?? ""));
  const [person, setPerson] = useState("");
  const organisation = organisations.get(toOrganisationId)?.shortName ?? "";
  const confirm = async (reason: string | null): Promise<Outcome> => {
    const to = { toOrganisationId, toMembershipId: person || null, reason };
    if (!items) return act(HandOverAllDocument, { organisationId: own, membershipId, ...to }, { quiet: true });
    for (const { kind, objectId } of items) {
      const outcome = await act(RequestHandoverDocument, { kind, objectId, ...to }, { quiet: true });
      if (!outcome.ok) return outcome;
    }
    return { ok: true };
  };
  const colleague = toOrganisationId === own;
  return (
    <ActDialog
      title={t(items ? "oneTitle" : "allTitle", { name })}
      hint={t(colleague ? "colleagueHint" : "otherHint", { organisation })}
      button={t(colleague ? "handOverNow" : "askOther", { organisation })}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Field label={t("to")}>
        <select
          value={toOrganisationId}
          onChange={(event) => {
            setOrganisation(event.target.value);
            setPerson("");
          }}
        >
          {choices.map(({ id, name: whole }) => (
            <option key={id} value={id}>
              {whole}
            </option>
          ))}
        </select>
      </Field>
      <PersonSelect label={t("toPerson")} organisationId={toOrganisationId} value={person} onChange={setPerson} />
    </ActDialog>
  );
}
