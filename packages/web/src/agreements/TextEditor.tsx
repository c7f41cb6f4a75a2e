import { agreementLimits, parseArticles } from "@wijkbord/schema";
import { useDeferredValue } from "react";
import { useWords } from "../language/words.ts";
import { Markdown } from "./Markdown.tsx";
import { PrivacyWarning } from "./PrivacyWarning.tsx";
import { Field } from "../ui/Field.tsx";
import { writingWords } from "./writingWords.ts";

/** The text in Markdown, and beside it the articles that it makes. */
export function TextEditor({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) {
  const t = useWords(writingWords);
  const shown = useDeferredValue(text);
  const articles = parseArticles(shown).filter(({ raw }) => raw.trim() !== "");
  return (
    <div className="text-editor">
      <div>
        <Field label={t("text")} hint={t("textHint")}>
          <textarea lang="nl" rows={16} maxLength={agreementLimits.text} value={text} onChange={(event) => onChange(event.target.value)} />
        </Field>
        <PrivacyWarning text={shown} />
      </div>
      <section className="preview" aria-label={t("preview")}>
        <h3>{t("preview")}</h3>
        {articles.length === 0 && <p className="quiet">{t("previewEmpty")}</p>}
        <ol className="articles">
          {articles.map(({ number, title, body }) => (
            <li key={number}>
              <span className="article-number digits">{number || ""}</span>
              <div>
                {title && <h4 lang="nl">{title}</h4>}
                <Markdown text={body} />
              </div>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
