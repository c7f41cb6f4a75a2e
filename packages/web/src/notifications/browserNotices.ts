import { announceLevel } from "../ui/announceLevel.ts";

const place = "wijkbord.notices";

/** Whether this browser shows notices of its own; `blocked` when it was told not to, `absent` when it cannot. */
export type Notices = "on" | "off" | "blocked" | "absent";

export function noticesNow(): Notices {
  if (!("Notification" in window) || !("serviceWorker" in navigator)) return "absent";
  if (Notification.permission === "denied") return "blocked";
  return Notification.permission === "granted" && localStorage.getItem(place) === "on" ? "on" : "off";
}

/** Switches the notices of this browser; it may ask the person first. */
export async function switchNotices(on: boolean): Promise<Notices> {
  if (on) await Notification.requestPermission();
  localStorage.setItem(place, on ? "on" : "off");
  return noticesNow();
}

interface Notice {
  readonly text: string;
  /** What a press on it opens. */
  readonly address: string;
}

/** Shows what is asked outside the page when the page is not in front. Pausing what is read out pauses this too. */
export async function noticeWhenAway({ text, address }: Notice): Promise<void> {
  if (noticesNow() !== "on" || announceLevel() === "off") return;
  if (document.visibilityState === "visible" && document.hasFocus()) return;
  const worker = await navigator.serviceWorker.ready;
  // Several windows say the same thing once.
  await worker.showNotification("Wijkbord", { body: text, tag: text, icon: "/icon-192.png", data: { address } });
}
