import { CoalitionDocument, CreateBoardDocument } from "@wijkbord/schema/operations";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "../../shared/router.tsx";
import { useScope } from "../../activity/scope.ts";
import { boardPath, useCoalition } from "../../coalitions/coalition.ts";
import { useLanguage, usePath } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { newId } from "../../shared/ids.ts";
import { showToast } from "../../ui/Toasts.tsx";
import { refusalLines } from "../refusals.ts";
import type { BoardDraft } from "./draft.ts";
import { newBoardWords } from "./newBoardWords.ts";

/** Makes a board and opens it once the coalition has it; what was typed stays until then. */
export function useMakeBoard(draft: BoardDraft, title: string) {
  const t = useWords(newBoardWords);
  const language = useLanguage();
  const path = usePath();
  const navigate = useNavigate();
  const coalition = useCoalition();
  const { client, coalitionId } = useScope();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [madeId, setMadeId] = useState<string | null>(null);
  // A try of which no answer came is repeated under the same name, so that one board comes of it.
  const attempt = useRef<{ readonly content: string; readonly id: string } | null>(null);
  const made = coalition.boards.find(({ id }) => id === madeId);
  const address = made && path(boardPath(coalition, made));
  useEffect(() => {
    if (address) navigate(address);
  }, [address, navigate]);
  const make = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const { area, areaName, style, columns } = draft;
    const asked = {
      coalitionId,
      title,
      ...(area ? { areaCode: area.code } : { areaName: areaName.trim() }),
      style,
      columns: columns.map(({ title: name, state, wipLimit }) => ({ title: name.trim(), state, wipLimit })),
    };
    const content = JSON.stringify(asked);
    if (attempt.current?.content !== content) attempt.current = { content, id: newId() };
    try {
      const input = { ...asked, clientMutationId: attempt.current.id };
      const { data } = await client.mutate({ mutation: CreateBoardDocument, variables: { input }, fetchPolicy: "no-cache" });
      const answer = data?.createBoard;
      if (answer?.__typename === "CreateBoardPayload") {
        setMadeId(answer.board.id);
        showToast({ text: t("made", { title }) });
        await client.refetchQueries({ include: [CoalitionDocument] });
      } else setProblem(answer ? refusalLines(answer, language).join(" ") : t("failed"));
    } catch {
      setProblem(t("failed"));
    } finally {
      setBusy(false);
    }
  };
  return { busy: busy || madeId !== null, problem, setProblem, make };
}
