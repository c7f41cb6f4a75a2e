import { useCoalition } from "../coalitions/coalition.ts";
import { longDay } from "../language/dates.ts";
import { useLanguage } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { fieldsOf, type Waiting } from "./waiting.ts";
import { outboxWords } from "./words.ts";

interface WaitingWords {
  /** What a change does, in one line. */
  readonly line: (waiting: Waiting) => string;
  /** Value of a field, as people read it. */
  readonly value: (field: string, value: unknown) => string;
}

const names: Readonly<Record<string, "title_" | "description" | "dueOn" | "priority" | "themeId" | "actionLineId">> = {
  title: "title_",
  description: "description",
  dueOn: "dueOn",
  priority: "priority",
  themeId: "themeId",
  actionLineId: "actionLineId",
};
const priorities: Readonly<Record<string, "LOW" | "NORMAL" | "HIGH">> = { LOW: "LOW", NORMAL: "NORMAL", HIGH: "HIGH" };

/** Says what waiting changes do. */
export function useWaitingWords(): WaitingWords {
  const t = useWords(outboxWords);
  const language = useLanguage();
  const today = useToday();
  const { themes, actionLines } = useCoalition();
  const value = (field: string, given: unknown): string => {
    if (typeof given !== "string" || given === "") return t("empty");
    const priority = priorities[given];
    if (field === "priority" && priority) return t(priority);
    if (field === "dueOn") return longDay(given, language, today);
    if (field === "themeId") return themes.get(given)?.[language === "nl" ? "nameNl" : "nameEn"] ?? given;
    return field === "actionLineId" ? (actionLines.get(given)?.title ?? given) : `“${given}”`;
  };
  const textOf = (waiting: Waiting): string => {
    const { name, input } = waiting;
    if (name === "MoveTask") return waiting.place ?? "…";
    if (name === "UpdateTask") {
      const fields = fieldsOf(waiting).map((field) => t("field", { name: t(names[field] ?? "other"), value: value(field, input[field]) }));
      return fields.join(", ");
    }
    return value("text", input["title"] ?? input["text"]);
  };
  return { value, line: (waiting) => t(`does${waiting.name}`, { number: waiting.number ?? "…", text: textOf(waiting) }) };
}
