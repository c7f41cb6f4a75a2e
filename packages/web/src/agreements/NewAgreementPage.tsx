import { useQuery } from "@apollo/client/react";
import { AgreementCategory, agreementTemplates, mayDraftAgreement, templateText } from "@wijkbord/schema";
import { AgreementPageDocument } from "@wijkbord/schema/operations";
import { Link, useSearchParams } from "../shared/router.tsx";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { EmptyState, ErrorBlock, Skeleton } from "../ui/States.tsx";
import { newPath, registerPath } from "./addresses.ts";
import "./Agreements.css";
import { DraftForm, emptyStart } from "./DraftForm.tsx";
import { mainVersionOf } from "./states.tsx";
import { isUnknown } from "./useAgreement.ts";
import { agreementWords } from "./words.ts";
import { writingWords } from "./writingWords.ts";

/** Texts to start from, in both languages. */
function Library({ chosen }: { readonly chosen: string }) {
  const t = useWords(writingWords);
  const w = useWords(agreementWords);
  const path = usePath();
  const coalition = useCoalition();
  return (
    <nav className="library" aria-label={t("library")}>
      <Link to={path(newPath(coalition))} aria-current={chosen === "" ? "page" : undefined}>
        <b>{t("blank")}</b>
        <span>{t("blankHint")}</span>
      </Link>
      {agreementTemplates.map((template) =>
        (["nl", "en"] as const).map((language) => {
          const { title, summary } = template[language];
          const key = `${template.key}-${language}`;
          return (
            <Link key={key} lang={language} to={path(newPath(coalition, { template: key }))} aria-current={chosen === key ? "page" : undefined}>
              <b>{title}</b>
              <span>{summary}</span>
              <small lang={undefined}>
                {w(template.category)} · {t(language === "nl" ? "inDutch" : "inEnglish")}
              </small>
            </Link>
          );
        }),
      )}
    </nav>
  );
}

/** Why this page gives no form, and the way back. */
function NoForm({ title }: { readonly title: string }) {
  const t = useWords(writingWords);
  const path = usePath();
  const coalition = useCoalition();
  const back = (
    <Link className="button" to={path(registerPath(coalition))}>
      {t("toRegister")}
    </Link>
  );
  return <EmptyState title={title} action={back} />;
}

function CopyForm({ number }: { readonly number: string }) {
  const t = useWords(writingWords);
  const { id: coalitionId } = useCoalition();
  const digits = Number(/^PA-(\d{1,9})$/i.exec(number)?.[1] ?? 0);
  const { data, error, refetch } = useQuery(AgreementPageDocument, { variables: { coalitionId, number: digits }, skip: digits === 0, fetchPolicy: "no-cache" });
  if (digits === 0 || isUnknown(error)) return <NoForm title={t("copyNotFound")} />;
  if (error) return <ErrorBlock title={t("copyFailed", { number })} onRetry={() => void refetch().catch(() => undefined)} />;
  if (!data) return <Skeleton rows={3} />;
  const { agreement } = data;
  const version = mainVersionOf(agreement);
  const start = {
    ...emptyStart,
    title: version?.title ?? agreement.title,
    category: AgreementCategory[agreement.category],
    summary: version?.summary ?? agreement.registration?.summary ?? "",
    text: version?.text ?? "",
    signatoryIds: agreement.signatoryIds,
    ...(version?.text ? { sourceVersionId: version.id } : {}),
  };
  return <DraftForm start={start} source={{ number: agreement.number, text: version?.text ?? "" }} />;
}

/** A new proposal: from nothing, from the library, or as a copy for another neighbourhood. */
export function NewAgreementPage() {
  const t = useWords(writingWords);
  const w = useWords(agreementWords);
  const [params] = useSearchParams();
  const { viewer } = useCoalition();
  const writes = mayDraftAgreement(viewer);
  const copy = params.get("kopie");
  const chosen = params.get("sjabloon") ?? "";
  const heading = usePageTitle(t(copy ? "copyTitle" : "newTitle", { number: copy ?? "" }));
  const template = agreementTemplates.find(({ key }) => chosen.startsWith(`${key}-`));
  const text = template?.[chosen.endsWith("-en") ? "en" : "nl"];
  const start =
    template && text
      ? {
          ...emptyStart,
          templateKey: template.key,
          category: template.category,
          title: text.title,
          summary: text.summary,
          text: templateText(text),
        }
      : emptyStart;
  return (
    <div className="agreement writing">
      <header className="agreement-head">
        <h1 ref={heading} tabIndex={-1}>
          {t(copy ? "copyTitle" : "newTitle", { number: copy ?? "" })}
        </h1>
      </header>
      {!writes && <NoForm title={t("mayNotDraft")} />}
      {writes && !copy && <Library chosen={chosen} />}
      {writes && copy && <CopyForm key={copy} number={copy} />}
      {writes && !copy && <DraftForm key={chosen} start={{ ...start, signatoryIds: [viewer.organisationId] }} />}
      <p className="agreement-awb">{w("awb")}</p>
    </div>
  );
}
