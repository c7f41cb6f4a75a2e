import { SessionEndsDocument } from "@wijkbord/schema/operations";
import { useEffect, useEffectEvent, useState } from "react";
import { clockTime } from "../language/dates.ts";
import { useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { announce } from "../ui/announcer.ts";
import { startClient } from "./session.ts";
import "./SessionEnd.css";
import { accountWords } from "./words.ts";

const warnBefore = 2 * 60_000;

/** When the session of this device ends; null on an own device, where use makes it longer. */
async function readEnd(): Promise<Date | null> {
  const { data } = await startClient.query({ query: SessionEndsDocument, fetchPolicy: "no-cache" });
  const own = data?.me?.sessions.find(({ current }) => current);
  return own && !own.ownDevice ? new Date(own.expiresAt) : null;
}

/** Says two minutes before that the session ends, so that nobody loses what is being typed. */
export function SessionEnd() {
  const t = useWords(accountWords);
  const language = useLanguage();
  const [end, setEnd] = useState<Date | null>(null);
  const text = end && t("sessionEnds", { time: clockTime(end, language) });
  const say = useEffectEvent((at: Date) => {
    setEnd(at);
    announce("problem", t("sessionEnds", { time: clockTime(at, language) }));
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const look = async () => {
      const at = await readEnd().catch(() => null);
      if (gone || !at) return;
      const wait = at.getTime() - warnBefore - Date.now();
      if (wait > 0) timer = setTimeout(() => void look(), wait);
      else say(at);
    };
    void look();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  return text && <p className="session-end">{text}</p>;
}
