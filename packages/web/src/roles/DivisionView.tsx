import { Download, Printer } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import { useSearchParams } from "../shared/router.tsx";
import { saveFile } from "../shared/saveFile.ts";
import { saveWorkbook } from "../shared/workbook.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { useOpenArea } from "../coalitions/useOpenArea.ts";
import { fullMoment } from "../language/dates.ts";
import { useLanguage } from "../language/language.ts";
import { useNow } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState, ErrorBlock, Skeleton } from "../ui/States.tsx";
import { useIsPhone } from "../ui/useIsPhone.ts";
import { csvOf } from "./csv.ts";
import { Changes } from "./Changes.tsx";
import { type DivisionFilter, gapOf, holds } from "./division.ts";
import { DivisionFilters, Legend } from "./DivisionFilters.tsx";
import { divisionRows } from "./divisionRows.ts";
import { divisionWords } from "./divisionWords.ts";
import { JustChanged } from "./JustChanged.tsx";
import { LetterDialog } from "./LetterDialog.tsx";
import { Matrix } from "./Matrix.tsx";
import { MatrixCards } from "./MatrixCards.tsx";
import { RolesHead } from "./RolesHead.tsx";
import { useColumns } from "./useColumns.ts";
import { useCompare } from "./useCompare.ts";
import { Vacancies } from "./Vacancies.tsx";
import { useLetterChanges } from "./useLetterChanges.ts";
import { useDividing } from "./useDividing.ts";
import { useDivision } from "./useDivision.ts";

/** With more partners than this the table takes the whole width. */
const manyPartners = 20;
const everyBoard = "alle";
const aDay = /^\d{4}-\d\d-\d\d$/;

/** The day that the division is compared with, as it stands in the address. */
function useCompareDay(): readonly [string, (day: string) => void] {
  const [params, setParams] = useSearchParams();
  const named = params.get("vergelijk") ?? "";
  const change = (day: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (day) next.set("vergelijk", day);
        else next.delete("vergelijk");
        return next;
      },
      { replace: true },
    );
  return [aDay.test(named) ? named : "", change];
}

/** The filter as it stands in the address, and how to change it. */
function useFilter(): readonly [DivisionFilter, (part: Partial<DivisionFilter>) => void] {
  const [params, setParams] = useSearchParams();
  const { boards } = useCoalition();
  const open = useOpenArea();
  const named = params.get("bord");
  const boardId = named === everyBoard ? "" : ((boards.find(({ slug }) => slug === named) ?? open)?.id ?? "");
  const filter = { boardId, themeId: params.get("thema") ?? "", organisationId: params.get("partner") ?? "", gaps: params.has("knelpunt") };
  const change = (part: Partial<DivisionFilter>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        const set = (key: string, value: string) => (value ? next.set(key, value) : next.delete(key));
        if (part.boardId !== undefined) set("bord", boards.find(({ id }) => id === part.boardId)?.slug ?? everyBoard);
        if (part.themeId !== undefined) set("thema", part.themeId);
        if (part.organisationId !== undefined) set("partner", part.organisationId);
        if (part.gaps !== undefined) set("knelpunt", part.gaps ? "ja" : "");
        return next;
      },
      { replace: true },
    );
  return [filter, change];
}

/** Who does what: tasks by partners, to read and to divide. */
export function DivisionView() {
  const t = useWords(divisionWords);
  const nl = useLanguage() === "nl";
  const now = useNow();
  const phone = useIsPhone();
  const { boards, organisations, themes, slug } = useCoalition();
  const [filter, change] = useFilter();
  const [day, compareWith] = useCompareDay();
  const boardIds = useMemo(() => (filter.boardId ? [filter.boardId] : boards.map(({ id }) => id)), [filter.boardId, boards]);
  const { cards, letterChanges, failed, retry } = useDivision(boardIds);
  const { last, fresh } = useLetterChanges(cards, letterChanges);
  const compared = useCompare(boardIds, day, cards);
  const changes = useMemo(() => new Map(compared.changes?.map((each) => [each.taskId, each])), [compared.changes]);
  const [chosen, setChosen] = useState<{ readonly taskId: string; readonly organisationId: string } | null>(null);
  const choose = useCallback(({ id }: { readonly id: string }, organisationId: string) => setChosen({ taskId: id, organisationId }), []);
  const { themeId, organisationId, gaps, boardId } = filter;
  const shown = useMemo(
    () => (cards ?? []).filter((card) => holds({ themeId, organisationId, gaps, boardId }, card)),
    [cards, themeId, organisationId, gaps, boardId],
  );
  const partners = useColumns(boardIds.join(" "), cards);
  const card = cards?.find(({ id }) => id === chosen?.taskId);
  useDividing(boardId, card?.id ?? null);
  const themeName = (id: string | null) => {
    const theme = themes.get(id ?? "");
    return theme ? (nl ? theme.nameNl : theme.nameEn) : "";
  };
  const where = [
    boards.find(({ id }) => id === boardId)?.title ?? t("allBoards"),
    themeName(themeId),
    organisations.get(organisationId)?.name,
    gaps && t("onlyGaps"),
  ]
    .filter(Boolean)
    .join(" · ");
  const rows = () => divisionRows(shown, partners, themeName, t);
  const gapCount = (cards ?? []).filter((each) => gapOf(each) !== null).length;
  return (
    <div className="roles">
      <RolesHead view="division">
        <Button disabled={!cards} onClick={() => void saveWorkbook(`taakverdeling-${slug}`, t("viewDivision"), rows())}>
          <Download size={16} aria-hidden />
          {t("xlsx")}
        </Button>
        <Button disabled={!cards} onClick={() => saveFile(`taakverdeling-${slug}.csv`, "text/csv;charset=utf-8", csvOf(rows()))}>
          <Download size={16} aria-hidden />
          {t("csv")}
        </Button>
        <Button onClick={() => window.print()}>
          <Printer size={16} aria-hidden />
          {t("print")}
        </Button>
      </RolesHead>
      <DivisionFilters filter={filter} gaps={gapCount} partners={partners} compare={day} onCompare={compareWith} onChange={change} />
      <p className="division-stand">{t("stand", { where, moment: fullMoment(now, nl ? "nl" : "en") })}</p>
      <Legend />
      {day && <Changes day={day} changes={compared.changes} failed={compared.failed} />}
      <div className="division-columns" data-many={partners.length > manyPartners || undefined}>
        <div>
          {failed && !cards && <ErrorBlock title={t("failed")} onRetry={retry} />}
          {!cards && !failed && <Skeleton rows={8} height={38} />}
          {cards?.length === 0 && <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>}
          {cards && cards.length > 0 && shown.length === 0 && (
            <EmptyState
              title={t("emptyFiltered")}
              action={<Button onClick={() => change({ themeId: "", organisationId: "", gaps: false })}>{t("clear")}</Button>}
            />
          )}
          {shown.length > 0 &&
            (phone ? (
              <MatrixCards cards={shown} changes={changes} fresh={fresh} organisations={partners} onChoose={choose} />
            ) : (
              <Matrix cards={shown} changes={changes} fresh={fresh} all={cards ?? []} organisations={partners} onChoose={choose} />
            ))}
        </div>
        <div className="division-side">
          <Vacancies />
          {cards && cards.length > 0 && <JustChanged last={last} cards={cards} />}
        </div>
      </div>
      {shown.length > 0 && !phone && <p className="quiet division-keys">{t("keysHint")}</p>}
      {card && chosen && <LetterDialog card={card} organisationId={chosen.organisationId} onClose={() => setChosen(null)} />}
    </div>
  );
}
