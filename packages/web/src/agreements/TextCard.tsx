import { AgreementCategory, isAboutData } from "@wijkbord/schema";
import { useId } from "react";
import { useSearchParams } from "../shared/router.tsx";
import { useWords } from "../language/words.ts";
import { useIsPhone } from "../ui/useIsPhone.ts";
import { Articles } from "./Articles.tsx";
import { Changes } from "./Changes.tsx";
import { SideBySide } from "./SideBySide.tsx";
import { useOpenAgreement, type Version } from "./useAgreement.ts";
import { agreementWords } from "./words.ts";

const views = ["lezen", "anders", "naast"] as const;
type View = (typeof views)[number];

function Compare({ version, other, onOther }: { readonly version: Version; readonly other: Version; readonly onOther: (number: string) => void }) {
  const t = useWords(agreementWords);
  const { agreement } = useOpenAgreement();
  const id = useId();
  return (
    <p className="compare">
      <label htmlFor={id}>{t("compareWith", { number: version.number })}</label>
      <select id={id} className="input" value={other.number} onChange={(event) => onOther(event.target.value)}>
        {agreement.versions
          .filter(({ number }) => number !== version.number)
          .map(({ number, state }) => (
            <option key={number} value={number}>
              {t("versionN", { number })} ({t(`version_${state}`)})
            </option>
          ))}
      </select>
    </p>
  );
}

/** The text of a version: to read, with what is different, or beside another version. */
export function TextCard({ version }: { readonly version: Version }) {
  const t = useWords(agreementWords);
  const { agreement } = useOpenAgreement();
  const phone = useIsPhone();
  const [params, setParams] = useSearchParams();
  const heading = useId();
  const rest = agreement.versions.filter(({ number }) => number !== version.number);
  const other = rest.find(({ number }) => number === Number(params.get("vergelijk"))) ?? rest.findLast(({ number }) => number < version.number) ?? rest[0];
  const asked = views.find((each) => each === params.get("weergave"));
  const view: View = !other
    ? "lezen"
    : asked
      ? phone && asked === "naast"
        ? "anders"
        : asked
      : version.number > 1 && version.state === "CONSENT_ROUND"
        ? "anders"
        : "lezen";
  const show = (part: Record<string, string>) =>
    setParams((before) => new URLSearchParams({ ...Object.fromEntries(before), versie: String(version.number), ...part }), { replace: true });
  return (
    <section className="agreement-card agreement-text" aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{t("textOf")}</h2>
        {other && (
          <div className="segments" role="group" aria-label={t("show")}>
            {views
              .filter((each) => !phone || each !== "naast")
              .map((each) => (
                <button key={each} type="button" aria-pressed={view === each} onClick={() => show({ weergave: each, vergelijk: String(other.number) })}>
                  {t(`view_${each}`)}
                </button>
              ))}
          </div>
        )}
      </header>
      {version.changeNote && (
        <p className="change-note">
          <b>{t("whatChanged")}</b> <span lang="nl">{version.changeNote}</span>
        </p>
      )}
      {view !== "naast" && version.summary && (
        <div className="summary">
          <h3>{t("inShort")}</h3>
          <p lang="nl">{version.summary}</p>
        </div>
      )}
      {other && view !== "lezen" && <Compare version={version} other={other} onOther={(number) => show({ vergelijk: number, weergave: view })} />}
      {view === "lezen" && <Articles version={version} />}
      {other && view === "anders" && <Changes version={version} other={other} />}
      {other && view === "naast" && <SideBySide version={version} other={other} />}
      {!version.text && <p className="quiet empty-text">{t("noText")}</p>}
      {isAboutData(AgreementCategory[agreement.category]) && <p className="quiet about-data">{t("aboutData")}</p>}
      {version.contentHash && (
        <p className="hash quiet">
          {t("hash")} <code>{version.contentHash}</code>
        </p>
      )}
    </section>
  );
}
