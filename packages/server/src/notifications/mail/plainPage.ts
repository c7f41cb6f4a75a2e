import type { Language } from "./letter.ts";
import { escaped } from "./message.ts";

/** A page that the hub serves by itself, without any script; `content` is HTML. */
export const plainPage = (title: string, content: string, language: Language, isWide = false): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escaped(title)}</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/theme.css"><link rel="stylesheet" href="/plain.css"></head>
<body><main${isWide ? ' class="wide"' : ""}><h1>${escaped(title)}</h1>${content}</main></body></html>`;

/** One button that does something. */
export const buttonTo = (path: string, label: string): string => `<form method="post" action="${escaped(path)}"><button>${escaped(label)}</button></form>`;
