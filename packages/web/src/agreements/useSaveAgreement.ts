import { parseArticles } from "@wijkbord/schema";
import { AgreementExportFileDocument } from "@wijkbord/schema/operations";
import { useScope } from "../activity/scope.ts";
import { useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { saveFile } from "../shared/saveFile.ts";
import { showToast } from "../ui/Toasts.tsx";
import { useNames } from "./Organisation.tsx";
import { useMoments } from "./useMoments.ts";
import { useOpenAgreement } from "./useAgreement.ts";
import { agreementWords } from "./words.ts";

/** Ways to keep the agreement of the page outside the hub. */
export function useSaveAgreement() {
  const t = useWords(agreementWords);
  const language = useLanguage();
  const names = useNames();
  const { day, today } = useMoments();
  const { client } = useScope();
  const { agreement, version } = useOpenAgreement();
  const orTell = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch {
      showToast({ text: t("notSaved"), tone: "problem" });
    }
  };
  const proof = () =>
    orTell(async () => {
      const { data } = await client.query({ query: AgreementExportFileDocument, variables: { id: agreement.id }, fetchPolicy: "no-cache" });
      saveFile(`${agreement.number}.json`, "application/json", `${JSON.stringify(data?.agreementExport, null, 2)}\n`);
    });
  const page = () =>
    orTell(async () => {
      const [{ readablePage }, { markdownHtml }] = await Promise.all([import("./readablePage.tsx"), import("../shared/markdownHtml.ts")]);
      const { number, state, category, registration, parties } = agreement;
      const articles = parseArticles(version?.text ?? "").filter(({ raw }) => raw.trim() !== "");
      const html = readablePage({
        language,
        title: version?.title ?? agreement.title,
        facts: [
          number,
          registration && agreement.currentVersionId === null ? t("madeElsewhereOn", { day: day(registration.agreedOn) }) : t(`agreement_${state}`),
          t(category),
          ...(version ? [`${t("versionN", { number: version.number })}: ${t(`version_${version.state}`)}`] : []),
          day(today),
        ],
        summary: version?.summary ?? registration?.summary ?? "",
        articles: articles.map((article) => ({ number: article.number, title: article.title, html: markdownHtml(article.body) })),
        parties: {
          heading: t("pageParties"),
          rows: parties.map((party) => ({ name: names.organisation(party.organisationId), state: t(`party_${party.state}`) })),
        },
        hash: version?.contentHash ? { heading: t("hash"), value: version.contentHash } : null,
        footer: t("awb"),
      });
      saveFile(`${number}.html`, "text/html;charset=utf-8", html);
    });
  const text = () =>
    version && saveFile(`${agreement.number}-v${version.number}.md`, "text/markdown", `# ${version.title}\n\n${version.summary}\n\n${version.text}\n`);
  return { proof, page, text };
}
