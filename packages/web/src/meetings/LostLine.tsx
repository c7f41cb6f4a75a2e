import { useConnection } from "../activity/ConnectionChip.tsx";
import { clockTime } from "../language/dates.ts";
import { useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { meetingWords } from "./words.ts";

/** Without a connection: from when the meeting is that stands here, and what can be done meanwhile. */
export function LostLine() {
  const t = useWords(meetingWords);
  const language = useLanguage();
  const { state, heardAt } = useConnection();
  if (state !== "offline" && state !== "reconnecting") return null;
  return <p className="meeting-lost">{t("lost", { time: heardAt ? clockTime(heardAt, language) : "–" })}</p>;
}
