import type { ImportReport, TaskState } from "@wijkbord/schema";
import { useCallback, useEffect, useRef, useState } from "react";
import type { BoardEntry } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { ImportDone, ImportRefusedNote, useAsking, useSentence } from "./ImportDone.tsx";
import { forgetUpload, landUpload, type PreparedUpload, uploadTrello, type UploadProgress } from "./importClient.ts";
import { importPageWords } from "./importPageWords.ts";
import { TrelloPreview } from "./TrelloPreview.tsx";

const largest = 64 * 1024 * 1024;
const megabytes = (bytes: number) => Math.round(bytes / 100_000) / 10;

interface WorkingProps {
  readonly at: UploadProgress;
  readonly onStop: (() => void) | null;
}

function Working({ at: { phase, done, total }, onStop }: WorkingProps) {
  const t = useWords(importPageWords);
  const percent = total > 0 ? Math.floor((100 * done) / total) : 0;
  return (
    <section className="import-card">
      <p role="status">{t(phase, { percent, done: megabytes(done) })}</p>
      <progress aria-label={t("progress")} {...(total > 0 && { value: percent, max: 100 })} />
      {onStop && (
        <p>
          <Button onClick={onStop}>{t("cancel")}</Button>
        </p>
      )}
    </section>
  );
}

/** What a person chose about lists and people of the other board. */
export interface TrelloChoices {
  readonly states: Readonly<Record<string, TaskState>>;
  readonly members: Readonly<Record<string, string>>;
}

/** A board of Trello: sent, looked over with a state per list, and put on the board whole or not at all. */
export function TrelloImport({ board }: { readonly board: BoardEntry }) {
  const t = useWords(importPageWords);
  const asking = useAsking();
  const sentence = useSentence();
  const [file, setFile] = useState<File | null>(null);
  const [at, setAt] = useState<UploadProgress | null>(null);
  const [prepared, setPrepared] = useState<PreparedUpload | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [landed, setLanded] = useState<ImportReport | null>(null);
  const stop = useRef<AbortController | null>(null);
  const waiting = useRef<string | null>(null);
  const { coalitionId, membershipId } = asking;
  const forget = useCallback(() => {
    if (waiting.current) void forgetUpload({ coalitionId, membershipId }, waiting.current);
    waiting.current = null;
  }, [coalitionId, membershipId]);
  useEffect(
    () => () => {
      stop.current?.abort();
      forget();
    },
    [forget],
  );
  const read = async (chosen: File, { states, members }: TrelloChoices) => {
    forget();
    setFile(chosen);
    setPrepared(null);
    setWrong(chosen.size > largest ? t("tooLarge", { size: 50 }) : null);
    if (chosen.size > largest) return;
    const controller = new AbortController();
    stop.current = controller;
    setAt({ phase: "SENDING", done: 0, total: chosen.size });
    const choices = { boardId: board.id, states, members: Object.entries(members).map(([member, organisation]) => ({ member, organisation })) };
    const reply = await uploadTrello(asking, chosen, choices, { progress: setAt, signal: controller.signal });
    setAt(null);
    if (controller.signal.aborted) return setWrong(t("cancelled"));
    if (!("answer" in reply)) return setWrong(sentence(reply));
    waiting.current = reply.answer.id;
    setPrepared(reply.answer);
  };
  const land = async ({ id, report }: PreparedUpload) => {
    setAt({ phase: "LANDING", done: 0, total: 0 });
    const reply = await landUpload(asking, id);
    setAt(null);
    setPrepared(null);
    waiting.current = null;
    if ("answer" in reply) setLanded(report);
    else setWrong(sentence(reply));
  };
  const again = () => {
    forget();
    setFile(null);
    setPrepared(null);
    setLanded(null);
    setWrong(null);
  };
  if (landed) {
    const { file: all, fresh } = landed;
    return <ImportDone board={board} report={{ created: fresh.cards, updated: 0, unchanged: all.cards - fresh.cards, kept: [] }} onAgain={again} />;
  }
  if (at) return <Working at={at} onStop={at.phase === "LANDING" ? null : () => stop.current?.abort()} />;
  if (prepared && file) {
    return (
      <TrelloPreview
        key={prepared.id}
        report={prepared.report}
        onCheck={(choices) => void read(file, choices)}
        onLand={() => void land(prepared)}
        onAgain={again}
      />
    );
  }
  return (
    <>
      {wrong && <ImportRefusedNote text={wrong} />}
      <section className="import-card">
        <Field label={t("trelloFile")} hint={t("trelloFileHint")}>
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => event.target.files?.[0] && void read(event.target.files[0], { states: {}, members: {} })}
          />
        </Field>
      </section>
    </>
  );
}
