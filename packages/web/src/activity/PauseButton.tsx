import { Pause, Play } from "lucide-react";
import { useRef } from "react";
import { useWords } from "../language/words.ts";
import { announceLevel, chooseAnnounceLevel, useAnnounceLevel } from "../ui/announceLevel.ts";
import { announce } from "../ui/announcer.ts";
import { IconButton } from "../ui/Button.tsx";
import { activityWords } from "./words.ts";

/** Stops reading out what others do, and goes on again. What is seen stays live. */
export function PauseButton() {
  const t = useWords(activityWords);
  const before = useRef(announceLevel() === "all" ? "all" : "mine");
  const paused = useAnnounceLevel() === "off";
  const change = () => {
    const level = announceLevel();
    if (level !== "off") before.current = level;
    chooseAnnounceLevel(paused ? (before.current === "all" ? "all" : "mine") : "off");
    announce("own", t(paused ? "announceOn" : "announceOff"));
  };
  return (
    <IconButton className="announce-pause" label={t(paused ? "resumeAnnounce" : "pauseAnnounce")} onClick={change}>
      {paused ? <Play size={15} aria-hidden /> : <Pause size={15} aria-hidden />}
    </IconButton>
  );
}
