import { AlertTriangle, Check, Clock, Lock, Pencil } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button, IconButton } from "../Button.tsx";
import { Badge, Chip, type Tone } from "../Chip.tsx";
import { Dialog } from "../Dialog.tsx";
import { Field } from "../Field.tsx";
import { Menu } from "../Menu.tsx";
import { Circle, Square } from "../Square.tsx";
import { Tabs } from "../Tabs.tsx";
import { showToast } from "../Toasts.tsx";

const looks = ["primary", "plain", "quiet", "danger"] as const;
const tones: Record<Tone, ReactNode> = {
  neutral: <Clock size={13} aria-hidden />,
  info: <Lock size={13} aria-hidden />,
  warning: <AlertTriangle size={13} aria-hidden />,
  negative: <AlertTriangle size={13} aria-hidden />,
  positive: <Check size={13} aria-hidden />,
};
const sizes = ["s", "m", "l"] as const;
const colours = Array.from({ length: 12 }, (_, colour) => colour);
const long = "Vijfentwintigjarigewijkaanpakbewonersbijeenkomst ".repeat(3);

export const Buttons = () => (
  <>
    {looks.flatMap((look) => [
      <Button key={look} look={look}>
        {look}
      </Button>,
      <Button key={`${look}-small`} look={look} small>
        {look}, small
      </Button>,
      <Button key={`${look}-off`} look={look} disabled>
        {look}, disabled
      </Button>,
    ])}
    <IconButton label="Bewerken">
      <Pencil size={16} aria-hidden />
    </IconButton>
    <IconButton label="Bewerken, uit" disabled>
      <Pencil size={16} aria-hidden />
    </IconButton>
  </>
);

export const Marks = () => (
  <>
    <Chip>Uit</Chip>
    <Chip pressed>Aan</Chip>
    <Chip disabled>Kan niet</Chip>
    {Object.entries(tones).map(([tone, icon]) => (
      <Badge key={tone} tone={tone as Tone} icon={icon}>
        {tone}
      </Badge>
    ))}
    <kbd className="key">N</kbd>
  </>
);

export const Parties = () => (
  <>
    {colours.map((colour) => (
      <Square key={colour} letters={`O${colour}`} name={`Organisatie ${colour}`} colour={colour} />
    ))}
    {sizes.flatMap((size) => [
      <Square key={size} letters="GE" name={`Gemeente, ${size}`} colour={0} size={size} />,
      <Square key={`${size}-open`} letters="GE" name={`Gemeente gevraagd, ${size}`} colour={0} size={size} open />,
      <Circle key={`${size}-person`} name="Fenna de Boer" colour={4} size={size} />,
    ])}
  </>
);

export const Fields = () => (
  <>
    <Field label="Titel" hint="Wat moet er gebeuren?">
      <input defaultValue="Energiecoaches werven" />
    </Field>
    <Field label="Klaar op" error="Deze datum bestaat niet.">
      <input defaultValue="31-02-2027" />
    </Field>
    <Field label="Zonder toegang">
      <input defaultValue="Alleen lezen" disabled />
    </Field>
    <Field label="Organisatie">
      <select>
        <option>Gemeente</option>
        <option>{long}</option>
      </select>
    </Field>
    <Field label="Omschrijving">
      <textarea defaultValue={long} rows={3} />
    </Field>
    <Field label="Naam zonder zichtbaar label" hideLabel>
      <input placeholder="Zoek" />
    </Field>
  </>
);

export function Opening() {
  const [open, setOpen] = useState(false);
  const [tab, setTab] = useState("one");
  const items = ["Verplaats", "Kopieer", long].map((label, at) => ({ key: label, label, hint: at === 1 ? "Met koppeling" : "", onSelect: () => undefined }));
  const choices = ["Bord", "Lijst"].map((label, at) => ({ key: label, label, checked: at === 0, onSelect: () => undefined }));
  return (
    <>
      <Menu
        label="Meer"
        className="button"
        groups={[
          { title: "Acties", items },
          { title: "Weergave", items: choices },
        ]}
      >
        Meer
      </Menu>
      <Button onClick={() => setOpen(true)}>Venster</Button>
      <Button onClick={() => showToast({ text: "ZW-117 verplaatst", action: { label: "Ongedaan maken", key: "U", run: () => undefined } })}>Melding</Button>
      <Button onClick={() => showToast({ text: "Niet opgeslagen", tone: "problem" })}>Melding van een probleem</Button>
      <div>
        <Tabs
          label="Kolommen"
          idPrefix="sample"
          selected={tab}
          onSelect={setTab}
          tabs={[
            { key: "one", label: "Bezig" },
            { key: "two", label: "Klaar" },
          ]}
        />
        <p role="tabpanel" id="sample-panel" aria-labelledby={`sample-${tab}`}>
          {tab === "one" ? "Wat nu loopt" : "Wat af is"}
        </p>
      </div>
      {open && (
        <Dialog title="Taak verplaatsen" onClose={() => setOpen(false)} actions={<Button look="primary">Verplaats</Button>}>
          <Field label="Reden">
            <input />
          </Field>
        </Dialog>
      )}
    </>
  );
}
