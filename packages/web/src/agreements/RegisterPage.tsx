import { mayWrite } from "@wijkbord/schema";
import { AgreementRegisterCsvDocument } from "@wijkbord/schema/operations";
import { Download, FileCheck2, FilePlus2, PenLine } from "lucide-react";
import { useState } from "react";
import { Link } from "../shared/router.tsx";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import { useScope } from "../activity/scope.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { dayOf } from "../language/dates.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { useToday } from "../language/now.ts";
import { Button } from "../ui/Button.tsx";
import "../ui/Field.css";
import { EmptyState, ErrorBlock, Skeleton } from "../ui/States.tsx";
import { showToast } from "../ui/Toasts.tsx";
import { newPath, registerPath } from "./addresses.ts";
import "./Agreements.css";
import { groupNames, groupsOf } from "./registerGroups.ts";
import { RegisterRow } from "./RegisterRow.tsx";
import { registerWords } from "./registerWords.ts";
import { saveFile } from "../shared/saveFile.ts";
import { saveWorkbook } from "../shared/workbook.ts";
import { useNames } from "./Organisation.tsx";
import { registerRows } from "./registerRows.ts";
import { type Row, useRegister } from "./useRegister.ts";
import { agreementWords } from "./words.ts";

interface Filter {
  readonly words: string;
  readonly area: string;
  readonly category: string;
}
const holds = ({ words, area, category }: Filter, row: Row) =>
  (!words || `${row.number} ${row.title}`.toLocaleLowerCase("nl").includes(words.toLocaleLowerCase("nl"))) &&
  (!area || row.areaCodes.length === 0 || row.areaCodes.includes(area)) &&
  (!category || row.category === category);

function Filters({ rows, filter, onChange }: { readonly rows: readonly Row[]; readonly filter: Filter; readonly onChange: (filter: Filter) => void }) {
  const t = useWords(registerWords);
  const w = useWords(agreementWords);
  const { boards } = useCoalition();
  const categories = [...new Set(rows.map(({ category }) => category))];
  return (
    <search className="register-filters">
      <input
        className="input"
        type="search"
        aria-label={t("search")}
        placeholder={t("search")}
        value={filter.words}
        onChange={(event) => onChange({ ...filter, words: event.target.value })}
      />
      <select className="input" aria-label={t("area")} value={filter.area} onChange={(event) => onChange({ ...filter, area: event.target.value })}>
        <option value="">{t("allAreas")}</option>
        {boards.map(({ id, areaCode, areaName }) => (
          <option key={id} value={areaCode}>
            {areaName}
          </option>
        ))}
      </select>
      <select className="input" aria-label={t("category")} value={filter.category} onChange={(event) => onChange({ ...filter, category: event.target.value })}>
        <option value="">{t("allCategories")}</option>
        {categories.map((category) => (
          <option key={category} value={category}>
            {w(category)}
          </option>
        ))}
      </select>
    </search>
  );
}

function Heading({ rows }: { readonly rows: readonly Row[] }) {
  const t = useWords(registerWords);
  const w = useWords(agreementWords);
  const path = usePath();
  const coalition = useCoalition();
  const { client } = useScope();
  const heading = usePageTitle(t("title"));
  const { organisation } = useNames();
  const saveSheet = () =>
    saveWorkbook(
      `afspraken-${coalition.slug}`,
      t("title"),
      registerRows(rows, {
        head: t,
        agreement: w,
        organisation,
        area: (code) => coalition.boards.find(({ areaCode }) => areaCode === code)?.areaName ?? code,
        dayOf: (moment) => dayOf(new Date(moment)),
      }),
    );
  const download = async () => {
    try {
      const { data } = await client.query({ query: AgreementRegisterCsvDocument, variables: { coalitionId: coalition.id }, fetchPolicy: "no-cache" });
      saveFile(`afspraken-${coalition.slug}.csv`, "text/csv", data?.agreementRegister ?? "");
    } catch {
      showToast({ text: w("notSaved"), tone: "problem" });
    }
  };
  return (
    <header className="agreement-head">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {t("title")}
        </h1>
        <p className="quiet">{t("lead")}</p>
      </div>
      <div className="agreement-acts">
        <Link className="button" to={path(`${registerPath(coalition)}/machtigingen`)}>
          <PenLine size={16} aria-hidden />
          {t("whoSigns")}
        </Link>
        <Button onClick={() => void download()}>
          <Download size={16} aria-hidden />
          {t("csv")}
        </Button>
        <Button disabled={rows.length === 0} onClick={() => void saveSheet()}>
          <Download size={16} aria-hidden />
          {t("xlsx")}
        </Button>
        {mayWrite(coalition.viewer) && (
          <>
            <Link className="button" to={path(`${registerPath(coalition)}/vastleggen`)}>
              <FileCheck2 size={16} aria-hidden />
              {t("elsewhere")}
            </Link>
            <Link className="button" data-look="primary" to={path(newPath(coalition))}>
              <FilePlus2 size={16} aria-hidden />
              {t("new")}
            </Link>
          </>
        )}
      </div>
    </header>
  );
}

/** The register of agreements: first what waits for the own organisation. */
export function RegisterPage() {
  const t = useWords(registerWords);
  const w = useWords(agreementWords);
  const today = useToday();
  const { hat } = useCoalition();
  const { rows, failed, reload } = useRegister();
  const [filter, setFilter] = useState<Filter>({ words: "", area: "", category: "" });
  const groups = groupsOf(
    (rows ?? []).filter((row) => holds(filter, row)),
    today,
  );
  const shown = groupNames.filter((name) => groups.get(name)?.length);
  return (
    <div className="agreement">
      <Heading rows={rows ?? []} />
      {failed && <ErrorBlock onRetry={() => void reload().catch(() => undefined)} />}
      {!rows && !failed && <Skeleton rows={4} height={72} />}
      {rows && rows.length > 0 && <Filters rows={rows} filter={filter} onChange={setFilter} />}
      {rows?.length === 0 && <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>}
      {rows && rows.length > 0 && shown.length === 0 && <EmptyState title={t("emptyFiltered")} />}
      {shown.map((name) => (
        <section key={name} className="register-group" data-group={name} aria-labelledby={`groep-${name}`}>
          <h2 id={`groep-${name}`}>
            {t(`group_${name}`, { name: hat.organisation.shortName })} <span className="quiet digits">{groups.get(name)?.length}</span>
          </h2>
          <ul>
            {groups.get(name)?.map((row) => (
              <RegisterRow key={row.id} row={row} />
            ))}
          </ul>
        </section>
      ))}
      <p className="agreement-awb">{w("awb")}</p>
    </div>
  );
}
