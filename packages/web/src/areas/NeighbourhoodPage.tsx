import { useQuery } from "@apollo/client/react";
import { type FiguresFragment, NeighbourhoodDocument } from "@wijkbord/schema/operations";
import { use, useEffect } from "react";
import { Link, useParams } from "../shared/router.tsx";
import { NotHerePage } from "../accounts/NotHerePage.tsx";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import { neighbourhoodAt } from "../coalitions/addresses.ts";
import { type BoardEntry, boardPath, useCoalition } from "../coalitions/coalition.ts";
import { OpenAreaContext } from "../coalitions/useOpenArea.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { EmptyState, ErrorBlock, Skeleton } from "../ui/States.tsx";
import { FiguresTable } from "./FiguresTable.tsx";
import "./NeighbourhoodPage.css";
import { Outline } from "./Outline.tsx";
import { areaWords } from "./words.ts";

type Rings = readonly (readonly (readonly (readonly number[])[])[])[];
const outlineOf = ({ code, outline }: FiguresFragment) => (Array.isArray(outline) ? [{ code, rings: outline as Rings }] : []);

function Figures({ board }: { readonly board: BoardEntry }) {
  const t = useWords(areaWords);
  const { data, error, refetch } = useQuery(NeighbourhoodDocument, { variables: { code: board.areaCode } });
  if (error) return <ErrorBlock onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={4} height={44} />;
  const { parent, children, ...area } = data.neighbourhood;
  const own = outlineOf(area);
  const shapes = own.length > 0 ? own : children.flatMap(outlineOf);
  const parts = children.filter(({ figures }) => figures.length > 0);
  const nothing = area.figures.length === 0 && parts.length === 0;
  return (
    <div className="neighbourhood">
      {shapes.length > 0 && (
        <figure>
          <Outline shapes={shapes} label={t("outline", { name: board.areaName })} />
          <figcaption className="quiet">{t("outlineSource")}</figcaption>
        </figure>
      )}
      <div className="neighbourhood-figures">
        {nothing && <EmptyState title={t("noFigures", { name: board.areaName })}>{t("noFiguresHint")}</EmptyState>}
        {area.figures.length > 0 && <FiguresTable area={area} caption={board.areaName} />}
        {area.level === "PROGRAMME_AREA" && parts.map((part) => <FiguresTable key={part.id} area={part} caption={`${part.name} (${t(part.level)})`} />)}
        {parent && parent.figures.length > 0 && <FiguresTable area={parent} caption={t("compared", { name: parent.name })} />}
      </div>
    </div>
  );
}

/** The figures of a neighbourhood, each with its year and source, beside its outline. */
export function NeighbourhoodPage() {
  const t = useWords(areaWords);
  const path = usePath();
  const coalition = useCoalition();
  const { show } = use(OpenAreaContext);
  const { area: segment = "" } = useParams();
  const board = neighbourhoodAt(segment, coalition.boards);
  const heading = usePageTitle(board ? t("inNumbers", { name: board.areaName }) : null);
  const areaCode = board?.areaCode;
  useEffect(() => {
    if (areaCode) show(areaCode);
  }, [areaCode, show]);
  if (!board) return <NotHerePage />;
  return (
    <div className="plain-page">
      <div className="page-heading">
        <h1 ref={heading} tabIndex={-1}>
          {t("inNumbers", { name: board.areaName })}
        </h1>
        <Link className="button" to={path(boardPath(coalition, board))}>
          {t("toBoard")}
        </Link>
      </div>
      <Figures board={board} />
    </div>
  );
}
