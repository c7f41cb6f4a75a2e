import { useQuery } from "@apollo/client/react";
import { mayManageBoards } from "@wijkbord/schema";
import { ImportBoardDocument } from "@wijkbord/schema/operations";
import { Link, useSearchParams } from "../shared/router.tsx";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import "../areas/NeighbourhoodPage.css";
import { neighbourhoodAt } from "../coalitions/addresses.ts";
import { type BoardEntry, boardPath, useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Field } from "../ui/Field.tsx";
import { EmptyState, ErrorBlock, Skeleton } from "../ui/States.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import "./ImportPage.css";
import { importPageWords } from "./importPageWords.ts";
import { ListImport } from "./ListImport.tsx";
import { TrelloImport } from "./TrelloImport.tsx";

const sources = ["list", "trello"] as const;

function Sources({ board }: { readonly board: BoardEntry }) {
  const t = useWords(importPageWords);
  const { id: coalitionId } = useCoalition();
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useQuery(ImportBoardDocument, { variables: { coalitionId, areaCode: board.areaCode }, fetchPolicy: "network-only" });
  const source = sources.find((one) => one === params.get("uit")) ?? "list";
  const choose = (key: string) =>
    setParams((before) => new URLSearchParams([...[...before].filter(([name]) => name !== "uit"), ["uit", key]]), { replace: true });
  const columns = data?.boardOfArea?.columns.toSorted((a, b) => a.position - b.position);
  return (
    <>
      <Tabs label={t("sources")} idPrefix="import" tabs={sources.map((key) => ({ key, label: t(key) }))} selected={source} onSelect={choose} />
      <div id="import-panel" role="tabpanel" aria-labelledby={`import-${source}`} className="import-panel">
        {error && !data ? (
          <ErrorBlock onRetry={() => void refetch()} />
        ) : !columns ? (
          <Skeleton rows={3} height={52} />
        ) : source === "trello" ? (
          <TrelloImport key={board.id} board={board} />
        ) : (
          <ListImport key={board.id} board={board} columns={columns} />
        )}
      </div>
    </>
  );
}

/** Brings tasks in from Trello, Excel or Word; for coordinators. */
export function ImportPage() {
  const t = useWords(importPageWords);
  const path = usePath();
  const coalition = useCoalition();
  const [params, setParams] = useSearchParams();
  const heading = usePageTitle(t("title"));
  const board = neighbourhoodAt(params.get("bord") ?? "", coalition.boards) ?? coalition.boards[0];
  if (!board) return <EmptyState title={t("noBoards")}>{t("noBoardsHint")}</EmptyState>;
  const toBoard = (
    <Link className="button" to={path(boardPath(coalition, board))}>
      {t("toBoard")}
    </Link>
  );
  const choose = (slug: string) =>
    setParams((before) => new URLSearchParams([...[...before].filter(([name]) => name !== "bord"), ["bord", slug]]), { replace: true });
  return (
    <div className="plain-page import-page">
      <div className="page-heading">
        <h1 ref={heading} tabIndex={-1}>
          {t("title")}
        </h1>
        {toBoard}
      </div>
      {mayManageBoards(coalition.viewer) ? (
        <>
          <p className="import-lead">{t("lead")}</p>
          <div className="import-board">
            <Field label={t("board")}>
              <select value={board.slug} onChange={(event) => choose(event.target.value)}>
                {coalition.boards.map(({ id, slug, title }) => (
                  <option key={id} value={slug}>
                    {title}
                  </option>
                ))}
              </select>
            </Field>
          </div>
          <Sources board={board} />
        </>
      ) : (
        <p>{t("mayNot")}</p>
      )}
    </div>
  );
}
