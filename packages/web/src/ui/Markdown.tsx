import { useMemo } from "react";
import { markdownHtml } from "../shared/markdownHtml.ts";
import "./Markdown.css";

/** Text of a member as it was meant. */
export function Markdown({ text }: { readonly text: string }) {
  const html = useMemo(() => markdownHtml(text), [text]);
  return <div className="markdown" lang="nl" dangerouslySetInnerHTML={{ __html: html }} />;
}
