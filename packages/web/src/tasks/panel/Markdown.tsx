import { replaceMentions } from "@wijkbord/schema";
import DOMPurify from "dompurify";
import { marked } from "marked";
import { useMemo } from "react";

const purify = DOMPurify(window);
purify.addHook("afterSanitizeAttributes", (node) => {
  if (node.tagName !== "A") return;
  node.setAttribute("target", "_blank");
  node.setAttribute("rel", "noopener noreferrer nofollow");
});
const allowed = {
  ALLOWED_TAGS: [
    "p",
    "br",
    "strong",
    "em",
    "del",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "a",
    "h4",
    "h5",
    "h6",
    "hr",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "mark",
  ],
  ALLOWED_ATTR: ["href", "target", "rel"],
  ALLOWED_URI_REGEXP: /^https:/i,
};

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
/** A name as text inside a mark: no layout of its own. */
const plain = (name: string) => name.replaceAll(/[&<>]/g, (sign) => signs[sign] ?? "").replaceAll(/[\\`*_~[\]]/g, "\\$&");

/** Text of a member as it was meant: marks become layout, everything else stays text. */
export function Markdown({ text }: { readonly text: string }) {
  const html = useMemo(() => {
    const shifted = text.replaceAll(/^(#{1,3})\s/gm, (_, hashes: string) => `${"#".repeat(Math.min(6, hashes.length + 3))} `);
    const named = replaceMentions(shifted, (name) => `<mark>@${plain(name)}</mark>`);
    return purify.sanitize(marked.parse(named, { async: false, gfm: true, breaks: true }), allowed);
  }, [text]);
  return <div className="markdown" lang="nl" dangerouslySetInnerHTML={{ __html: html }} />;
}
