import { useState } from "react";
import { useWords } from "../language/words.ts";
import { noticesNow, switchNotices } from "./browserNotices.ts";
import { deliveryWords } from "./deliveryWords.ts";

/** Whether this browser shows what is asked while another window is in front. */
export function NoticeChoice() {
  const t = useWords(deliveryWords);
  const [notices, setNotices] = useState(noticesNow);
  if (notices === "absent") return null;
  return (
    <div className="notice-choice">
      <label>
        <input
          type="checkbox"
          checked={notices === "on"}
          disabled={notices === "blocked"}
          onChange={({ target }) => void switchNotices(target.checked).then(setNotices)}
        />
        {t("notices")}
      </label>
      <small className="quiet">{t(notices === "blocked" ? "noticesBlocked" : "noticesHint")}</small>
    </div>
  );
}
