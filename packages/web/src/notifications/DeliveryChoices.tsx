import { useQuery } from "@apollo/client/react";
import { type Delivery, MailPreviewDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { clockTime, dayOf, longDay } from "../language/dates.ts";
import { useLanguage } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { Field } from "../ui/Field.tsx";
import { Skeleton } from "../ui/States.tsx";
import { deliveryWords } from "./deliveryWords.ts";
import { NoticeChoice } from "./NoticeChoice.tsx";
import type { MailSettings, Setting } from "./useMailSettings.ts";

/** The morning mail as it would be now. */
function Preview() {
  const t = useWords(deliveryWords);
  const language = useLanguage();
  const today = useToday();
  const { data, loading } = useQuery(MailPreviewDocument, { fetchPolicy: "no-cache" });
  if (loading) return <Skeleton rows={2} />;
  const mail = data?.mailPreview;
  if (!mail) return <p className="quiet">{t("previewNone")}</p>;
  const due = new Date(mail.dueAt);
  return (
    <article className="mail-preview">
      <p className="quiet">{t("due", { day: longDay(dayOf(due), language, today), time: clockTime(due, language) })}</p>
      <b>{mail.subject}</b>
      <pre>{mail.text}</pre>
    </article>
  );
}

/** How the person hears of one kind; what cannot be kept goes back. */
function Choice({ setting, onChoose }: { readonly setting: Setting; readonly onChoose: (delivery: Delivery) => void }) {
  const t = useWords(deliveryWords);
  const nameOf = (delivery: Delivery) => t(setting.kind === "MEETING" && delivery === "AT_ONCE" ? "meetingAtOnce" : delivery);
  return (
    <Field label={t(setting.kind)}>
      <select value={setting.delivery} onChange={({ target }) => onChoose(setting.choices.find((each) => each === target.value) ?? setting.delivery)}>
        {setting.choices.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface Choosing {
  readonly settings: MailSettings;
  readonly onChoose: (kind: Setting["kind"], delivery: Delivery) => void;
}

function Choices({ settings, onChoose }: Choosing) {
  const t = useWords(deliveryWords);
  const [showsPreview, showPreview] = useState(false);
  return (
    <>
      <p className="quiet">{t("lead")}</p>
      {settings.kinds.map((setting) => (
        <Choice key={setting.kind} setting={setting} onChoose={(delivery) => onChoose(setting.kind, delivery)} />
      ))}
      <NoticeChoice />
      <details onToggle={({ currentTarget }) => showPreview(currentTarget.open)}>
        <summary>{t("preview")}</summary>
        {showsPreview && <Preview />}
      </details>
    </>
  );
}

/** Opens how the person hears of each kind of thing. */
export function DeliveryChoices(choosing: Choosing) {
  const t = useWords(deliveryWords);
  const [open, setOpen] = useState(false);
  return (
    <details className="deliveries" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("title")}</summary>
      {open && <Choices {...choosing} />}
    </details>
  );
}
