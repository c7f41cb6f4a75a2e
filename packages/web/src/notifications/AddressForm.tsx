import { coalitionLimits } from "@wijkbord/schema";
import type { MailLanguage } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { mailAddressWords } from "./mailAddressWords.ts";

const languages: readonly MailLanguage[] = ["NL", "EN"];

/** The language of mails. */
export function LanguageField({ value, onChange }: { readonly value: MailLanguage; readonly onChange: (language: MailLanguage) => void }) {
  const t = useWords(mailAddressWords);
  return (
    <Field label={t("language")}>
      <select value={value} onChange={({ target }) => onChange(languages.find((each) => each === target.value) ?? value)}>
        {languages.map((each) => (
          <option key={each} value={each} lang={each.toLowerCase()}>
            {t(each)}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface AddressFormProps {
  readonly problem: string | null;
  readonly busy: boolean;
  /** Language that was kept before; null: that of the page. */
  readonly known: MailLanguage | null;
  readonly onGive: (email: string, language: MailLanguage) => void;
  readonly onBack: (() => void) | null;
}

/** Asks for a mail address. */
export function AddressForm({ problem, busy, known, onGive, onBack }: AddressFormProps) {
  const t = useWords(mailAddressWords);
  const ofPage: MailLanguage = useLanguage() === "en" ? "EN" : "NL";
  const [email, setEmail] = useState("");
  const [language, setLanguage] = useState(known ?? ofPage);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onGive(email, language);
      }}
    >
      <Field label={t("label")} hint={t("hint")} error={problem}>
        <input type="email" required autoComplete="email" maxLength={coalitionLimits.email} value={email} onChange={({ target }) => setEmail(target.value)} />
      </Field>
      <LanguageField value={language} onChange={setLanguage} />
      <p className="mail-acts">
        <Button type="submit" look="primary" disabled={busy}>
          {t("send")}
        </Button>
        {onBack && <Button onClick={onBack}>{t("back")}</Button>}
      </p>
    </form>
  );
}
