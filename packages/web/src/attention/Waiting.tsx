import { useEffect, useRef, useState } from "react";
import { Link } from "../shared/router.tsx";
import { boardPath, useCoalition } from "../coalitions/coalition.ts";
import { useOpenArea } from "../coalitions/useOpenArea.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/States.tsx";
import { AttentionRow } from "./AttentionRow.tsx";
import type { AttentionItem } from "./useToday.ts";
import { attentionWords } from "./words.ts";

const few = 6;
const keyOf = ({ kind, objectId }: AttentionItem) => `${kind} ${objectId}`;

interface ListProps {
  readonly items: readonly AttentionItem[];
  /** Whether the first line carries the one filled button of the screen. */
  readonly leads?: boolean;
  readonly onDone: () => void;
}

/** Lines that wait; when one is done the focus goes to the next. */
function Lines({ items, leads = false, onDone }: ListProps) {
  const t = useWords(attentionWords);
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>(".attention-row .button") ?? [])];
    if (document.activeElement === document.body) (rows[wanted.current] ?? rows.at(-1))?.focus();
    wanted.current = null;
  }, [items]);
  const shown = all ? items : items.slice(0, few);
  return (
    <>
      <ul ref={list}>
        {shown.map((item, index) => (
          <AttentionRow
            key={keyOf(item)}
            item={item}
            first={leads && index === 0}
            onDone={() => {
              wanted.current = index;
              onDone();
            }}
          />
        ))}
      </ul>
      {items.length > few && (
        <p className="today-more">
          <Button small look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t("showLess") : t("showAll", { count: items.length })}
          </Button>
        </p>
      )}
    </>
  );
}

/** Wacht op jou: what is asked of the person, then of its organisation. */
export function Waiting({ items, onDone }: ListProps) {
  const t = useWords(attentionWords);
  const path = usePath();
  const coalition = useCoalition();
  const open = useOpenArea();
  const name = coalition.hat.organisation.shortName;
  const own = items.filter(({ reach }) => reach === "ME");
  const ours = items.filter(({ reach }) => reach === "ORGANISATION");
  const count = own.length + ours.length;
  return (
    <section className="today-card" aria-labelledby="wacht-op-jou" data-waiting>
      <header>
        <h2 id="wacht-op-jou">{t("waiting")}</h2>
        <span className="quiet digits" data-count>
          {count}
        </span>
      </header>
      {count === 0 && (
        <EmptyState
          title={t("nothing")}
          action={
            open && (
              <Link className="button" to={path(boardPath(coalition, open))}>
                {t("toBoard")}
              </Link>
            )
          }
        >
          {t("nothingHint", { name })}
        </EmptyState>
      )}
      {own.length > 0 && ours.length > 0 && <h3>{t("onYou")}</h3>}
      {own.length > 0 && <Lines items={own} leads onDone={onDone} />}
      {ours.length > 0 && <h3>{t("onOrganisation", { name })}</h3>}
      {ours.length > 0 && <Lines items={ours} leads={own.length === 0} onDone={onDone} />}
    </section>
  );
}

/** What waits on nobody in particular. */
export function ToArrange({ items, onDone }: ListProps) {
  const t = useWords(attentionWords);
  const open = items.filter(({ reach }) => reach === "COALITION");
  if (open.length === 0) return null;
  return (
    <section className="today-card" aria-labelledby="nog-te-regelen">
      <header>
        <h2 id="nog-te-regelen">{t("onCoalition")}</h2>
        <span className="quiet digits">{open.length}</span>
      </header>
      <Lines items={open} onDone={onDone} />
    </section>
  );
}
