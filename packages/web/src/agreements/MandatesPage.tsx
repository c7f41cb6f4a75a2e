import { useQuery } from "@apollo/client/react";
import { AgreementCategory, isLiveMandate, mayGrantMandate } from "@wijkbord/schema";
import { EndMandateDocument, GrantMandateDocument, MandatesDocument, type MandateRowFragment } from "@wijkbord/schema/operations";
import { useCallback, useState } from "react";
import { Link } from "../shared/router.tsx";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Field, FieldError } from "../ui/Field.tsx";
import { ErrorBlock, Skeleton } from "../ui/States.tsx";
import { registerPath } from "./addresses.ts";
import "./Agreements.css";
import { Card } from "./Card.tsx";
import { mandateWords } from "./mandateWords.ts";
import { OrganisationSquare, useNames } from "./Organisation.tsx";
import { useAgreementAct } from "./useAgreementAct.ts";
import { useFollow } from "../activity/useFollow.ts";
import { useForm } from "./useForm.ts";
import { useMoments } from "./useMoments.ts";
import { usePartners } from "./usePartners.ts";
import { agreementWords } from "./words.ts";

const categories = Object.values(AgreementCategory);

function Grant({ onDone }: { readonly onDone: () => void }) {
  const t = useWords(mandateWords);
  const w = useWords(agreementWords);
  const act = useAgreementAct();
  const { id: coalitionId } = useCoalition();
  const { today } = useMoments();
  const { signers } = usePartners();
  const [form, setForm] = useState({ membershipId: "", deputyMembershipId: "", fromOn: "", untilOn: "" });
  const [kinds, setKinds] = useState<readonly AgreementCategory[]>([]);
  const bind = (key: keyof typeof form) => ({
    value: form[key],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [key]: event.target.value }),
  });
  const { busy, error, submit } = useForm(
    () =>
      act(
        GrantMandateDocument,
        {
          coalitionId,
          membershipId: form.membershipId,
          deputyMembershipId: form.deputyMembershipId || null,
          fromOn: form.fromOn || null,
          untilOn: form.untilOn || null,
          categories: [...kinds],
        },
        { quiet: true },
      ),
    onDone,
  );
  const options = signers.map(({ id, displayName }) => (
    <option key={id} value={id}>
      {displayName}
    </option>
  ));
  return (
    <form className="write-form" aria-label={t("grant")} onSubmit={submit}>
      <div className="field-row">
        <Field label={t("holder")}>
          <select required {...bind("membershipId")}>
            <option value="">{t("choosePerson")}</option>
            {options}
          </select>
        </Field>
        <Field label={t("deputy")} hint={t("deputyHint")}>
          <select {...bind("deputyMembershipId")}>
            <option value="">{t("nobody")}</option>
            {options}
          </select>
        </Field>
        <Field label={t("from")}>
          <input type="date" {...bind("fromOn")} />
        </Field>
        <Field label={t("until")}>
          <input type="date" min={form.fromOn || today} {...bind("untilOn")} />
        </Field>
      </div>
      <fieldset className="partner-choice">
        <legend>{t("kinds")}</legend>
        {categories.map((each) => (
          <label key={each}>
            <input
              type="checkbox"
              checked={kinds.includes(each)}
              onChange={(event) => setKinds(event.target.checked ? [...kinds, each] : kinds.filter((kind) => kind !== each))}
            />
            {w(each)}
          </label>
        ))}
      </fieldset>
      {error && <FieldError>{error}</FieldError>}
      <footer>
        <Button type="submit" look="primary" aria-disabled={busy}>
          {t("grant")}
        </Button>
      </footer>
    </form>
  );
}

function MandateItem({ mandate, onDone }: { readonly mandate: MandateRowFragment; readonly onDone: () => void }) {
  const t = useWords(mandateWords);
  const w = useWords(agreementWords);
  const act = useAgreementAct();
  const { viewer } = useCoalition();
  const { member } = useNames();
  const { day } = useMoments();
  const end = async () => {
    if ((await act(EndMandateDocument, { id: mandate.id, expectedVersion: mandate.version })).ok) onDone();
  };
  return (
    <li className="mandate">
      <OrganisationSquare id={mandate.organisationId} />
      <div>
        <b>{member(mandate.membershipId)}</b>
        <small>
          {mandate.categories.length === 0 ? t("everyKind") : mandate.categories.map((each) => w(each)).join(", ")} · {t("since", { day: day(mandate.fromOn) })}
          {mandate.untilOn && ` ${t("upTo", { day: day(mandate.untilOn) })}`}
          {mandate.deputyMembershipId && ` · ${t("deputyIs", { name: member(mandate.deputyMembershipId) })}`}
        </small>
      </div>
      {mayGrantMandate(viewer, mandate.organisationId) && (
        <Button small look="danger" onClick={() => void end()}>
          {t("end")}
          <span className="hidden-text"> {member(mandate.membershipId)}</span>
        </Button>
      )}
    </li>
  );
}

/** Who may sign for which organisation; coordinators change it for their own. */
export function MandatesPage() {
  const t = useWords(mandateWords);
  const w = useWords(agreementWords);
  const path = usePath();
  const coalition = useCoalition();
  const heading = usePageTitle(t("title"));
  const { today } = useMoments();
  const { data, error, refetch } = useQuery(MandatesDocument, { variables: { coalitionId: coalition.id }, fetchPolicy: "no-cache" });
  const reload = useCallback(async () => (await refetch()).data?.agreements.asOfSequence ?? 0, [refetch]);
  useFollow(data?.agreements.asOfSequence, ({ type }) => type.startsWith("MANDATE_"), reload);
  const { viewer, hat } = coalition;
  const live = (data?.mandates ?? []).filter((mandate) => {
    const facts = { ...mandate, categories: [], endedAt: mandate.endedAt === null ? null : new Date(mandate.endedAt) };
    return isLiveMandate(facts, AgreementCategory.OTHER, today) || (mandate.endedAt === null && mandate.fromOn > today);
  });
  const own = live.filter(({ organisationId }) => organisationId === viewer.organisationId);
  const others = live.filter(({ organisationId }) => organisationId !== viewer.organisationId);
  const name = hat.organisation.shortName;
  const list = (mandates: typeof live) => (
    <ul>
      {mandates.map((mandate) => (
        <MandateItem key={mandate.id} mandate={mandate} onDone={() => void reload()} />
      ))}
    </ul>
  );
  return (
    <div className="agreement writing">
      <header className="agreement-head">
        <div>
          <Link className="back" to={path(registerPath(coalition))}>
            {w("register")}
          </Link>
          <h1 ref={heading} tabIndex={-1}>
            {t("title")}
          </h1>
          <p className="quiet">{t("lead")}</p>
        </div>
      </header>
      {error && !data && <ErrorBlock onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={3} height={56} />}
      {data && (
        <>
          <Card title={t("ours", { name })}>
            {own.length === 0 && <p className="quiet">{t("noneYet")}</p>}
            {list(own)}
            {mayGrantMandate(viewer, viewer.organisationId) && <Grant key={own.length} onDone={() => void reload()} />}
          </Card>
          <Card title={t("theirs")}>{list(others)}</Card>
        </>
      )}
      <p className="agreement-awb">{w("awb")}</p>
    </div>
  );
}
