import { mayWrite } from "@wijkbord/schema";
import { FileCheck2, SquareKanban, TriangleAlert, UserRound } from "lucide-react";
import { useState } from "react";
import { Link } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { dayOf, longDay, shortDay } from "../language/dates.ts";
import { useLanguage, usePath } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { announce } from "../ui/announcer.ts";
import { Button } from "../ui/Button.tsx";
import { addressOf, lookOf, sentenceOf } from "./lines.ts";
import { useDoNow } from "./useDoNow.ts";
import type { AttentionItem } from "./useToday.ts";
import { attentionWords } from "./words.ts";

export const marks = { task: SquareKanban, role: UserRound, agreement: FileCheck2, problem: TriangleAlert };

/** What is asked, in a sentence, and the verb of the one next act. */
function useLine({ kind, action, letter, organisationId, count, dueOn, since }: AttentionItem) {
  const t = useWords(attentionWords);
  const language = useLanguage();
  const today = useToday();
  const { organisations, hat } = useCoalition();
  const organisation = organisations.get(organisationId ?? hat.organisationId)?.shortName ?? "";
  const own = hat.organisation.shortName;
  const day = dueOn ? longDay(dueOn, language, today) : "";
  const text = sentenceOf({ kind, letter, count }, t, { organisation, day });
  const waits = since && kind !== "TASK_OVERDUE" ? t("since", { day: shortDay(dayOf(new Date(since)), language, today) }) : null;
  const verbs = {
    ACCEPT: t("yesFor", { organisation: own }),
    ANSWER: kind === "HANDOVER_ASKED" ? t("takeOver", { organisation: own }) : t("answer"),
    CHOOSE: t("choose"),
    CONFIRM: kind === "PROMISE_TO_CONFIRM" ? t("yesFor", { organisation: own }) : t("confirm"),
    PICK_UP: t("pickUp"),
    PROPOSE: t("propose", { organisation: own }),
    NAME_SOMEBODY: t("nameSomebody"),
    LOOK: t("look"),
    ASK_AGAIN: t("look"),
    GO_ON: t("goOn"),
  };
  return { text, waits, verb: verbs[action] };
}

/** Something that waits, with the one next act in place. */
export function AttentionRow({ item, first, onDone }: { readonly item: AttentionItem; readonly first: boolean; readonly onDone: () => void }) {
  const t = useWords(attentionWords);
  const path = usePath();
  const coalition = useCoalition();
  const doNow = useDoNow(item);
  const [busy, setBusy] = useState(false);
  const { text, waits, verb } = useLine(item);
  const { mark, tone } = lookOf(item);
  const Mark = marks[mark];
  const address = addressOf(coalition, item);
  const run = async () => {
    setBusy(true);
    const outcome = (await doNow?.()) ?? { ok: false };
    setBusy(false);
    if (!outcome.ok) return;
    announce("own", t("done", { title: item.title }));
    onDone();
  };
  const title = `${item.number ? `${item.number} ` : ""}${item.title}`;
  const name = t("about", { act: verb, title });
  const opens = item.action === "PROPOSE" ? "?stel-voor" : "";
  return (
    <li className="attention-row" data-kind={item.kind} data-about={item.number ?? item.aboutId}>
      <span className="attention-mark" data-tone={tone}>
        <Mark size={17} aria-hidden />
      </span>
      <div>
        {address ? (
          <Link className="attention-title" to={path(address)}>
            {item.number && <span className="digits">{item.number} </span>}
            <span lang="nl">{item.title}</span>
          </Link>
        ) : (
          <b className="attention-title">{title}</b>
        )}
        <small>
          {text}
          {waits && <> · {waits}</>}
        </small>
      </div>
      {doNow && mayWrite(coalition.viewer) ? (
        <Button small look={first ? "primary" : "plain"} disabled={busy} aria-label={name} onClick={() => void run()}>
          {verb}
        </Button>
      ) : (
        address && (
          <Link className="button" data-small data-look={first ? "primary" : "plain"} aria-label={name} to={path(`${address}${opens}`)}>
            {verb}
          </Link>
        )
      )}
    </li>
  );
}
