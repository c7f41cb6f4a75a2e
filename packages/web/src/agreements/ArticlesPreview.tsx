import { parseArticles } from "@wijkbord/schema";
import { useWords } from "../language/words.ts";
import { Markdown } from "../ui/Markdown.tsx";
import { writingWords } from "./writingWords.ts";

/** The articles that a text makes, as partners will read them. */
export function ArticlesPreview({ text }: { readonly text: string }) {
  const t = useWords(writingWords);
  const articles = parseArticles(text).filter(({ raw }) => raw.trim() !== "");
  return (
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
  );
}
