import { Printer } from "lucide-react";
import { Markdown } from "../ui/Markdown.tsx";
import { dayOf } from "../language/dates.ts";
import { type Language, useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { saveFile } from "../shared/saveFile.ts";
import { Button } from "../ui/Button.tsx";
import { Decisions } from "./Decisions.tsx";
import { NextMeeting } from "./NextMeeting.tsx";
import { Promises } from "./Promises.tsx";
import { useOpenMeeting } from "./useMeeting.ts";
import { useMeetingTasks } from "./useMeetingTasks.ts";
import { meetingWords } from "./words.ts";

const page = (language: Language, title: string, html: string) =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title.replace(/[<&]/g, "")}</title></head><body>${html}</body></html>`;

/** After a meeting: what was promised and waits for a yes, the decisions, and the minutes to keep. */
export function Closed() {
  const t = useWords(meetingWords);
  const language = useLanguage();
  const meeting = useOpenMeeting();
  const { title, minutes, startsAt } = meeting;
  const { cards } = useMeetingTasks(meeting);
  const name = `${t("minutesFile")}-${dayOf(new Date(startsAt))}`;
  return (
    <>
      <Promises />
      <Decisions cards={cards} />
      <NextMeeting />
      {minutes && (
        <section className="meeting-card minutes" aria-labelledby="verslag-titel">
          <header>
            <h2 id="verslag-titel">{t("minutes")}</h2>
            <div className="no-print">
              <Button small onClick={() => saveFile(`${name}.md`, "text/markdown", minutes.markdown)}>
                Markdown
              </Button>
              <Button small onClick={() => saveFile(`${name}.html`, "text/html", page(language, title, minutes.html))}>
                HTML
              </Button>
              <Button small onClick={() => window.print()}>
                <Printer size={15} aria-hidden />
                {t("print")}
              </Button>
            </div>
          </header>
          <Markdown text={minutes.markdown} />
        </section>
      )}
    </>
  );
}
