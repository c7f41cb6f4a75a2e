import { useQuery } from "@apollo/client/react";
import { mayManageBoards } from "@wijkbord/schema";
import { NewBoardDocument } from "@wijkbord/schema/operations";
import { Link } from "../../shared/router.tsx";
import { usePageTitle } from "../../accounts/usePageTitle.ts";
import "../../areas/NeighbourhoodPage.css";
import { useCoalition } from "../../coalitions/coalition.ts";
import { usePath } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { EmptyState, ErrorBlock, Skeleton } from "../../ui/States.tsx";
import "../BoardSettings.css";
import { BoardForm } from "./BoardForm.tsx";
import "./NewBoard.css";
import { newBoardWords } from "./newBoardWords.ts";

function Start() {
  const { id: coalitionId, slug } = useCoalition();
  const { data, error, refetch } = useQuery(NewBoardDocument, { variables: { slug, coalitionId }, fetchPolicy: "network-only" });
  if (data) return <BoardForm start={data} />;
  return error ? <ErrorBlock onRetry={() => void refetch()} /> : <Skeleton rows={4} height={110} />;
}

/** Makes the board of a neighbourhood; for coordinators of the coalition. */
export function NewBoardPage() {
  const t = useWords(newBoardWords);
  const path = usePath();
  const { slug, viewer } = useCoalition();
  const heading = usePageTitle(t("title"));
  const whoMay = (
    <Link className="button" to={path(`/${slug}/instellingen`)}>
      {t("whoMay")}
    </Link>
  );
  return (
    <div className="plain-page">
      <div className="page-heading">
        <h1 ref={heading} tabIndex={-1}>
          {t("title")}
        </h1>
      </div>
      {mayManageBoards(viewer) ? (
        <>
          <p className="new-board-lead">{t("lead")}</p>
          <Start />
        </>
      ) : (
        <EmptyState title={t("mayNot")} action={whoMay} />
      )}
    </div>
  );
}
