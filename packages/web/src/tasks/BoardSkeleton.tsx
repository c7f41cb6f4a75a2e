import { Skeleton } from "../ui/States.tsx";
import "./Board.css";

/** The shape of a board while it comes. */
export function BoardSkeleton({ title }: { readonly title: string }) {
  return (
    <div className="board-page">
      <div className="page-heading">
        <h1>{title}</h1>
      </div>
      <div className="board">
        <div className="columns" style={{ "--columns": 5 }}>
          {[4, 3, 5, 2, 3].map((rows, index) => (
            <div key={index} className="column column-skeleton">
              <Skeleton rows={rows} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
