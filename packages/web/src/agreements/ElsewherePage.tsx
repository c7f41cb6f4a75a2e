import { AgreementCategory, agreementLimits } from "@wijkbord/schema";
import { RegisterAgreementDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useNavigate } from "../shared/router.tsx";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Field, FieldError } from "../ui/Field.tsx";
import { agreementPath } from "./addresses.ts";
import "./Agreements.css";
import { AreasField } from "./AreasField.tsx";
import { CategoryField } from "./CategoryField.tsx";
import { SignatoriesField } from "./SignatoriesField.tsx";
import { SummaryField } from "./SummaryField.tsx";
import { useAgreementAct } from "./useAgreementAct.ts";
import { useForm } from "./useForm.ts";
import { agreementWords } from "./words.ts";
import { writingWords } from "./writingWords.ts";

/** Registers an agreement that partners made elsewhere, in two minutes. */
export function ElsewherePage() {
  const t = useWords(writingWords);
  const w = useWords(agreementWords);
  const act = useAgreementAct();
  const path = usePath();
  const navigate = useNavigate();
  const today = useToday();
  const coalition = useCoalition();
  const heading = usePageTitle(t("elsewhereTitle"));
  const [paper, setPaper] = useState({ title: "", category: AgreementCategory.OTHER, agreedOn: "", place: "", summary: "", url: "", endsOn: "" });
  const [signedOnPaperIds, setSigned] = useState<readonly string[]>([]);
  const [areaCodes, setAreas] = useState<readonly string[]>([]);
  const bind = (key: "title" | "agreedOn" | "place" | "url" | "endsOn") => ({
    value: paper[key],
    onChange: (event: { target: { value: string } }) => setPaper({ ...paper, [key]: event.target.value }),
  });
  const { busy, error, submit } = useForm(
    () =>
      act(
        RegisterAgreementDocument,
        {
          ...paper,
          coalitionId: coalition.id,
          url: paper.url.trim() || null,
          endsOn: paper.endsOn || null,
          signedOnPaperIds: [...signedOnPaperIds],
          areaCodes: [...areaCodes],
        },
        { quiet: true },
      ),
    (number) => navigate(path(agreementPath(coalition, number))),
  );
  return (
    <div className="agreement writing">
      <header className="agreement-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {t("elsewhereTitle")}
          </h1>
          <p className="quiet">{t("elsewhereLead")}</p>
        </div>
      </header>
      <form className="write-form" onSubmit={submit}>
        <Field label={t("title")}>
          <input required lang="nl" minLength={3} maxLength={agreementLimits.title} {...bind("title")} />
        </Field>
        <div className="field-row">
          <Field label={t("agreedOn")}>
            <input type="date" required max={today} {...bind("agreedOn")} />
          </Field>
          <Field label={t("agreedAt")}>
            <input required maxLength={agreementLimits.place} {...bind("place")} />
          </Field>
        </div>
        <SignatoriesField legend={w("signedOnPaper")} chosen={signedOnPaperIds} onChange={setSigned} />
        <SummaryField value={paper.summary} onChange={(summary) => setPaper({ ...paper, summary })} />
        <CategoryField value={paper.category} onChange={(category) => setPaper({ ...paper, category })} />
        <div className="field-row">
          <Field label={t("textUrl")}>
            <input inputMode="url" {...bind("url")} />
          </Field>
          <Field label={t("endsOn")} hint={t("endsOnHint")}>
            <input type="date" min={today} {...bind("endsOn")} />
          </Field>
        </div>
        <AreasField chosen={areaCodes} onChange={setAreas} />
        {error && <FieldError>{error}</FieldError>}
        <footer>
          <Button type="submit" look="primary" aria-disabled={busy}>
            {t("register")}
          </Button>
        </footer>
      </form>
      <p className="agreement-awb">{w("awb")}</p>
    </div>
  );
}
