import { Printer } from "lucide-react";
import { Link, useSearchParams } from "../../shared/router.tsx";
import { useState } from "react";
import { NotHerePage } from "../../accounts/NotHerePage.tsx";
import { usePageTitle } from "../../accounts/usePageTitle.ts";
import { boardPath, type BoardEntry, useCoalition } from "../../coalitions/coalition.ts";
import { usePath } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { ErrorBlock, Skeleton } from "../../ui/States.tsx";
import type { BoardStore } from "../boardStore.ts";
import { useBoardArea } from "../useBoardArea.ts";
import { useBoardStore } from "../useBoardStore.ts";
import "./Paper.css";
import { PaperSheet } from "./PaperSheet.tsx";
import { paperWords } from "./paperWords.ts";
import { sheetName, sheetOf, type SheetKind } from "./sheets.ts";

const kinds = ["board", "mine", "partner"] as const;

function Choice({ store, board }: { readonly store: BoardStore; readonly board: BoardEntry }) {
  const t = useWords(paperWords);
  const path = usePath();
  const coalition = useCoalition();
  const [params, setParams] = useSearchParams();
  const [withInternal, setWithInternal] = useState(false);
  const heading = usePageTitle(t("title", { board: board.title }));
  const { organisations, viewer } = coalition;
  const partners = [...organisations.values()].filter(({ leftOn }) => leftOn === null);
  const kind = sheetOf(params.get("blad"));
  const partnerId = organisations.get(params.get("partner") ?? "")?.id ?? viewer.organisationId;
  const own = organisations.get(viewer.organisationId)?.shortName ?? "";
  const choose = (blad: SheetKind, partner: string) => setParams({ blad: sheetName(blad), ...(blad === "partner" && { partner }) }, { replace: true });
  return (
    <div className="paper-page">
      <div className="paper-choice">
        <h1 ref={heading} tabIndex={-1}>
          {t("title", { board: board.title })}
        </h1>
        <fieldset>
          <legend>{t("kind")}</legend>
          {kinds.map((each) => (
            <label key={each}>
              <input type="radio" name="sheet" checked={each === kind} onChange={() => choose(each, partnerId)} /> {t(each)}
            </label>
          ))}
        </fieldset>
        {kind === "partner" && (
          <Field label={t("organisation")}>
            <select value={partnerId} onChange={(event) => choose("partner", event.target.value)}>
              {partners.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
        )}
        <label className="paper-also">
          <input type="checkbox" checked={withInternal} onChange={(event) => setWithInternal(event.target.checked)} />
          <span>
            {t("internal", { name: own })}
            <small>{t("internalHint", { name: own })}</small>
          </span>
        </label>
        <p className="paper-acts">
          <Button look="primary" onClick={() => window.print()}>
            <Printer size={16} aria-hidden />
            {t("print")}
          </Button>
          <Link to={path(boardPath(coalition, board))}>{t("back")}</Link>
        </p>
      </div>
      <PaperSheet store={store} kind={kind} partnerId={partnerId} withInternal={withInternal} />
    </div>
  );
}

function OpenPaper({ board }: { readonly board: BoardEntry }) {
  const { store, failed, retry } = useBoardStore(board.areaCode);
  if (failed) return <ErrorBlock onRetry={retry} />;
  return store ? <Choice store={store} board={board} /> : <Skeleton rows={6} />;
}

/** A board on paper: as it hangs on a wall, or as a list to take along. */
export function PaperPage() {
  const { area, retry } = useBoardArea();
  if (area === undefined) return <Skeleton rows={6} />;
  if (area === "failed") return <ErrorBlock onRetry={retry} />;
  return area === "unknown" ? <NotHerePage /> : <OpenPaper board={area} />;
}
