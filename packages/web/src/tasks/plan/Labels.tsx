import { mayManageBoards, taskLimits } from "@wijkbord/schema";
import { CreateLabelDocument, type LabelRowFragment, RemoveLabelDocument, RenameLabelDocument } from "@wijkbord/schema/operations";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Field, FieldError } from "../../ui/Field.tsx";
import { type Outcome, useAct } from "../useAct.ts";
import { planWords } from "./words.ts";

function LabelItem({ label }: { readonly label: LabelRowFragment }) {
  const t = useWords(planWords);
  const act = useAct();
  const [error, setError] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const { id, name, version } = label;
  const tell = (outcome: Outcome) => setError(outcome.ok ? null : outcome.text);
  const rename = (wanted: string) => void act(RenameLabelDocument, { id, expectedVersion: version, name: wanted }, { quiet: true }).then(tell);
  return (
    <li>
      <span className="plan-row">
        <input
          className="input"
          key={name}
          aria-label={t("labelName", { name })}
          defaultValue={name}
          maxLength={taskLimits.label}
          onBlur={({ target }) => target.value.trim() && target.value.trim() !== name && rename(target.value.trim())}
        />
        <IconButton label={t("removeLabel", { name })} onClick={() => setAsking(true)}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </span>
      {asking && (
        <p className="plan-ask" role="alert">
          {t("removeLabelHint")}
          <Button small look="danger" onClick={() => void act(RemoveLabelDocument, { id, expectedVersion: version }, { quiet: true }).then(tell)}>
            {t("removeLabel", { name })}
          </Button>
          <Button small look="quiet" onClick={() => setAsking(false)}>
            {t("keep")}
          </Button>
        </p>
      )}
      {error && <FieldError>{error}</FieldError>}
    </li>
  );
}

/** Labels that tasks can carry; the coordinator names them. */
export function Labels({ labels }: { readonly labels: readonly LabelRowFragment[] }) {
  const t = useWords(planWords);
  const act = useAct();
  const { id: coalitionId, viewer } = useCoalition();
  const manages = mayManageBoards(viewer);
  const [name, setName] = useState("");
  const [error, setError] = useState<string | null>(null);
  const add = async () => {
    const outcome = await act(CreateLabelDocument, { coalitionId, name: name.trim() }, { quiet: true });
    setError(outcome.ok ? null : outcome.text);
    if (outcome.ok) setName("");
  };
  return (
    <section className="settings-card" aria-labelledby="labels-title">
      <h2 id="labels-title">{t("labels")}</h2>
      <p className="quiet">{t(manages ? "labelsHint" : "labelsRead")}</p>
      <ul className="plan-rows">{labels.map((label) => (manages ? <LabelItem key={label.id} label={label} /> : <li key={label.id}>{label.name}</li>))}</ul>
      {manages && (
        <form
          className="plan-add"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Field label={t("newLabel")}>
            <input required maxLength={taskLimits.label} value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Button type="submit">
            <Plus size={15} aria-hidden />
            {t("addLabel")}
          </Button>
        </form>
      )}
      {error && <FieldError>{error}</FieldError>}
    </section>
  );
}
