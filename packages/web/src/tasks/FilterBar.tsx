import { Swimlane } from "@wijkbord/schema";
import { ChevronDown, TriangleAlert, UserRound, X } from "lucide-react";
import { lazy, Suspense } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Menu } from "../ui/Menu.tsx";
import { Square } from "../ui/Square.tsx";
import { useBoard, useCardsVersion, useFrame } from "./boardContext.ts";
import { type BoardView, type Due, isFiltered, noFilters, trekkerOf } from "./filters.ts";
import { QuickFilter } from "./views/QuickFilter.tsx";
import { ViewSwitch } from "./views/ViewSwitch.tsx";
import { viewWords } from "./views/viewWords.ts";
import { taskWords } from "./words.ts";

const SavedViews = lazy(() => import("./views/SavedViews.tsx"));

type Change = (change: Partial<BoardView>) => void;
const rows = [
  [Swimlane.NONE, "rowsNone"],
  [Swimlane.PARTNER, "rowsPartner"],
  [Swimlane.ACTION_LINE, "rowsActionLine"],
] as const;

function ThemeFilter({ onChange }: { readonly onChange: Change }) {
  const t = useWords(taskWords);
  const language = useLanguage();
  const { themes } = useCoalition();
  const { view } = useBoard();
  const nameOf = (id: string) => themes.get(id)?.[language === "nl" ? "nameNl" : "nameEn"] ?? "";
  const chosen = view.themeId && nameOf(view.themeId);
  const all = { key: "all", label: t("everything"), checked: view.themeId === null, onSelect: () => onChange({ themeId: null }) };
  const items = [...themes.keys()].map((id) => ({ key: id, label: nameOf(id), checked: view.themeId === id, onSelect: () => onChange({ themeId: id }) }));
  return (
    <Menu className="chip" on={Boolean(chosen)} label={chosen ? t("themeIs", { name: chosen }) : t("theme")} groups={[{ items: [all, ...items] }]}>
      {chosen ? t("themeIs", { name: chosen }) : t("theme")}
      <ChevronDown aria-hidden />
    </Menu>
  );
}

function PartnerFilter({ onChange }: { readonly onChange: Change }) {
  const t = useWords(taskWords);
  const { organisations } = useCoalition();
  const { view } = useBoard();
  const chosen = organisations.get(view.organisationId ?? "");
  const all = { key: "all", label: t("everything"), checked: view.organisationId === null, onSelect: () => onChange({ organisationId: null }) };
  const items = [...organisations.values()].map(({ id, shortName, letters, colourIndex }) => ({
    key: id,
    label: shortName,
    mark: <Square letters={letters} name={shortName} colour={colourIndex} decorative />,
    checked: view.organisationId === id,
    onSelect: () => onChange({ organisationId: id }),
  }));
  const label = chosen ? t("partnerIs", { name: chosen.shortName }) : t("partnerFilter");
  return (
    <Menu className="chip" on={Boolean(chosen)} label={label} groups={[{ items: [all, ...items] }]}>
      {label}
      <ChevronDown aria-hidden />
    </Menu>
  );
}

function LabelFilter({ onChange }: { readonly onChange: Change }) {
  const t = useWords(viewWords);
  const words = useWords(taskWords);
  const { store, view } = useBoard();
  useCardsVersion(store);
  const labels = new Map(store.all().flatMap((card) => card.labels.map(({ id, name }) => [id, name] as const)));
  if (labels.size === 0 && view.labelId === null) return null;
  const all = { key: "all", label: words("everything"), checked: view.labelId === null, onSelect: () => onChange({ labelId: null }) };
  const items = [...labels]
    .toSorted(([, a], [, b]) => a.localeCompare(b, "nl"))
    .map(([key, label]) => ({ key, label, checked: key === view.labelId, onSelect: () => onChange({ labelId: key }) }));
  const label = view.labelId === null ? t("label") : t("labelIs", { name: labels.get(view.labelId) ?? t("labelGone") });
  return (
    <Menu className="chip" on={view.labelId !== null} label={label} groups={[{ items: [all, ...items] }]}>
      {label}
      <ChevronDown aria-hidden />
    </Menu>
  );
}

const dues: readonly (Due | null)[] = [null, "late", "week"];

function DueFilter({ onChange }: { readonly onChange: Change }) {
  const t = useWords(viewWords);
  const { view } = useBoard();
  const items = dues.map((due) => ({ key: due ?? "any", label: t(due ?? "anyDay"), checked: view.due === due, onSelect: () => onChange({ due }) }));
  const label = view.due === null ? t("due") : t("dueIs", { name: t(view.due) });
  return (
    <Menu className="chip" on={view.due !== null} label={label} groups={[{ items }]}>
      {label}
      <ChevronDown aria-hidden />
    </Menu>
  );
}

/** What the board shows: filters that add up, and rows. All of it stands in the address. */
export function FilterBar({ onChange }: { readonly onChange: Change }) {
  const t = useWords(taskWords);
  const { store, view } = useBoard();
  const frame = useFrame(store);
  useCardsVersion(store);
  const free = store.all().filter((card) => trekkerOf(card) === null && card.state !== "DONE" && card.state !== "CANCELLED").length;
  const shown = view.rows ?? Swimlane[frame.swimlane];
  const name = t(rows.find(([key]) => key === shown)?.[1] ?? "rowsNone");
  const choices = rows.map(([key, label]) => ({
    key,
    label: t(label),
    checked: key === shown,
    onSelect: () => onChange({ rows: key === Swimlane[frame.swimlane] ? null : key }),
  }));
  return (
    <div className="filters" role="group" aria-label={t("filters")}>
      <ViewSwitch layout={view.layout} onChange={(layout) => onChange({ layout })} />
      <Suspense>
        <SavedViews />
      </Suspense>
      <QuickFilter text={view.text} onChange={(text) => onChange({ text })} />
      <Chip pressed={view.mine} onClick={() => onChange({ mine: !view.mine })}>
        <UserRound aria-hidden />
        {t("mine")}
      </Chip>
      <Chip pressed={view.withoutTrekker} onClick={() => onChange({ withoutTrekker: !view.withoutTrekker })}>
        <TriangleAlert aria-hidden />
        {t("withoutTrekker")}
        <b className="digits">{free}</b>
      </Chip>
      <ThemeFilter onChange={onChange} />
      <PartnerFilter onChange={onChange} />
      <DueFilter onChange={onChange} />
      <LabelFilter onChange={onChange} />
      {view.layout === "board" && (
        <Menu className="chip filters-rows" on={shown !== Swimlane.NONE} label={t("rowsIs", { name })} groups={[{ items: choices }]}>
          {shown === Swimlane.NONE ? t("rows") : name}
          <ChevronDown aria-hidden />
        </Menu>
      )}
      {isFiltered(view) && (
        <Button look="quiet" small onClick={() => onChange(noFilters)}>
          <X size={14} aria-hidden />
          {t("clearFilters")}
        </Button>
      )}
    </div>
  );
}
