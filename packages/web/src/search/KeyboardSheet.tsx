import { mayWrite } from "@wijkbord/schema";
import { Fragment, useId } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { keyWords } from "./keyWords.ts";
import { switchLetterKeys, useLetterKeys } from "./letterKeys.ts";
import "./Palette.css";

type Word = keyof (typeof keyWords)["nl"];
/** Keys in the order in which they are pressed; a word between them says how they belong together. */
type Row = readonly [meaning: Word, ...keys: string[]];

const everywhere: readonly Row[] = [
  ["palette", "ctrl", "K"],
  ["sheet", "?"],
  ["goToday", "G", "after", "V"],
  ["goBoard", "G", "after", "B"],
  ["goAgreements", "G", "after", "A"],
  ["goArea", "G", "after", "W"],
  ["recent", "shift", "L"],
  ["close", "Esc"],
];
const onBoard: readonly Row[] = [
  ["filter", "/"],
  ["next", "J", "or", "K"],
  ["columns", "←", "or", "→"],
  ["openTask", "enter"],
];
const forWriters: readonly Row[] = [
  ["newTask", "N"],
  ["edit", "E", "or", "F2"],
  ["move", "M"],
  ["pickUp", "P"],
  ["undo", "Z"],
];
const isWord = (key: string): key is Word => Object.hasOwn(keyWords.nl, key);

function Keys({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  const t = useWords(keyWords);
  const show = (key: string) => {
    if (key === "after" || key === "or") return <span>{t(key)}</span>;
    return <kbd className="key">{isWord(key) ? t(key) : key}</kbd>;
  };
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map(([meaning, ...keys]) => (
          <div key={meaning}>
            <dt>{t(meaning)}</dt>
            <dd>
              {keys.map((key) => (
                <Fragment key={key}>{show(key)}</Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** All keys, with the switch for single letters. */
export function KeyboardSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(keyWords);
  const { viewer } = useCoalition();
  const on = useLetterKeys();
  const hint = useId();
  return (
    <Dialog title={t("title")} onClose={onClose}>
      <div className="keys">
        <Keys title={t("everywhere")} rows={everywhere} />
        <Keys title={t("onBoard")} rows={mayWrite(viewer) ? [...onBoard, ...forWriters] : onBoard} />
      </div>
      <label className="keys-switch">
        <input type="checkbox" checked={on} aria-describedby={hint} onChange={(event) => switchLetterKeys(event.target.checked)} />
        <span>
          {t("letters")}
          <small id={hint}>{t("lettersHint")}</small>
        </span>
      </label>
    </Dialog>
  );
}
