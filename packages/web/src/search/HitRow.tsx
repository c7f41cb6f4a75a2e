import { FileCheck2, MessageSquare, SquareCheck } from "lucide-react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { markedParts } from "./matching.ts";
import type { Hit } from "./useFound.ts";
import { searchWords } from "./words.ts";

const icons = { TASK: SquareCheck, COMMENT: MessageSquare, AGREEMENT: FileCheck2 } as const;

/** Pieces of a text, with what was searched for marked. */
export function Marked({ parts }: { readonly parts: readonly { readonly text: string; readonly hit: boolean }[] }) {
  // The pieces have no identity of their own and are never reordered.
  // oxlint-disable-next-line react/no-array-index-key
  return parts.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>));
}

type Word = keyof (typeof searchWords)["nl"];
const isWord = (key: string): key is Word => Object.hasOwn(searchWords.nl, key);

/** One thing that was found: number, title, and the text around what was searched for. */
export function HitRow({ hit, typed }: { readonly hit: Hit; readonly typed: string }) {
  const t = useWords(searchWords);
  const { organisations, boards } = useCoalition();
  const Icon = icons[hit.kind];
  const state = hit.kind === "AGREEMENT" ? `agreement_${hit.state}` : `task_${hit.state}`;
  const area = boards.length > 1 ? boards.find(({ areaCode }) => areaCode === hit.areaCode)?.areaName : undefined;
  const writer = hit.kind === "COMMENT" && organisations.get(hit.organisationId ?? "")?.shortName;
  const side = [area, hit.archived ? t("archived") : isWord(state) && t(state)].filter(Boolean).join(" · ");
  return (
    <>
      <Icon size={17} aria-hidden />
      <span className="palette-text">
        <span className="palette-title">
          <span className="digits quiet">{hit.number}</span> <Marked parts={markedParts(hit.title, typed)} />
        </span>
        {(writer || hit.snippet.length > 0) && (
          <small className="palette-snippet">
            {writer && <b>{t("commentOf", { name: writer })}: </b>}
            <Marked parts={hit.snippet} />
          </small>
        )}
      </span>
      <small className="palette-side">{side}</small>
    </>
  );
}
