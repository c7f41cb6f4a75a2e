import { useMemo, useState } from "react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import { Square } from "../../ui/Square.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useIsPhone } from "../../ui/useIsPhone.ts";
import "../Board.css";
import { useBoard, useCardsVersion, useFrame } from "../boardContext.ts";
import { CardList } from "../CardList.tsx";
import { inView, trekkerOf } from "../filters.ts";
import { useBoardKeys } from "../useBoardKeys.ts";
import { viewWords } from "./viewWords.ts";

interface PartnerColumn {
  readonly id: string | null;
  readonly ids: readonly string[];
}

/** Tasks by who trekt, in the order of the columns they stand in; partners without a task are left out. */
function usePartnerColumns(): PartnerColumn[] {
  const { store, view } = useBoard();
  const { columns } = useFrame(store);
  const { viewer, organisations } = useCoalition();
  const version = useCardsVersion(store);
  return useMemo(() => {
    void version;
    const inOrder = columns.toSorted((a, b) => a.position - b.position).flatMap(({ id }) => store.order.list(id));
    const cards = inOrder.flatMap((id) => store.feed.cards.get(id) ?? []).filter((card) => inView(card, view, viewer.organisationId));
    const byPartner = Map.groupBy(cards, trekkerOf);
    return [null, ...organisations.keys()].flatMap((id) => {
      const own = byPartner.get(id);
      return own ? [{ id, ids: own.map((card) => card.id) }] : [];
    });
  }, [columns, store, view, viewer.organisationId, organisations, version]);
}

function PartnerName({ id }: { readonly id: string | null }) {
  const t = useWords(viewWords);
  const { organisations } = useCoalition();
  const organisation = organisations.get(id ?? "");
  if (!organisation) return t("noTrekker");
  return (
    <>
      <Square letters={organisation.letters} name={organisation.name} colour={organisation.colourIndex} decorative /> {organisation.shortName}
    </>
  );
}

function PartnerCards({ id, ids, panel = false }: PartnerColumn & { readonly panel?: boolean }) {
  const t = useWords(viewWords);
  const { organisations } = useCoalition();
  const label = t("partnerCount", { name: organisations.get(id ?? "")?.shortName ?? t("noTrekker"), count: ids.length });
  const role = panel ? { role: "tabpanel", id: "partner-panel", "aria-labelledby": `partner-${id ?? "none"}` } : { role: "group", "aria-label": label };
  return (
    <div className="column" {...role}>
      <header className="column-header">
        <h2>
          <PartnerName id={id} />
        </h2>
        <span className="column-count digits" aria-hidden>
          {ids.length}
        </span>
      </header>
      <CardList columnId={null} ids={ids} label={label} whole={false} />
    </div>
  );
}

/** The board by partner: what each of them trekt, and first what nobody trekt. */
export function PartnerView() {
  const t = useWords(viewWords);
  const phone = useIsPhone();
  const partners = usePartnerColumns();
  const [chosen, setChosen] = useState<string | null>(null);
  const onKeyDown = useBoardKeys(() => partners.map(({ ids }) => ids));
  const keyOf = ({ id }: PartnerColumn) => id ?? "none";
  const shown = partners.find((partner) => keyOf(partner) === chosen) ?? partners[0];
  if (!shown) return null;
  if (phone) {
    const tabs = partners.map((partner) => ({
      key: keyOf(partner),
      label: (
        <>
          <PartnerName id={partner.id} /> <small>{partner.ids.length}</small>
        </>
      ),
    }));
    return (
      <div className="board" role="group" aria-label={t("partners")} onKeyDown={onKeyDown}>
        <Tabs idPrefix="partner" label={t("partners")} tabs={tabs} selected={keyOf(shown)} onSelect={setChosen} />
        <PartnerCards key={keyOf(shown)} {...shown} panel />
      </div>
    );
  }
  return (
    <div className="board" role="group" aria-label={t("partners")} onKeyDown={onKeyDown}>
      <div className="columns partner-columns" style={{ "--columns": partners.length }}>
        {partners.map((partner) => (
          <PartnerCards key={keyOf(partner)} {...partner} />
        ))}
      </div>
    </div>
  );
}
