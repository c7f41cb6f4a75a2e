import { useGraphiQL } from "@graphiql/react";
import { Table2 } from "lucide-react";
import { useMemo, useState } from "react";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { copyTable } from "./clipboard.ts";
import { type Table, toTable } from "./table.ts";
import { graphiqlWords } from "./words.ts";

/** The answer as a table; null when it is none. */
function tableOf(response: string | null): Table | null {
  if (!response) return null;
  try {
    const answer: { data?: unknown } = JSON.parse(response);
    return toTable(answer.data);
  } catch {
    return null;
  }
}

/** Copies the answer as a table. */
export function TableButton() {
  const words = useWords(graphiqlWords);
  const response = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.response ?? null);
  const isFollowing = useGraphiQL(({ subscription }) => subscription !== null);
  const table = useMemo(() => tableOf(response), [response]);
  const [said, setSaid] = useState<{ about: string | null; message: string } | null>(null);
  const say = (message: string) => setSaid({ about: response, message });
  const copy = (whole: Table) =>
    copyTable(whole).then(
      () => say(words("copied", { rows: whole.rows.length })),
      () => say(words("notCopied")),
    );
  const hint = table ? "" : words(isFollowing ? "following" : "noTable");
  return (
    <div className="copy-table">
      <Button small disabled={!table} onClick={() => table && void copy(table)}>
        <Table2 aria-hidden size={16} />
        {words("copyTable")}
      </Button>
      <span role="status">{said && said.about === response ? said.message : hint}</span>
    </div>
  );
}
