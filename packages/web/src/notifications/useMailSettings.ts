import { useMutation, useQuery } from "@apollo/client/react";
import { type Delivery, NotificationSettingsDocument, type NotificationSettingsQuery, SetDeliveryDocument } from "@wijkbord/schema/operations";
import { useCallback, useEffect, useState } from "react";
import { useWords } from "../language/words.ts";
import { showToast } from "../ui/Toasts.tsx";
import { deliveryWords } from "./deliveryWords.ts";

export type MailSettings = NotificationSettingsQuery["notificationSettings"];
export type Setting = MailSettings["kinds"][number];

/** How often the page looks whether an address was confirmed, on this device or another. */
const look = 5_000;

/** What the person chose about notifications and mail, and changes of it; an address that waits is followed. */
export function useMailSettings() {
  const t = useWords(deliveryWords);
  const { data, error, refetch } = useQuery(NotificationSettingsDocument, { fetchPolicy: "no-cache" });
  const [set] = useMutation(SetDeliveryDocument, { fetchPolicy: "no-cache" });
  const [kept, keep] = useState<MailSettings | null>(null);
  const settings = kept ?? data?.notificationSettings;
  const reload = useCallback(async () => {
    const found = await refetch().catch(() => null);
    if (found?.data) keep(found.data.notificationSettings);
  }, [refetch]);
  const waits = Boolean(settings?.waitingAddress);
  useEffect(() => {
    if (!waits) return;
    const again = () => {
      if (!document.hidden) void reload();
    };
    const timer = setInterval(again, look);
    document.addEventListener("visibilitychange", again);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", again);
    };
  }, [waits, reload]);
  const choose = async (kind: Setting["kind"], delivery: Delivery) => {
    if (!settings) return;
    keep({ ...settings, kinds: settings.kinds.map((each) => (each.kind === kind ? { ...each, delivery } : each)) });
    try {
      const answer = (await set({ variables: { input: { kind, delivery } } })).data?.setDelivery;
      if (answer?.__typename !== "SetDeliveryPayload") throw new Error("refused");
      keep(answer.settings);
    } catch {
      keep(settings);
      showToast({ text: t("failed"), tone: "problem" });
    }
  };
  return { settings, failed: Boolean(error) && !settings, reload, keep, choose };
}
