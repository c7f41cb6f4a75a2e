import { useWords } from "../language/words.ts";
import { planned } from "./minutes.ts";
import { useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

/** How the minutes of the points add up against the length of the meeting; nothing while no point has any. */
export function AgendaSum() {
  const t = useWords(meetingWords);
  const { agenda, startsAt, endsAt } = useOpenMeeting();
  const { minutes, without, length } = planned(agenda, startsAt, endsAt);
  if (minutes === 0) return null;
  const over = minutes - length;
  return (
    <p className="quiet">
      {over > 0 ? t("plannedOver", { minutes, over }) : t("planned", { minutes, length })}
      {without > 0 && ` ${t("withoutMinutes", { count: without })}`}
    </p>
  );
}
