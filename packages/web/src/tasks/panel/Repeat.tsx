import { useQuery } from "@apollo/client/react";
import { RepeatUnit } from "@wijkbord/schema";
import { BlockedByDocument, UpdateTaskDocument } from "@wijkbord/schema/operations";
import { Repeat } from "lucide-react";
import { Link } from "../../shared/router.tsx";
import { taskPath, useCoalition } from "../../coalitions/coalition.ts";
import { usePath } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { Field } from "../../ui/Field.tsx";
import { LiveSelect } from "./LiveControls.tsx";
import { useAct } from "../useAct.ts";
import type { Detail } from "./useDetail.ts";
import { repeatWords } from "./repeatWords.ts";

const usual = ["WEEK 1", "WEEK 2", "WEEK 3", "WEEK 4", "WEEK 6", "MONTH 1", "MONTH 2", "MONTH 3", "MONTH 6", "MONTH 12"];
const units = [RepeatUnit.WEEK, RepeatUnit.MONTH] as const;

interface RepeatProps {
  readonly task: Detail;
  readonly mayEdit: boolean;
}

/** How often the task repeats. */
export function RepeatChoice({ task, mayEdit }: RepeatProps) {
  const t = useWords(repeatWords);
  const act = useAct();
  const value = task.repeatUnit ? `${task.repeatUnit} ${task.repeatEvery ?? 1}` : "";
  const choices = value === "" || usual.includes(value) ? usual : [value, ...usual];
  const send = (wish: string) => {
    const [unit, every] = wish.split(" ");
    const repeatUnit = units.find((each) => each === unit) ?? null;
    return act(UpdateTaskDocument, { id: task.id, expectedVersion: task.version, repeatUnit, ...(repeatUnit && { repeatEvery: Number(every) }) });
  };
  return (
    <Field label={t("repeats")} hint={value ? t("hint") : undefined}>
      <LiveSelect value={value} disabled={!mayEdit} send={send}>
        <option value="">{t("once")}</option>
        {choices.map((choice) => {
          const [unit = "", every = "1"] = choice.split(" ");
          return (
            <option key={choice} value={choice}>
              {t(unit === "WEEK" ? "weeks" : "months", { every: Number(every) })}
            </option>
          );
        })}
      </LiveSelect>
    </Field>
  );
}

/** Which task this is the next one of. */
export function RepeatOf({ id }: { readonly id: string }) {
  const t = useWords(repeatWords);
  const { data } = useQuery(BlockedByDocument, { variables: { id } });
  const path = usePath();
  const coalition = useCoalition();
  if (!data) return null;
  const { number, title } = data.task;
  return (
    <p className="blocked-by">
      <Repeat size={15} aria-hidden />
      <Link to={path(taskPath(coalition, number))}>{t("follows", { number, title })}</Link>
    </p>
  );
}
