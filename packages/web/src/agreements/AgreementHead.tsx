import { agreementLimits, mayManageAgreement, mayWriteVersion, needsEveryAnswer, AgreementCategory } from "@wijkbord/schema";
import { CreateNextVersionDocument } from "@wijkbord/schema/operations";
import { MoreHorizontal, Pencil, Printer } from "lucide-react";
import type { RefObject } from "react";
import { Link, useNavigate } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Menu } from "../ui/Menu.tsx";
import { useIsPhone } from "../ui/useIsPhone.ts";
import { newPath, registerPath, writePath } from "./addresses.ts";
import { AgreementBadge, isInForce, isWritableState, openVersionOf } from "./states.tsx";
import { useOpenAgreement } from "./useAgreement.ts";
import { useAgreementAct } from "./useAgreementAct.ts";
import { useMoments } from "./useMoments.ts";
import { useSaveAgreement } from "./useSaveAgreement.ts";
import { agreementWords } from "./words.ts";

function Meta() {
  const t = useWords(agreementWords);
  const { lastDay, day } = useMoments();
  const { agreement, version } = useOpenAgreement();
  const { registration } = agreement;
  return (
    <p className="agreement-meta">
      <span className="digits">{agreement.number}</span>
      <AgreementBadge agreement={agreement} />
      <span>{t(agreement.category)}</span>
      {version && <span>{t("versionN", { number: version.number })}</span>}
      {version?.state === "CONSENT_ROUND" && version.roundClosesAt && (
        <span>
          {t("answerUntil")} <b>{lastDay(version.roundClosesAt)}</b>
        </span>
      )}
      {version?.state === "ADOPTED" && version.inForceAt === null && version.effectiveFrom && <b>{t("holdsFrom", { day: day(version.effectiveFrom) })}</b>}
      {agreement.endsOn && agreement.state !== "ENDED" && <span>{t("lastDay", { day: day(agreement.endsOn) })}</span>}
      {registration && agreement.versions.length === 0 && <b>{t("madeElsewhereOn", { day: day(registration.agreedOn) })}</b>}
      {agreement.reviewOverdue && agreement.reviewOn && <b>{t("reviewPassed", { day: day(agreement.reviewOn) })}</b>}
      {agreement.ended && <span>{t(`ended_${agreement.ended}`)}</span>}
    </p>
  );
}

function Acts() {
  const t = useWords(agreementWords);
  const path = usePath();
  const navigate = useNavigate();
  const save = useSaveAgreement();
  const act = useAgreementAct();
  const coalition = useCoalition();
  const { agreement, version, reload } = useOpenAgreement();
  const { viewer } = coalition;
  const open = openVersionOf(agreement);
  const writable =
    open && isWritableState(open.state) && mayWriteVersion(viewer, { ...agreement, signatoryIds: [...agreement.signatoryIds, ...open.signatoryIds] });
  const mayGoOn =
    mayManageAgreement(viewer, agreement) && agreement.state !== "ENDED" && (!open || open.state === "OBJECTED" || open.state === "CLOSED_INCOMPLETE");
  const next = async (editorial: boolean) => {
    const outcome = await act(CreateNextVersionDocument, { agreementId: agreement.id, expectedVersion: agreement.version, editorial });
    if (!outcome.ok) return;
    await reload();
    navigate(path(writePath(coalition, agreement.number)));
  };
  const mayBeSmall =
    mayGoOn && !open && isInForce(agreement) && agreement.currentVersionId !== null && !needsEveryAnswer(AgreementCategory[agreement.category]);
  const phone = useIsPhone();
  const print = { label: t("print"), onSelect: () => window.print() };
  const items = [
    ...(phone ? [{ key: "print", ...print }] : []),
    ...(mayBeSmall
      ? [{ key: "small", label: t("smallChange"), hint: t("smallChangeHint", { days: agreementLimits.editorialWorkingDays }), onSelect: () => void next(true) }]
      : []),
    { key: "copy", label: t("copy"), hint: t("copyHint"), onSelect: () => navigate(path(newPath(coalition, { copy: agreement.number }))) },
    ...(version ? [{ key: "text", label: t("saveText"), onSelect: () => void save.text() }] : []),
    { key: "page", label: t("savePage"), hint: t("savePageHint"), onSelect: () => void save.page() },
    { key: "export", label: t("export"), hint: t("exportHint"), onSelect: () => void save.proof() },
  ];
  return (
    <div className="agreement-acts">
      {!phone && (
        <Button onClick={print.onSelect}>
          <Printer size={16} aria-hidden />
          {print.label}
        </Button>
      )}
      {writable && (
        <Link className="button" to={path(writePath(coalition, agreement.number))}>
          <Pencil size={16} aria-hidden />
          {t("write")}
        </Link>
      )}
      {mayGoOn && (
        <Button onClick={() => void next(false)}>
          <Pencil size={16} aria-hidden />
          {t(agreement.versions.length === 0 ? "makeFirstVersion" : "makeNext", { number: agreement.versions.length + 1 })}
        </Button>
      )}
      <Menu label={t("more")} className={phone ? "icon-button" : "button"} groups={[{ items }]}>
        <MoreHorizontal size={16} aria-hidden />
      </Menu>
    </div>
  );
}

/** Number, state, title and what can be done with the whole agreement. */
export function AgreementHead({ heading }: { readonly heading: RefObject<HTMLHeadingElement | null> }) {
  const t = useWords(agreementWords);
  const path = usePath();
  const coalition = useCoalition();
  const { agreement } = useOpenAgreement();
  return (
    <header className="agreement-head">
      <div>
        <Link className="back" to={path(registerPath(coalition))}>
          {t("register")}
        </Link>
        <Meta />
        <h1 ref={heading} tabIndex={-1} lang="nl">
          {agreement.title}
        </h1>
      </div>
      <Acts />
    </header>
  );
}
