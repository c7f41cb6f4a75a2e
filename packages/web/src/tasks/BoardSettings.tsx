import { Swimlane, WorkingStyle } from "@wijkbord/schema";
import { AddColumnDocument, UpdateBoardDocument } from "@wijkbord/schema/operations";
import { FileInput, Plus } from "lucide-react";
import { lazy, Suspense, useId, useState } from "react";
import { Link } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import "./BoardSettings.css";
import { useBoard, useFrame } from "./boardContext.ts";
import { ColumnSettings } from "./ColumnSettings.tsx";
import { settingsWords } from "./settingsWords.ts";
import { templateWords } from "./templates/templateWords.ts";
import { useAct } from "./useAct.ts";
import { taskWords } from "./words.ts";

const KeepTemplate = lazy(() => import("./templates/KeepTemplate.tsx"));

const styles = [
  [WorkingStyle.LIGHT, "lightHint"],
  [WorkingStyle.STRICT, "strictHint"],
] as const;
const rows = [
  [Swimlane.NONE, "rowsNone"],
  [Swimlane.PARTNER, "rowsPartner"],
  [Swimlane.ACTION_LINE, "rowsActionLine"],
] as const;

interface Choice {
  readonly style?: WorkingStyle;
  readonly swimlane?: Swimlane;
}
interface Wanted extends Choice {
  readonly version: number;
}

/** Working style, rows and columns of a board, for the coordinator; each change holds at once. */
export function BoardSettings({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(settingsWords);
  const taskText = useWords(taskWords);
  const templates = useWords(templateWords);
  const [keeping, setKeeping] = useState(false);
  const act = useAct();
  const path = usePath();
  const { slug, boards } = useCoalition();
  const group = useId();
  const { store } = useBoard();
  const { id, style, swimlane, version, columns } = useFrame(store);
  // A choice shows at once, until the board has a newer version or the hub refuses.
  const [wanted, setWanted] = useState<Wanted>({ version });
  const chosen = wanted.version === version ? { style, swimlane, ...wanted } : { style, swimlane };
  const update = (change: Choice) => {
    setWanted({ ...change, version });
    void act(UpdateBoardDocument, { id, expectedVersion: version, ...change }).then(({ ok }) => ok || setWanted({ version }));
  };
  const add = () => void act(AddColumnDocument, { boardId: id, title: t("newColumn"), state: "IN_PROGRESS" });
  const ordered = columns.toSorted((a, b) => a.position - b.position);
  return (
    <Dialog title={t("title")} onClose={onClose}>
      <p className="quiet">{t("lead")}</p>
      <fieldset className="move-columns">
        <legend>{t("style")}</legend>
        {styles.map(([key, hint]) => (
          <label key={key}>
            <input type="radio" name={group} checked={chosen.style === key} onChange={() => update({ style: key })} />
            <span>
              {t(key)}
              <small className="quiet">{t(hint)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <Field label={t("rows")}>
        <select value={chosen.swimlane} onChange={(event) => update({ swimlane: rows.find(([key]) => key === event.target.value)?.[0] ?? Swimlane.NONE })}>
          {rows.map(([key, label]) => (
            <option key={key} value={key}>
              {taskText(label)}
            </option>
          ))}
        </select>
      </Field>
      <section className="column-settings" aria-label={t("columns")}>
        <h3>{t("columns")}</h3>
        <ol>
          {ordered.map((column, index) => (
            <ColumnSettings key={column.id} column={column} index={index} all={ordered} />
          ))}
        </ol>
        <Button small onClick={add}>
          <Plus size={15} aria-hidden />
          {t("add")}
        </Button>
        <Button small look="quiet" onClick={() => setKeeping(true)}>
          {templates("keepBoard")}
        </Button>
      </section>
      {keeping && (
        <Suspense>
          <KeepTemplate of={{ boardId: id }} suggested={store.frameNow().title} onClose={() => setKeeping(false)} />
        </Suspense>
      )}
      <p>
        <Link className="button" to={path(`/${slug}/importeren?bord=${boards.find((board) => board.id === id)?.slug}`)} onClick={onClose}>
          <FileInput size={15} aria-hidden />
          {t("bringIn")}
        </Link>
      </p>
    </Dialog>
  );
}
