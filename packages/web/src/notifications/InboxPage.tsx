import { usePageTitle } from "../accounts/usePageTitle.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { dayOf, longDay } from "../language/dates.ts";
import { useLanguage } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState, ErrorBlock, Skeleton } from "../ui/States.tsx";
import { DeliveryChoices } from "./DeliveryChoices.tsx";
import { deliveryWords } from "./deliveryWords.ts";
import { InboxRow } from "./InboxRow.tsx";
import { MailAddress } from "./MailAddress.tsx";
import "./Notifications.css";
import { useInbox } from "./useInbox.ts";
import { useMailSettings } from "./useMailSettings.ts";
import { notificationWords } from "./words.ts";

/** Meldingen: what the person was told, by day. */
export function InboxPage() {
  const t = useWords(notificationWords);
  const language = useLanguage();
  const today = useToday();
  const { hat } = useCoalition();
  const heading = usePageTitle(t("title"));
  const { entries, hasMore, unread, failed, reload, more, read } = useInbox();
  const deliveries = useWords(deliveryWords);
  const { settings, failed: settingsFailed, reload: reloadSettings, keep, choose } = useMailSettings();
  const days = Map.groupBy(entries ?? [], ({ node }) => dayOf(new Date(node.createdAt)));
  return (
    <div className="inbox">
      <header className="inbox-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {t("title")}
          </h1>
          <p className="quiet">{t("lead", { organisation: hat.organisation.shortName })}</p>
        </div>
        {unread > 0 && <Button onClick={() => read(null)}>{t("readAll")}</Button>}
      </header>
      {settings && <MailAddress settings={settings} onSettings={keep} />}
      {settings && <DeliveryChoices settings={settings} onChoose={(kind, delivery) => void choose(kind, delivery)} />}
      {settingsFailed && <ErrorBlock title={deliveries("loadFailed")} onRetry={() => void reloadSettings()} />}
      {failed && <ErrorBlock title={t("failed")} onRetry={reload} />}
      {!entries && !failed && <Skeleton rows={4} />}
      {entries?.length === 0 && <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>}
      {[...days].map(([day, list]) => (
        <section key={day} className="inbox-day" aria-labelledby={`meldingen-${day}`}>
          <h2 id={`meldingen-${day}`}>{longDay(day, language, today)}</h2>
          <ul>
            {list.map((entry) => (
              <InboxRow key={entry.node.id} entry={entry} onRead={() => read([entry.node.id])} />
            ))}
          </ul>
        </section>
      ))}
      {hasMore && <Button onClick={more}>{t("more")}</Button>}
    </div>
  );
}
