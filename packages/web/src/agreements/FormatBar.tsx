import { Bold, Heading, Italic, Link, List, ListOrdered, ListPlus, type LucideIcon } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useWords } from "../language/words.ts";
import { IconButton } from "../ui/Button.tsx";
import "./FormatBar.css";
import { type Format, formatKeys, formats } from "./formatting.ts";
import { formatWords } from "./formatWords.ts";

interface FormatBarProps {
  readonly onFormat: (format: Format) => void;
  /** Escape: back to the text. */
  readonly onLeave: () => void;
}

const icons: Readonly<Record<Format, LucideIcon>> = {
  heading: Heading,
  bold: Bold,
  italic: Italic,
  bullets: List,
  numbers: ListOrdered,
  link: Link,
  article: ListPlus,
};
const isApple = /mac|iphone|ipad/i.test(navigator.platform);
const written = (keys: string) =>
  keys
    .replace("Mod", isApple ? "⌘" : "Ctrl")
    .replaceAll("-", "+")
    .replace(/\b[a-z]$/, (letter) => letter.toUpperCase());
const spoken = (keys: string) => keys.replace("Mod", isApple ? "Meta" : "Control").replaceAll("-", "+");

/** How a draft is marked up: one stop for Tab, arrows from button to button, each with its keys. */
export function FormatBar({ onFormat, onLeave }: FormatBarProps) {
  const t = useWords(formatWords);
  const row = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const [named, setNamed] = useState<Format | null>(null);
  const shown = (format: Format) => `${t(format)} (${written(formatKeys[format])})`;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") return onLeave();
    const to: Record<string, number> = {
      ArrowRight: (current + 1) % formats.length,
      ArrowLeft: (current - 1 + formats.length) % formats.length,
      Home: 0,
      End: formats.length - 1,
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    row.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div ref={row} className="format-bar" role="toolbar" aria-label={t("bar")} onKeyDown={onKeyDown}>
      {formats.map((format, index) => {
        const Icon = icons[format];
        return (
          <IconButton
            key={format}
            label={t(format)}
            title={shown(format)}
            aria-keyshortcuts={spoken(formatKeys[format])}
            tabIndex={index === current ? 0 : -1}
            // A press keeps the cursor in the text.
            onPointerDown={(event) => event.preventDefault()}
            onPointerEnter={() => setNamed(format)}
            onPointerLeave={() => setNamed(null)}
            onFocus={() => {
              setCurrent(index);
              setNamed(format);
            }}
            onBlur={() => setNamed(null)}
            onClick={() => onFormat(format)}
          >
            <Icon size={18} aria-hidden />
          </IconButton>
        );
      })}
      <span className="format-keys" aria-hidden>
        {named && shown(named)}
      </span>
    </div>
  );
}
