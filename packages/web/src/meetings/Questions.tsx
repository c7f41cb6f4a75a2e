import { useWords } from "../language/words.ts";
import { useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

/** Questions of people without account, in the order in which they came. */
export function Questions() {
  const t = useWords(meetingWords);
  const { questions } = useOpenMeeting();
  if (questions.length === 0) return null;
  return (
    <section className="meeting-card" aria-labelledby="vragen-titel">
      <h2 id="vragen-titel">{t("questions", { count: questions.length })}</h2>
      <ul className="questions">
        {questions.map(({ id, text }) => (
          <li key={id} lang="nl">
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
