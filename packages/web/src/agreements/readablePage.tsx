import { renderToStaticMarkup } from "react-dom/server";

interface ReadableArticle {
  readonly number: number;
  readonly title: string;
  /** Safe HTML of its words. */
  readonly html: string;
}
/** What stands on a page that is kept outside the hub. */
export interface Readable {
  readonly language: string;
  readonly title: string;
  /** Number, state, kind, version and the like. */
  readonly facts: readonly string[];
  readonly summary: string;
  readonly articles: readonly ReadableArticle[];
  readonly parties: { readonly heading: string; readonly rows: readonly { readonly name: string; readonly state: string }[] };
  readonly hash: { readonly heading: string; readonly value: string } | null;
  readonly footer: string;
}

const style = `
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.6 system-ui, sans-serif; color: #1c1c1c; background: #fff; overflow-wrap: break-word; }
h1 { line-height: 1.25; margin: 0 0 .5rem; } h2 { margin: 2rem 0 .5rem; font-size: 1.25rem; } h3 { margin: 0; font-size: 1.0625rem; }
.facts { margin: 0; padding: 0; list-style: none; color: #4a4a4a; } .facts li { display: inline; } .facts li + li::before { content: " · "; }
.summary { padding: .75rem 1rem; border-left: .25rem solid #4a4a4a; background: #f4f4f4; }
.articles { padding: 0; list-style: none; } .articles > li { display: flex; gap: 1rem; margin: 0 0 1rem; break-inside: avoid; }
.articles > li > span { min-width: 1.5rem; font-weight: 700; } .articles p { margin: 0 0 .5rem; }
table { border-collapse: collapse; width: 100%; } th, td { padding: .375rem .5rem; border-bottom: 1px solid #b0b0b0; text-align: left; font-weight: 400; }
code { font-size: .875rem; overflow-wrap: anywhere; } footer { margin-top: 2rem; color: #4a4a4a; font-size: .9375rem; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } }`;

function Page({ language, title, facts, summary, articles, parties, hash, footer }: Readable) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <h1 lang="nl">{title}</h1>
          <ul className="facts">
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
          {summary && (
            <p className="summary" lang="nl">
              {summary}
            </p>
          )}
          <ol className="articles" lang="nl">
            {articles.map((article) => (
              <li key={article.number}>
                <span>{article.number || ""}</span>
                <div>
                  {article.title && <h2>{article.title}</h2>}
                  <div dangerouslySetInnerHTML={{ __html: article.html }} />
                </div>
              </li>
            ))}
          </ol>
          <h2>{parties.heading}</h2>
          <table>
            <tbody>
              {parties.rows.map(({ name, state }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{state}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {hash && (
            <p>
              {hash.heading} <code>{hash.value}</code>
            </p>
          )}
        </main>
        <footer>{footer}</footer>
      </body>
    </html>
  );
}

/** A page that stands on its own: to read, print and keep, without scripts and without the hub. */
export const readablePage = (readable: Readable): string => `<!doctype html>\n${renderToStaticMarkup(<Page {...readable} />)}\n`;
