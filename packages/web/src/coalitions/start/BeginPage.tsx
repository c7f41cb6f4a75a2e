import { coalitionLimits, StartKind } from "@wijkbord/schema";
import { type FormEvent, useEffect, useState } from "react";
import { Link } from "../../shared/router.tsx";
import { Brand } from "../../accounts/Brand.tsx";
import { useSession } from "../../accounts/session.ts";
import "../../accounts/StartPage.css";
import { usePageTitle } from "../../accounts/usePageTitle.ts";
import { AreaField } from "../../areas/AreaField.tsx";
import { usePath } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field, FieldError } from "../../ui/Field.tsx";
import { Toasts } from "../../ui/Toasts.tsx";
import { Done } from "./Done.tsx";
import { keepStart, keptStart, type StartDraft } from "./draft.ts";
import { PartnerFields } from "./PartnerFields.tsx";
import "./Start.css";
import { faultsOf, useStart } from "./useStart.ts";
import { startWords } from "./words.ts";

interface PartProps {
  readonly draft: StartDraft;
  readonly onChange: (part: Partial<StartDraft>) => void;
}

function You({ draft, onChange }: PartProps) {
  const t = useWords(startWords);
  const session = useSession();
  const own = session.state === "in" && session.me.memberships.every(({ coalition }) => !coalition.isDemo);
  if (own) return <p>{t("asYourself", { name: session.me.displayName })}</p>;
  return (
    <>
      <Field label={t("yourName")} hint={t("yourNameHint")}>
        <input
          required
          autoComplete="name"
          maxLength={coalitionLimits.displayName}
          value={draft.displayName}
          onChange={(event) => onChange({ displayName: event.target.value })}
        />
      </Field>
      <label className="own-device">
        <input type="checkbox" checked={draft.ownDevice} onChange={(event) => onChange({ ownDevice: event.target.checked })} />
        <span>
          {t("ownDevice")}
          <small>{t("ownDeviceHint")}</small>
        </span>
      </label>
    </>
  );
}

function Kinds({ draft, onChange }: PartProps) {
  const t = useWords(startWords);
  return (
    <fieldset className="start-kinds">
      <legend>{t("begin")}</legend>
      {Object.values(StartKind).map((kind) => (
        <label key={kind}>
          <input type="radio" name="begin" checked={draft.start === kind} onChange={() => onChange({ start: kind })} />
          <span>
            {t(kind)}
            <small>{t(`${kind}_hint`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Form({ draft, onChange }: PartProps) {
  const t = useWords(startWords);
  const path = usePath();
  const heading = usePageTitle(t("title"));
  const [tried, setTried] = useState(false);
  const { busy, problem, made, make, setProblem } = useStart(draft);
  const faults = faultsOf(draft);
  const names = draft.partners.map(({ name }) => name.trim());
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (faults.area || faults.partners.length > 0) setProblem(t("mend"));
    else void make();
  };
  if (made) return <Done made={made} names={names} start={draft.start} />;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t("title")}
      </h1>
      <p className="start-lead">{t("lead")}</p>
      <p className="start-note">{t("demoNote")}</p>
      <form className="start-form" onSubmit={send}>
        <section aria-label={t("about")}>
          <h2>{t("about")}</h2>
          <Field label={t("name")} hint={t("nameHint")}>
            <input
              required
              minLength={coalitionLimits.nameAtLeast}
              maxLength={coalitionLimits.name}
              value={draft.name}
              onChange={(event) => onChange({ name: event.target.value })}
            />
          </Field>
          <AreaField chosen={draft} error={tried && faults.area ? t("mend") : null} onChange={onChange} />
        </section>
        <section aria-label={t("you")}>
          <h2>{t("you")}</h2>
          <You draft={draft} onChange={onChange} />
        </section>
        <section aria-label={t("partners")}>
          <h2>{t("partners")}</h2>
          <p className="quiet">{t("partnersHint")}</p>
          <PartnerFields partners={draft.partners} faults={tried ? faults.partners : []} onChange={(partners) => onChange({ partners })} />
          <Field label={t("second")} hint={t("secondHint")}>
            <select value={Math.min(draft.second, draft.partners.length - 1)} onChange={(event) => onChange({ second: Number(event.target.value) })}>
              {names.slice(1).map((name, index) => (
                <option key={index} value={index + 1}>
                  {name || t("partnerNumber", { number: index + 2 })}
                </option>
              ))}
            </select>
          </Field>
        </section>
        <section aria-label={t("begin")}>
          <Kinds draft={draft} onChange={onChange} />
        </section>
        {problem && <FieldError>{problem}</FieldError>}
        <p className="start-acts">
          <Button type="submit" look="primary" disabled={busy}>
            {t(busy ? "making" : "make")}
          </Button>
          <Link className="button" to={path("/")}>
            {t("back")}
          </Link>
        </p>
      </form>
    </>
  );
}

/** "Begin je eigen coalitie": name, neighbourhood, partners and how to begin; what is typed stays on this tab. */
export function BeginPage() {
  const [draft, setDraft] = useState<StartDraft>(keptStart);
  useEffect(() => keepStart(draft), [draft]);
  return (
    <div className="start">
      <Brand />
      <main id="content">
        <Form draft={draft} onChange={(part) => setDraft((before) => ({ ...before, ...part }))} />
      </main>
      <Toasts />
    </div>
  );
}
