import { savedViewLimits } from "@wijkbord/schema";
import { CreateSavedViewDocument, type ViewFragment } from "@wijkbord/schema/operations";
import { useId, useState } from "react";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field } from "../../ui/Field.tsx";
import { showToast } from "../../ui/Toasts.tsx";
import { useBoard } from "../boardContext.ts";
import { useAct } from "../useAct.ts";
import { contentOf } from "./savedView.ts";
import { savedViewWords } from "./savedViewWords.ts";
import "./SavedViews.css";

interface KeepViewProps {
  readonly mayShare: boolean;
  readonly known: readonly ViewFragment[];
  readonly reload: () => Promise<readonly ViewFragment[]>;
  readonly onClose: () => void;
}

/** Keeps what the board shows now under a name, and opens it, so that its link stands in the address bar. */
export function KeepView({ mayShare, known, reload, onClose }: KeepViewProps) {
  const t = useWords(savedViewWords);
  const act = useAct();
  const group = useId();
  const { store, address, openSaved } = useBoard();
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const save = async () => {
    if (!name.trim()) return setError(t("nameRequired"));
    const outcome = await act(CreateSavedViewDocument, { boardId: store.boardId, name, shared, content: contentOf(address) }, { quiet: true });
    if (!outcome.ok) return setError(outcome.text);
    const before = new Set(known.map(({ id }) => id));
    const made = (await reload().catch(() => [])).find((view) => !before.has(view.id) && view.name === name.trim());
    onClose();
    showToast({ text: t("kept", { name: name.trim() }) });
    if (made) openSaved(made.id);
  };
  return (
    <Dialog
      title={t("keepTitle")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" onClick={() => void save()}>
            {t("save")}
          </Button>
        </>
      }
    >
      <p className="quiet">{t("keepLead")}</p>
      <Field label={t("name")} hint={t("nameHint")} error={error}>
        <input
          maxLength={savedViewLimits.name}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            void save();
          }}
        />
      </Field>
      {mayShare && (
        <fieldset className="move-columns">
          <legend>{t("forWhom")}</legend>
          {([false, true] as const).map((each) => (
            <label key={String(each)}>
              <input type="radio" name={group} checked={shared === each} onChange={() => setShared(each)} />
              <span>
                {t(each ? "everybody" : "onlyMe")}
                {each && <small className="quiet keep-view-hint">{t("everybodyHint")}</small>}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </Dialog>
  );
}
