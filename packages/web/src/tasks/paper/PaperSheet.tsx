import { useCoalition } from "../../coalitions/coalition.ts";
import { fullMoment } from "../../language/dates.ts";
import { useLanguage } from "../../language/language.ts";
import { useNow } from "../../language/now.ts";
import { useWords } from "../../language/words.ts";
import { useCardsVersion, useFrame } from "../boardContext.ts";
import type { BoardStore } from "../boardStore.ts";
import { PaperTask } from "./PaperTask.tsx";
import { paperWords } from "./paperWords.ts";
import { type Group, ownGroups, partnerGroups, printable, type SheetKind } from "./sheets.ts";

function Columns({ store, withInternal }: { readonly store: BoardStore; readonly withInternal: boolean }) {
  const t = useWords(paperWords);
  const { columns } = useFrame(store);
  const cards = new Map(printable(store.all(), withInternal).map((card) => [card.id, card]));
  return (
    <div className="paper-columns">
      {columns.map((column) => {
        const shown = store.order.list(column.id).flatMap((id) => cards.get(id) ?? []);
        return (
          <section key={column.id}>
            <h2>
              {column.title} <span className="digits">{shown.length}</span>
            </h2>
            {shown.length === 0 && <p className="paper-facts">{t("empty")}</p>}
            <ul>
              {shown.map((card) => (
                <PaperTask key={card.id} card={card} toWrite={false} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function List({ groups, name }: { readonly groups: readonly Group[]; readonly name: string }) {
  const t = useWords(paperWords);
  if (groups.length === 0) return <p>{t("nothing")}</p>;
  return groups.map(({ key, cards }) => (
    <section key={key}>
      <h2>{t(key, { name })}</h2>
      <ul>
        {cards.map((card) => (
          <PaperTask key={card.id} card={card} toWrite />
        ))}
      </ul>
    </section>
  ));
}

interface PaperSheetProps {
  readonly store: BoardStore;
  readonly kind: SheetKind;
  readonly partnerId: string;
  readonly withInternal: boolean;
}

/** One print. Its head stands on every page: what it is, of when, and for whom alone. */
export function PaperSheet({ store, kind, partnerId, withInternal }: PaperSheetProps) {
  const t = useWords(paperWords);
  const language = useLanguage();
  const now = useNow();
  const { viewer, name: coalition, organisations, members } = useCoalition();
  const { title } = useFrame(store);
  useCardsVersion(store);
  const nameOf = (id: string) => organisations.get(id)?.shortName ?? "";
  const cards = printable(store.all(), withInternal);
  const isInternal = cards.some(({ visibility }) => visibility === "ORGANISATION") && withInternal;
  const heads = {
    board: title,
    mine: `${t("mine")}: ${members.get(viewer.membershipId)?.displayName ?? ""}`,
    partner: t("ofPartner", { name: nameOf(partnerId) }),
  };
  const groups = kind === "mine" ? ownGroups(cards, viewer) : partnerGroups(cards, partnerId);
  return (
    <article className="paper-sheet" data-kind={kind}>
      <header className="paper-head">
        <div>
          <h1>{heads[kind]}</h1>
          <p>
            {coalition}
            {kind !== "board" && ` · ${title}`} · {t("asOf", { moment: fullMoment(now, language) })}
            {isInternal && <strong> · {t("onlyFor", { name: nameOf(viewer.organisationId) })}</strong>}
          </p>
        </div>
      </header>
      <div className="paper-body">
        {kind === "board" ? (
          <Columns store={store} withInternal={withInternal} />
        ) : (
          <List groups={groups} name={nameOf(kind === "mine" ? viewer.organisationId : partnerId)} />
        )}
      </div>
    </article>
  );
}
