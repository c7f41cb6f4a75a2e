import { useEffect, useRef } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { showToast } from "../ui/Toasts.tsx";
import type { Meeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

/** Says to everybody that somebody else leads the meeting from now on. */
export function useNewChair({ chairMembershipId, chairName, state }: Meeting): void {
  const t = useWords(meetingWords);
  const { viewer } = useCoalition();
  const known = useRef(chairMembershipId);
  useEffect(() => {
    if (known.current === chairMembershipId) return;
    known.current = chairMembershipId;
    if (state !== "LIVE" || chairMembershipId === viewer.membershipId) return;
    showToast({ text: t("newChairIs", { name: chairName }) });
  }, [chairMembershipId, chairName, state, viewer.membershipId, t]);
}
