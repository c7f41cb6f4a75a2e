import { type RefObject, useEffect, useRef } from "react";

let firstPage = true;

/** Names the page, and moves focus to its heading when it is not the first one. */
export function usePageTitle(title: string | null): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (title === null) return;
    document.title = title === "Wijkbord" ? title : `${title} · Wijkbord`;
    if (!firstPage) heading.current?.focus();
    firstPage = false;
  }, [title]);
  return heading;
}
