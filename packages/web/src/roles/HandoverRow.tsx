import { mayWrite } from "@wijkbord/schema";
import { CancelHandoverDocument } from "@wijkbord/schema/operations";
import { FileCheck2, SquareKanban, UserRound } from "lucide-react";
import { Link } from "../shared/router.tsx";
import { agreementPath } from "../agreements/addresses.ts";
import { taskPath, useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { rolePath } from "./addresses.ts";
import { handoverWords } from "./handoverWords.ts";
import type { HandoverItem } from "./useHandovers.ts";

const marks = { TASK_LETTER: SquareKanban, ROLE_SEAT: UserRound, AGREEMENT: FileCheck2 };

/** Something that is held, with who was asked to take it over. */
export function HandoverRow({ item, onHandOver }: { readonly item: HandoverItem; readonly onHandOver: () => void }) {
  const t = useWords(handoverWords);
  const path = usePath();
  const act = useAct();
  const coalition = useCoalition();
  const { kind, number, title, aboutId, letter, request } = item;
  const Mark = marks[kind];
  const address =
    kind === "ROLE_SEAT" ? rolePath(coalition, aboutId) : kind === "AGREEMENT" ? agreementPath(coalition, number ?? "") : taskPath(coalition, number ?? "");
  const organisation = coalition.organisations.get(request?.toOrganisationId ?? "")?.shortName ?? "";
  const about = `${number ? `${number} ` : ""}${title}`;
  return (
    <li data-held={number ?? title}>
      <Mark size={16} aria-hidden />
      <div>
        <Link to={path(address)}>
          {number && <small className="digits">{number} </small>}
          <span lang="nl">{title}</span>
        </Link>
        <small>
          {letter ? t(letter) : t(kind)}
          {request && <> · {t("waitsFor", { organisation })}</>}
        </small>
      </div>
      {mayWrite(coalition.viewer) &&
        (request ? (
          <Button
            small
            aria-label={t("about", { act: t("takeBack"), about })}
            onClick={() => void act(CancelHandoverDocument, { handoverId: request.id, expectedVersion: request.version })}
          >
            {t("takeBack")}
          </Button>
        ) : (
          <Button small aria-label={t("about", { act: t("handOver"), about })} onClick={onHandOver}>
            {t("handOver")}
          </Button>
        ))}
    </li>
  );
}
