import type { ActionListReport, ImportRefusal } from "@wijkbord/schema";
import { TriangleAlert } from "lucide-react";
import { Link } from "../shared/router.tsx";
import { type BoardEntry, boardPath, useCoalition } from "../coalitions/coalition.ts";
import { useLanguage, usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import type { Asking } from "./importClient.ts";
import { importPageWords } from "./importPageWords.ts";

/** For whom this page asks. */
export function useAsking(): Asking {
  const { id, viewer } = useCoalition();
  return { coalitionId: id, membershipId: viewer.membershipId };
}

/** The sentence of a refusal in the language of the page. */
export function useSentence(): (reply: { readonly refused: ImportRefusal } | { readonly failed: true }) => string {
  const t = useWords(importPageWords);
  const language = useLanguage();
  return (reply) => ("refused" in reply ? reply.refused[language] : t("failed"));
}

/** Why nothing came in. */
export function ImportRefusedNote({ text }: { readonly text: string }) {
  const t = useWords(importPageWords);
  return (
    <div className="error-block" role="alert">
      <TriangleAlert size={20} aria-hidden />
      <div>
        <h2>{t("refusedTitle")}</h2>
        <p>{text}</p>
      </div>
    </div>
  );
}

interface ImportDoneProps {
  readonly board: BoardEntry;
  readonly report: Pick<ActionListReport, "created" | "updated" | "unchanged" | "kept">;
  readonly onAgain: () => void;
}

/** What came in, with the way to the board and to what waits for the own organisation. */
export function ImportDone({ board, report, onAgain }: ImportDoneProps) {
  const t = useWords(importPageWords);
  const path = usePath();
  const coalition = useCoalition();
  const counts = { created: report.created, updated: report.updated, unchanged: report.unchanged, kept: report.kept.length };
  return (
    <section className="import-card" role="status">
      <h2>{t("done")}</h2>
      <ul className="import-counts">
        {(["created", "updated", "unchanged", "kept"] as const).map((key) => (counts[key] > 0 ? <li key={key}>{t(key, { count: counts[key] })}</li> : null))}
      </ul>
      <p className="import-acts">
        <Link className="button" data-look="primary" to={path(boardPath(coalition, board))}>
          {t("toBoard")}
        </Link>
        <Link className="button" to={path(`/${coalition.slug}/bevestigen/${board.slug}`)}>
          {t("toConfirm")}
        </Link>
        <Button look="quiet" onClick={onAgain}>
          {t("again")}
        </Button>
      </p>
    </section>
  );
}
