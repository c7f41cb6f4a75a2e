import { findPersonalData } from "@wijkbord/schema";
import { TriangleAlert } from "lucide-react";
import { useMemo } from "react";
import { useWords } from "../language/words.ts";
import { personalDataWords } from "./personalDataWords.ts";

/** Warns while typing when a text looks like data of a resident; it never refuses. */
export function PrivacyWarning({ text }: { readonly text: string }) {
  const t = useWords(personalDataWords);
  const kinds = useMemo(() => [...new Set(findPersonalData(text).map(({ kind }) => kind))], [text]);
  if (kinds.length === 0) return null;
  return (
    <p className="notice" data-tone="warning" role="status">
      <TriangleAlert size={15} aria-hidden />
      <span>{t("privacyWarning", { kinds: kinds.map((kind) => t(kind)).join(", ") })}</span>
    </p>
  );
}
