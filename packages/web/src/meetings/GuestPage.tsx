import { meetingLimits } from "@wijkbord/schema";
import { useEffect, useState } from "react";
import { useSearchParams } from "../shared/router.tsx";
import { Brand } from "../accounts/Brand.tsx";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import { useWords } from "../language/words.ts";
import { newId } from "../shared/ids.ts";
import { Button } from "../ui/Button.tsx";
import { Field, FieldError } from "../ui/Field.tsx";
import "./Meetings.css";
import { meetingWords } from "./words.ts";

type Problem = "wrongCode" | "tooManyTries" | "questionsFull" | "failed";
type Answer = { readonly ok: true; readonly point: string | null } | { readonly ok: false; readonly problem: Problem };
const every = 10_000;
const problemOf: Readonly<Record<number, Problem>> = { 404: "wrongCode", 429: "tooManyTries", 409: "questionsFull" };

async function post(path: string, body: object): Promise<Answer> {
  try {
    const response = await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    if (!response.ok) return { ok: false, problem: problemOf[response.status] ?? "failed" };
    const answer: unknown = await response.json();
    const point: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, "point") : null;
    return { ok: true, point: typeof point === "string" ? point : null };
  } catch {
    return { ok: false, problem: "failed" };
  }
}

function CodeForm({ problem, onCode }: { readonly problem: Problem | null; readonly onCode: (code: string) => void }) {
  const t = useWords(meetingWords);
  const [code, setCode] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onCode(code.trim());
      }}
    >
      <Field label={t("codeOfScreen")} error={problem && t(problem)}>
        <input
          required
          autoCapitalize="none"
          autoComplete="off"
          maxLength={2 * meetingLimits.codeLength}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </Field>
      <Button type="submit" look="primary">
        {t("join")}
      </Button>
    </form>
  );
}

function AskForm({ code }: { readonly code: string }) {
  const t = useWords(meetingWords);
  const [text, setText] = useState("");
  const [ticket, setTicket] = useState(newId);
  const [told, setTold] = useState<Problem | "asked" | null>(null);
  const ask = async () => {
    const answer = await post("/guest/question", { code, ticket, text: text.trim() });
    setTold(answer.ok ? "asked" : answer.problem);
    if (!answer.ok) return;
    setText("");
    setTicket(newId());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <Field label={t("question")} hint={t("questionHint")}>
        <textarea required maxLength={meetingLimits.question} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      {told && told !== "asked" && <FieldError>{t(told)}</FieldError>}
      <p role="status">{told === "asked" ? t("asked") : ""}</p>
      <Button type="submit" look="primary">
        {t("ask")}
      </Button>
    </form>
  );
}

/** For people without account: the title of the point that the chair opened, and one box for a question. Nothing here signs anybody in. */
export function GuestPage() {
  const t = useWords(meetingWords);
  const [params, setParams] = useSearchParams();
  const heading = usePageTitle(t("guestTitle"));
  const code = params.get("code") ?? "";
  const [answer, setAnswer] = useState<Answer | null>(null);
  const admitted = answer?.ok === true;
  useEffect(() => {
    if (!code) return undefined;
    let left = false;
    const look = () => void post("/guest/meeting", { code }).then((found) => left || setAnswer(found));
    look();
    const timer = admitted ? setInterval(() => document.visibilityState === "visible" && look(), every) : undefined;
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [code, admitted]);
  return (
    <main className="guest" id="content">
      <Brand />
      <h1 ref={heading} tabIndex={-1}>
        {t("guestTitle")}
      </h1>
      {answer?.ok ? (
        <>
          <section className="meeting-card" aria-live="polite">
            <p className="quiet">{t("nowOn")}</p>
            <h2 lang="nl">{answer.point ?? t("noPointOpen")}</h2>
          </section>
          <AskForm code={code} />
          <p className="quiet">{t("guestPrivacy")}</p>
        </>
      ) : (
        <CodeForm problem={answer && !answer.ok ? answer.problem : null} onCode={(wanted) => setParams({ code: wanted })} />
      )}
    </main>
  );
}
