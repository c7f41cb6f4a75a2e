import { coalitionLimits, freeLetters, OrganisationKind, StartKind, startLimits } from "@wijkbord/schema";
import type { ChosenArea } from "../../areas/AreaField.tsx";

export interface PartnerDraft {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly letters: string;
  /** Typed by hand: then the name does not change them any more. */
  readonly ownLetters: boolean;
  readonly colourIndex: number;
}
/** A coalition while somebody fills it in. */
export interface StartDraft extends ChosenArea {
  readonly name: string;
  readonly displayName: string;
  readonly partners: readonly PartnerDraft[];
  readonly second: number;
  readonly start: StartKind;
  readonly ownDevice: boolean;
}

const place = "wijkbord.begin";

const usualKinds = [OrganisationKind.MUNICIPALITY, OrganisationKind.HOUSING_CORPORATION, OrganisationKind.COMMUNITY_ORG] as const;

/** One more partner, in a colour that nobody has. */
export function withPartner(partners: readonly PartnerDraft[]): readonly PartnerDraft[] {
  const colours = Array.from({ length: coalitionLimits.colours }, (_, index) => index);
  const colourIndex = colours.find((colour) => !partners.some((partner) => partner.colourIndex === colour)) ?? 0;
  const kind = usualKinds[partners.length] ?? OrganisationKind.COMMUNITY_ORG;
  return [...partners, { name: "", kind, letters: "", ownLetters: false, colourIndex }];
}

/** Another name; letters follow it until they were typed by hand. */
export function renamed(partners: readonly PartnerDraft[], index: number, name: string): readonly PartnerDraft[] {
  const others = partners.filter((_, at) => at !== index).map(({ letters }) => letters);
  return partners.map((partner, at) =>
    at === index ? { ...partner, name, letters: partner.ownLetters ? partner.letters : name.trim() === "" ? "" : freeLetters(name, others) } : partner,
  );
}

const empty = (): StartDraft => ({
  name: "",
  area: null,
  areaName: "",
  displayName: "",
  partners: withPartner(withPartner([])),
  second: 1,
  start: StartKind.STANDARD,
  ownDevice: false,
});

/** What was filled in before on this tab, else an empty form. */
export function keptStart(): StartDraft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? "null");
    if (typeof kept !== "object" || kept === null) return empty();
    const draft = { ...empty(), ...kept };
    return Array.isArray(draft.partners) && draft.partners.length >= startLimits.partnersAtLeast ? draft : empty();
  } catch {
    return empty();
  }
}

/** Keeps what is filled in on this tab; null forgets it. */
export function keepStart(draft: StartDraft | null): void {
  if (draft) sessionStorage.setItem(place, JSON.stringify(draft));
  else sessionStorage.removeItem(place);
}
