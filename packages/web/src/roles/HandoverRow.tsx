import { mayWrite } from "@wijkbord/schema";
import { CancelHandoverDocument } from "@wijkbord/schema/operations";
import { FileCheck2, SquareKanban, UserRound } from "lucide-react";
import { Link } from "../shared/router.tsx";
import { agreementPath } from "../agreements/addresses.ts";
import { taskPath, useCoalition } from "../coalitions/coalition.ts";
import { useLanguage, usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { rolePath } from "./addresses.ts";
import { handoverWords } from "./handoverWords.ts";
import type { HandoverItem } from "./useHandovers.ts";

const marks = { TASK_LETTER: SquareKanban, ROLE_SEAT: UserRound, AGREEMENT: FileCheck2 };

interface HandoverRowProps {
  /** One thing; a task with several letters has an item for each. */
  readonly items: readonly [HandoverItem, ...HandoverItem[]];
  readonly onHandOver: (items: readonly HandoverItem[]) => void;
}

/** Something that is held, with who was asked to take it over. */
export function HandoverRow({ items, onHandOver }: HandoverRowProps) {
  const t = useWords(handoverWords);
  const path = usePath();
  const act = useAct();
  const coalition = useCoalition();
  const language = useLanguage();
  const { kind, number, title, aboutId } = items[0];
  const requests = items.flatMap(({ request }) => request ?? []);
  const rest = items.filter(({ request }) => !request);
  const letters = items.flatMap(({ letter }) => (letter ? t(letter) : []));
  const Mark = marks[kind];
  const address =
    kind === "ROLE_SEAT" ? rolePath(coalition, aboutId) : kind === "AGREEMENT" ? agreementPath(coalition, number ?? "") : taskPath(coalition, number ?? "");
  const organisation = coalition.organisations.get(requests[0]?.toOrganisationId ?? "")?.shortName ?? "";
  const about = `${number ? `${number} ` : ""}${title}`;
  const takeBack = async () => {
    for (const { id, version } of requests) await act(CancelHandoverDocument, { handoverId: id, expectedVersion: version });
  };
  return (
    <li data-held={number ?? title}>
      <Mark size={16} aria-hidden />
      <div>
        <Link to={path(address)}>
          {number && <small className="digits">{number} </small>}
          <span lang="nl">{title}</span>
        </Link>
        <small>
          {letters.length > 0 ? t("letters", { what: new Intl.ListFormat(language).format(letters) }) : t(kind)}
          {requests.length > 0 && <> · {t("waitsFor", { organisation })}</>}
        </small>
      </div>
      {mayWrite(coalition.viewer) &&
        (rest.length === 0 ? (
          <Button small aria-label={t("about", { act: t("takeBack"), about })} onClick={() => void takeBack()}>
            {t("takeBack")}
          </Button>
        ) : (
          <Button small aria-label={t("about", { act: t("handOver"), about })} onClick={() => onHandOver(rest)}>
            {t("handOver")}
          </Button>
        ))}
    </li>
  );
}
