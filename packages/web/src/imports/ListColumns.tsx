import { ListColumnKind, type ListShape } from "@wijkbord/schema";
import { useWords } from "../language/words.ts";
import { Field } from "../ui/Field.tsx";
import { importPageWords } from "./importPageWords.ts";

const kinds = Object.values(ListColumnKind);
const letter = (index: number): string => (index < 26 ? String.fromCodePoint(65 + index) : `${letter(Math.floor(index / 26) - 1)}${letter(index % 26)}`);

interface ListColumnsProps {
  readonly shape: ListShape;
  readonly onChange: (kinds: readonly ListColumnKind[]) => void;
}

/** What each column of the list is; open by itself when the list has no names above its columns. */
export function ListColumns({ shape, onChange }: ListColumnsProps) {
  const t = useWords(importPageWords);
  return (
    <details open={shape.headerRow < 0}>
      <summary>{t("columnsTitle")}</summary>
      <p className="quiet">{t("columnsHint")}</p>
      <div className="import-columns">
        {shape.kinds.map((kind, index) => (
          <Field key={index} label={t("column", { name: shape.headers[index]?.trim() || letter(index) })}>
            <select
              value={kind}
              onChange={(event) =>
                onChange(shape.kinds.map((before, at) => (at === index ? (kinds.find((one) => one === event.target.value) ?? before) : before)))
              }
            >
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {t(one)}
                </option>
              ))}
            </select>
          </Field>
        ))}
      </div>
    </details>
  );
}
