import { activityWords } from "../attention/activityWords.ts";
import { clockTime } from "../language/dates.ts";
import { useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import type { Card } from "../tasks/taskFeed.ts";
import { useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

type Key = keyof (typeof activityWords)["nl"];
const isKey = (key: string): key is Key => key in activityWords.nl;

/** Everything that changed while the meeting ran, newest first. */
export function Changes({ cards }: { readonly cards: readonly Card[] }) {
  const t = useWords(meetingWords);
  const deeds = useWords(activityWords);
  const language = useLanguage();
  const { changes } = useOpenMeeting();
  if (changes.length === 0) return null;
  const titles = new Map(cards.map(({ id, number, title }) => [id, `${number} ${title}`]));
  const deed = (type: string) => {
    const key = `on_${type}`;
    if (type === "DECISION_RECORDED" || type === "PROMISE_RECORDED" || type === "PROMISE_CONFIRMED" || type === "PROMISE_DENIED" || type === "PROMISE_LAPSED")
      return t(type);
    return isKey(key) ? deeds(key) : deeds("changed");
  };
  return (
    <section className="meeting-card changes" aria-labelledby="wijzigingen-titel">
      <h2 id="wijzigingen-titel">{t("changes", { count: changes.length })}</h2>
      <ol>
        {changes.toReversed().map(({ id, type, taskId, occurredAt, actor }) => (
          <li key={id}>
            <time className="digits">{clockTime(new Date(occurredAt), language)}</time>
            <span>
              <b>{actor.organisation?.shortName ?? t("system")}</b> {deed(type)} <span lang="nl">{titles.get(taskId ?? "") ?? ""}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
