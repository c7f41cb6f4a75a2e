import { useApolloClient } from "@apollo/client/react";
import { RelationKind } from "@wijkbord/schema";
import { RelateTasksDocument, TaskByNumberDocument, UnrelateTasksDocument } from "@wijkbord/schema/operations";
import { Unlink } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Link } from "../../shared/router.tsx";
import { taskPath, useCoalition } from "../../coalitions/coalition.ts";
import { usePath } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Section } from "./Section.tsx";
import { useAct } from "../useAct.ts";
import type { Detail } from "./useDetail.ts";
import { panelWords } from "./words.ts";

const kinds = [RelationKind.RELATES, RelationKind.BLOCKS] as const;

function Relate({ task, onDone }: { readonly task: Detail; readonly onDone: () => void }) {
  const t = useWords(panelWords);
  const act = useAct();
  const client = useApolloClient();
  const { id: coalitionId, taskPrefix } = useCoalition();
  const [number, setNumber] = useState("");
  const [kind, setKind] = useState<RelationKind>(RelationKind.RELATES);
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const digits = Number(/(\d+)\s*$/.exec(number)?.[1] ?? 0);
    const { data } = await client.query({ query: TaskByNumberDocument, variables: { coalitionId, number: digits }, fetchPolicy: "network-only" });
    const other = data?.open.nodes[0] ?? data?.archived.nodes[0];
    if (!other || other.id === task.id) return setError(t("noSuchTask"));
    const outcome = await act(RelateTasksDocument, { taskId: other.id, otherTaskId: task.id, kind }, { quiet: true });
    if (outcome.ok) onDone();
    else setError(outcome.text);
  };
  return (
    <form className="panel-form" aria-label={t("relate")} onSubmit={(event) => void submit(event)}>
      <Field label={t("relateNumber")} error={error}>
        <input autoFocus required placeholder={`${taskPrefix}-117`} value={number} onChange={(event) => setNumber(event.target.value)} />
      </Field>
      <Field label={t("relateKind")}>
        <select value={kind} onChange={(event) => setKind(kinds.find((each) => each === event.target.value) ?? RelationKind.RELATES)}>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {t(each)}
            </option>
          ))}
        </select>
      </Field>
      <footer>
        <Button small type="submit" look="primary">
          {t("relate")}
        </Button>
        <Button small onClick={onDone}>
          {t("stop")}
        </Button>
      </footer>
    </form>
  );
}

/** Other tasks that this one belongs with, holds up or waits for. */
export function Related({ task, mayEdit }: { readonly task: Detail; readonly mayEdit: boolean }) {
  const t = useWords(panelWords);
  const act = useAct();
  const path = usePath();
  const coalition = useCoalition();
  const [adding, setAdding] = useState(false);
  if (task.relations.length === 0 && !mayEdit) return null;
  const wordOf = ({ kind, outgoing }: Detail["relations"][number]) => t(kind === "RELATES" ? "RELATES" : outgoing ? "blockedByThis" : "blocksThis");
  return (
    <Section
      title={t("related")}
      action={
        mayEdit && (
          <Button small look="quiet" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            {t("relate")}
          </Button>
        )
      }
    >
      {adding && <Relate task={task} onDone={() => setAdding(false)} />}
      <ul className="links">
        {task.relations.map((relation) => (
          <li key={relation.id}>
            <Link to={path(taskPath(coalition, relation.task.number))} data-done={relation.task.state === "DONE" || undefined}>
              <span className="quiet digits">{relation.task.number}</span> {relation.task.title}
            </Link>
            <small className="quiet">{wordOf(relation)}</small>
            {mayEdit && (
              <IconButton label={t("unrelate", { number: relation.task.number })} onClick={() => void act(UnrelateTasksDocument, { id: relation.id })}>
                <Unlink size={15} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
