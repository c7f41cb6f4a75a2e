import type { MailLanguage } from "@wijkbord/schema/operations";
import { useRef, useState } from "react";
import { clockTime, dayOf, longDay } from "../language/dates.ts";
import { useLanguage } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { FieldError } from "../ui/Field.tsx";
import { showToast } from "../ui/Toasts.tsx";
import { AddressForm, LanguageField } from "./AddressForm.tsx";
import { mailAddressWords } from "./mailAddressWords.ts";
import { useMailAddress } from "./useMailAddress.ts";
import type { MailSettings } from "./useMailSettings.ts";

interface Part {
  readonly settings: MailSettings;
  readonly onSettings: (settings: MailSettings) => void;
}
type Waiting = NonNullable<MailSettings["waitingAddress"]>;

function WaitingText({ waiting }: { readonly waiting: Waiting }) {
  const t = useWords(mailAddressWords);
  const language = useLanguage();
  const today = useToday();
  const until = new Date(waiting.expiresAt);
  return (
    <>
      <b>{t("waits", { address: waiting.address })}</b>{" "}
      {waiting.refused ? t("refused") : t("waitsHint", { day: longDay(dayOf(until), language, today), time: clockTime(until, language) })}
    </>
  );
}

/** What is so now, with the acts that are possible; the keyboard stays in place when one of them takes its button away. */
function Address({ settings, onSettings }: Part) {
  const t = useWords(mailAddressWords);
  const status = useRef<HTMLDivElement>(null);
  const [changing, setChanging] = useState(false);
  const { problem, busy, give, remove, speak } = useMailAddress(onSettings);
  const { address, waitingAddress: waiting, mayGiveAddress, sendsMail, mailPage, language } = settings;
  const canMail = sendsMail || mailPage !== null;
  const asks = canMail && mayGiveAddress && (changing || (!address && !waiting));
  const done = async (act: Promise<boolean>, said?: string) => {
    if (!(await act)) return;
    setChanging(false);
    status.current?.focus();
    if (said) showToast({ text: said });
  };
  return (
    <>
      <div ref={status} tabIndex={-1} role="status" className="mail-status">
        {!sendsMail && <p>{t(mailPage ? "development" : "noMail")}</p>}
        {address && <p>{t("toAddress", { address })}</p>}
        {waiting && (
          <p>
            <WaitingText waiting={waiting} />
          </p>
        )}
        {!mayGiveAddress && <p>{t("demo")}</p>}
      </div>
      {mailPage && (
        <p className="mail-page">
          <a href={mailPage} target="_blank" rel="noreferrer">
            {t("mailPage")}
          </a>
        </p>
      )}
      {asks && (
        <AddressForm
          problem={problem}
          busy={busy}
          known={address || waiting ? language : null}
          onBack={changing ? () => setChanging(false) : null}
          onGive={(email, mailLanguage) => void done(give(email, mailLanguage))}
        />
      )}
      {!asks && problem && <FieldError>{problem}</FieldError>}
      {!asks && mayGiveAddress && (
        <p className="mail-acts">
          {waiting && canMail && (
            <Button disabled={busy} onClick={() => void done(give(waiting.address, language), t("sentAgain"))}>
              {t("again")}
            </Button>
          )}
          {waiting && (
            <Button disabled={busy} onClick={() => void done(remove(true))}>
              {t("cancel")}
            </Button>
          )}
          {!waiting && canMail && <Button onClick={() => setChanging(true)}>{t("change")}</Button>}
          {address && (
            <Button disabled={busy} onClick={() => void done(remove(false), t("removed"))}>
              {t("remove")}
            </Button>
          )}
        </p>
      )}
      {!asks && canMail && <LanguageField value={language} onChange={(chosen: MailLanguage) => void speak(chosen)} />}
    </>
  );
}

function stateOf({ address, waitingAddress, sendsMail, mailPage }: MailSettings) {
  if (!sendsMail && !mailPage) return "stateNoMail";
  if (waitingAddress) return "stateWaits";
  return address ? null : "stateNone";
}

/** Where mail to the person goes, and in which language. */
export function MailAddress({ settings, onSettings }: Part) {
  const t = useWords(mailAddressWords);
  const state = stateOf(settings);
  return (
    <details className="deliveries mail-address">
      <summary>
        {t("title")} <span className="quiet">{state ? t(state) : settings.address}</span>
      </summary>
      <Address settings={settings} onSettings={onSettings} />
    </details>
  );
}
