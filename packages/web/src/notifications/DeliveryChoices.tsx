import { useMutation, useQuery } from "@apollo/client/react";
import {
  type Delivery,
  MailPreviewDocument,
  NotificationSettingsDocument,
  type NotificationSettingsQuery,
  SetDeliveryDocument,
} from "@wijkbord/schema/operations";
import { useState } from "react";
import { clockTime, dayOf, longDay } from "../language/dates.ts";
import { useLanguage } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { Field } from "../ui/Field.tsx";
import { ErrorBlock, Skeleton } from "../ui/States.tsx";
import { showToast } from "../ui/Toasts.tsx";
import { deliveryWords } from "./deliveryWords.ts";

type Settings = NotificationSettingsQuery["notificationSettings"];
type Setting = Settings["kinds"][number];

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

function Choices() {
  const t = useWords(deliveryWords);
  const { data, error, refetch } = useQuery(NotificationSettingsDocument, { fetchPolicy: "no-cache" });
  const [set] = useMutation(SetDeliveryDocument, { fetchPolicy: "no-cache" });
  const [kept, setKept] = useState<Settings | null>(null);
  const [showsPreview, showPreview] = useState(false);
  const settings = kept ?? data?.notificationSettings;
  if (error) return <ErrorBlock title={t("loadFailed")} onRetry={() => void refetch()} />;
  if (!settings) return <Skeleton rows={4} />;
  const choose = async (kind: Setting["kind"], delivery: Delivery) => {
    setKept({ ...settings, kinds: settings.kinds.map((each) => (each.kind === kind ? { ...each, delivery } : each)) });
    try {
      const answer = (await set({ variables: { input: { kind, delivery } } })).data?.setDelivery;
      if (answer?.__typename !== "SetDeliveryPayload") throw new Error("refused");
      setKept(answer.settings);
    } catch {
      setKept(settings);
      showToast({ text: t("failed"), tone: "problem" });
    }
  };
  const { sendsMail, address } = settings;
  return (
    <>
      <p className="quiet">{t("lead")}</p>
      <p className="quiet">{!sendsMail ? t("noMail") : address ? t("toAddress", { address }) : t("noAddress")}</p>
      {settings.kinds.map((setting) => (
        <Choice key={setting.kind} setting={setting} onChoose={(delivery) => void choose(setting.kind, delivery)} />
      ))}
      <details onToggle={({ currentTarget }) => showPreview(currentTarget.open)}>
        <summary>{t("preview")}</summary>
        {showsPreview && <Preview />}
      </details>
    </>
  );
}

/** Opens how the person hears of each kind of thing. */
export function DeliveryChoices() {
  const t = useWords(deliveryWords);
  const [open, setOpen] = useState(false);
  return (
    <details className="deliveries" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("title")}</summary>
      {open && <Choices />}
    </details>
  );
}
