import { agreementLimits, mayWrite, parseArticles } from "@wijkbord/schema";
import { AddAgreementRemarkDocument, RemoveAgreementRemarkDocument } from "@wijkbord/schema/operations";
import { Lock, Trash2 } from "lucide-react";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { Markdown } from "../ui/Markdown.tsx";
import { PrivacyWarning } from "./PrivacyWarning.tsx";
import { RadioRow } from "./RadioRow.tsx";
import { Button, IconButton } from "../ui/Button.tsx";
import { FieldError } from "../ui/Field.tsx";
import { Card } from "./Card.tsx";
import { OrganisationSquare, useNames } from "./Organisation.tsx";
import { useOpenAgreement, type Version } from "./useAgreement.ts";
import { useAgreementAct } from "./useAgreementAct.ts";
import { useForm } from "./useForm.ts";
import { useMoments } from "./useMoments.ts";
import { agreementWords } from "./words.ts";

const readers = ["COALITION", "ORGANISATION"] as const;
type Remark = Version["remarks"][number];

function RemarkRow({ remark }: { readonly remark: Remark }) {
  const t = useWords(agreementWords);
  const act = useAgreementAct();
  const { viewer, hat } = useCoalition();
  const { reload } = useOpenAgreement();
  const { organisation, member } = useNames();
  const { moment } = useMoments();
  const internal = remark.visibility === "ORGANISATION";
  const remove = async () => {
    if ((await act(RemoveAgreementRemarkDocument, { id: remark.id })).ok) await reload();
  };
  return (
    <li data-internal={internal || undefined}>
      <OrganisationSquare id={remark.organisationId} decorative />
      <div>
        <p className="remark-head">
          <b>{member(remark.membershipId)}</b>, {organisation(remark.organisationId)} · {moment(remark.createdAt)}
          {remark.articleNumber !== null && ` · ${t("articleN", { number: remark.articleNumber })}`}
          {remark.carriedFromSignOffId && ` · ${t("carried")}`}
        </p>
        {remark.text ? <Markdown text={remark.text} /> : <p className="quiet">{t("redacted")}</p>}
        {internal && (
          <p className="only-own">
            <Lock size={13} aria-hidden /> {t("onlyOwn", { name: hat.organisation.shortName })}
          </p>
        )}
      </div>
      {remark.membershipId === viewer.membershipId && !remark.carriedFromSignOffId && (
        <IconButton label={t("removeRemark")} onClick={() => void remove()}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}

/** Questions and opinions beside a version: for all partners, or only for the own organisation. */
export function Remarks({ version }: { readonly version: Version }) {
  const t = useWords(agreementWords);
  const act = useAgreementAct();
  const { viewer, hat } = useCoalition();
  const { reload } = useOpenAgreement();
  const [text, setText] = useState("");
  const [article, setArticle] = useState("");
  const [reader, setReader] = useState<(typeof readers)[number]>("COALITION");
  const internal = reader === "ORGANISATION";
  const { error, submit } = useForm(
    () =>
      act(AddAgreementRemarkDocument, { versionId: version.id, text, articleNumber: article ? Number(article) : null, visibility: reader }, { quiet: true }),
    () => {
      setText("");
      void reload();
    },
  );
  const writes = mayWrite(viewer);
  if (version.remarks.length === 0 && !writes) return null;
  const label = t(internal ? "writeNote" : "writeRemark");
  return (
    <Card title={t("remarks")} note={version.state === "CLARIFICATION" ? t("questionsOpen") : undefined} className="remarks">
      {version.remarks.length === 0 && <p className="quiet">{t("noRemarks")}</p>}
      <ul>
        {version.remarks.map((remark) => (
          <RemarkRow key={remark.id} remark={remark} />
        ))}
      </ul>
      {writes && (
        <form className="remark-form" data-internal={internal || undefined} onSubmit={submit}>
          <textarea
            className="input"
            rows={2}
            required
            maxLength={agreementLimits.remark}
            aria-label={label}
            placeholder={label}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <PrivacyWarning text={text} />
          {error && <FieldError>{error}</FieldError>}
          <footer>
            <select className="input" aria-label={t("aboutArticle")} value={article} onChange={(event) => setArticle(event.target.value)}>
              <option value="">{t("wholeText")}</option>
              {parseArticles(version.text)
                .filter(({ number }) => number > 0)
                .map(({ number }) => (
                  <option key={number} value={number}>
                    {t("articleN", { number })}
                  </option>
                ))}
            </select>
            <RadioRow
              legend={t("whoReads")}
              choices={readers}
              value={reader}
              onChange={setReader}
              label={(each) => t(each === "COALITION" ? "allPartners" : "onlyOwnReads", { name: hat.organisation.shortName })}
            />
            <Button small type="submit">
              {t("place")}
            </Button>
          </footer>
        </form>
      )}
    </Card>
  );
}
