import DOMPurify from "dompurify";
import { marked } from "marked";

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

/** HTML of a text of a member: its marks become layout, everything else stays text. */
export function markdownHtml(text: string): string {
  const shifted = text.replaceAll(/^(#{1,3})\s/gm, (_, hashes: string) => `${"#".repeat(Math.min(6, hashes.length + 3))} `);
  return purify.sanitize(marked.parse(shifted, { async: false, gfm: true, breaks: true }), allowed);
}
