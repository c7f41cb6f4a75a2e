import { type DifferencePart, PartKind } from "@wijkbord/schema";
import { useWords } from "../language/words.ts";
import { agreementWords } from "./words.ts";

/** Words with what came in and went out; also told to who does not see colour. */
export function Parts({ parts, only }: { readonly parts: readonly DifferencePart[]; readonly only?: PartKind }) {
  const t = useWords(agreementWords);
  return parts
    .filter(({ kind }) => !only || kind === PartKind.SAME || kind === only)
    .map(({ kind, text }, index) => {
      if (kind === PartKind.SAME || text.trim() === "") return <span key={index}>{text}</span>;
      const Mark = kind === PartKind.ADDED ? "ins" : "del";
      return (
        <Mark key={index}>
          <span className="hidden-text">{t(kind === PartKind.ADDED ? "addedStart" : "removedStart")} </span>
          {text}
          <span className="hidden-text"> {t("changeEnd")} </span>
        </Mark>
      );
    });
}
