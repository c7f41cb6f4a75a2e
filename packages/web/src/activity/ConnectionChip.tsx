import { RotateCw } from "lucide-react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { useSession } from "../accounts/session.ts";
import { WaitingButton } from "../outbox/WaitingButton.tsx";
import { clockTime } from "../language/dates.ts";
import { useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { isOutdated } from "../shell.ts";
import { announce } from "../ui/announcer.ts";
import { IconButton } from "../ui/Button.tsx";
import { showToast } from "../ui/Toasts.tsx";
import type { Connection } from "./connection.ts";
import "./ConnectionChip.css";
import { PauseButton } from "./PauseButton.tsx";
import { useScope } from "./scope.ts";
import { activityWords } from "./words.ts";

/** The connection with the hub, as it is now. */
export function useConnection(): Connection {
  const { connection } = useScope().events;
  return useSyncExternalStore(connection.subscribe, connection.get);
}

/** Says once that the connection went or came back, and how much was missed. */
export function ConnectionNews() {
  const t = useWords(activityWords);
  const language = useLanguage();
  const session = useSession();
  const { state, heardAt, caughtUp } = useConnection();
  const told = useRef(false);
  const time = heardAt ? clockTime(heardAt, language) : "";
  useEffect(() => {
    if (state === "reconnecting" || state === "offline") {
      if (!told.current) announce("connection", t("lost", { time }));
      told.current = true;
    }
    if (state === "live" && told.current) {
      announce("connection", t("back"));
      told.current = false;
      void isOutdated().then((outdated) => {
        if (outdated) showToast({ text: t("newVersion"), action: { label: t("refresh"), run: () => window.location.reload() } });
      });
    }
  }, [state, time, t]);
  useEffect(() => {
    if (caughtUp.count > 0) showToast({ text: t("caughtUp", { count: caughtUp.count, demo: caughtUp.byDemo }) });
  }, [caughtUp, t]);
  useEffect(() => {
    if (state === "ended" && (session.state === "in" || session.state === "out")) void session.refresh();
    // oxlint-disable-next-line react/exhaustive-deps -- only the end itself asks who is signed in
  }, [state]);
  return null;
}

/** Live, connecting again, or the age of what is shown. */
export function ConnectionChip() {
  const t = useWords(activityWords);
  const language = useLanguage();
  const { events } = useScope();
  const { state, heardAt } = useConnection();
  if (state === "idle" || state === "ended") return <WaitingButton />;
  const calm = state === "live" || state === "shaky";
  const time = heardAt ? clockTime(heardAt, language) : "";
  const text = calm ? t("live") : state === "offline" ? t("offline", { time }) : t("reconnecting");
  return (
    <>
      <WaitingButton />
      <div className="connection" data-state={calm ? "live" : state} title={t(calm ? "liveHint" : "offlineHint", { time })}>
        <i aria-hidden />
        <span>{text}</span>
        {!calm && (
          <IconButton label={t("retry")} onClick={events.reconnect}>
            <RotateCw size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      <PauseButton />
    </>
  );
}
