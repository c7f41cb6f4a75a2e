import { EventType } from "../activity/eventType.ts";
import type { Sentence } from "../shared/errors.ts";
import { Letter } from "../tasks/task.ts";
import { AgendaState, DecisionNoteKind, PromiseState } from "./meeting.ts";

export type MinutesLanguage = keyof Sentence;

/** What minutes are made of, in the order in which it happened. */
export interface MinutesFacts {
  readonly title: string;
  /** Calendar day, YYYY-MM-DD. */
  readonly day: string;
  readonly place: string | null;
  readonly chair: string;
  readonly present: readonly string[];
  readonly excused: readonly string[];
  readonly items: readonly { readonly title: string; readonly note: string; readonly state: AgendaState; readonly decisions: readonly MinutesDecision[] }[];
  /** Decisions outside of any point. */
  readonly otherDecisions: readonly MinutesDecision[];
  readonly promises: readonly {
    readonly organisation: string;
    readonly task: string;
    readonly letter: Letter;
    readonly saidBy: string | null;
    readonly state: PromiseState;
    readonly reason: string | null;
  }[];
  readonly changes: readonly { readonly type: EventType; readonly about: string; readonly organisation: string | null }[];
}
export interface MinutesDecision {
  readonly text: string;
  readonly notes: readonly { readonly kind: DecisionNoteKind; readonly organisation: string; readonly text: string }[];
}

const both = (nl: string, en: string): Sentence => ({ nl, en });
const words = {
  chair: both("Voorzitter", "Chair"),
  present: both("Aanwezig", "Present"),
  excused: both("Afgemeld", "Excused"),
  agenda: both("Agenda", "Agenda"),
  notReached: both("niet aan toegekomen", "not reached"),
  decision: both("Besluit", "Decision"),
  decisions: both("Andere besluiten", "Other decisions"),
  promises: both("Toezeggingen", "Spoken promises"),
  changes: both("Veranderd tijdens het overleg", "Changed during the meeting"),
  nothing: both("Niets.", "Nothing."),
  system: both("het systeem", "the system"),
};
const letterWords: Readonly<Record<Letter, Sentence>> = {
  ACCOUNTABLE: both("trekt", "leads"),
  RESPONSIBLE: both("doet", "does"),
  SUPPORT: both("helpt", "helps"),
  CONSULTED: both("denkt mee", "is consulted"),
  INFORMED: both("weet ervan", "is informed"),
};
const stateWords: Readonly<Record<PromiseState, Sentence>> = {
  OPEN: both("nog te bevestigen", "to be confirmed"),
  CONFIRMED: both("bevestigd", "confirmed"),
  DENIED: both("klopt niet", "not right"),
  LAPSED: both("verlopen", "lapsed"),
};
const noteWords: Readonly<Record<DecisionNoteKind, Sentence>> = {
  NOT_UNDERSTOOD: both("Zo heeft {who} het niet begrepen", "{who} did not understand it so"),
  NOTE: both("Kanttekening van {who}", "Note of {who}"),
};
const changeWords: Readonly<Partial<Record<EventType, Sentence>>> = {
  [EventType.TASK_CREATED]: both("Nieuwe taak", "New task"),
  [EventType.TASK_UPDATED]: both("Taak aangepast", "Task changed"),
  [EventType.TASK_MOVED]: both("Taak verplaatst", "Task moved"),
  [EventType.TASK_BLOCKED]: both("Taak wacht", "Task waits"),
  [EventType.TASK_UNBLOCKED]: both("Taak gaat verder", "Task goes on"),
  [EventType.TASK_ARCHIVED]: both("Taak opgeborgen", "Task put away"),
  [EventType.ASSIGNMENT_PROPOSED]: both("Gevraagd voor", "Asked for"),
  [EventType.ASSIGNMENT_ACCEPTED]: both("Ja gezegd tegen", "Said yes to"),
  [EventType.ASSIGNMENT_DECLINED]: both("Nee gezegd tegen", "Said no to"),
  [EventType.ASSIGNMENT_RELEASED]: both("Teruggegeven", "Given back"),
  [EventType.PROMISE_RECORDED]: both("Toezegging over", "Spoken promise about"),
  [EventType.DECISION_RECORDED]: both("Besluit", "Decision"),
  [EventType.ROLE_HOLDER_CHOSEN]: both("Rol vergeven", "Role given"),
  [EventType.ROLE_HOLDER_PROPOSED]: both("Voorgesteld voor rol", "Proposed for role"),
  [EventType.ROLE_VACANT]: both("Niemand meer voor rol", "Nobody left for role"),
  [EventType.HANDOVER_DECIDED]: both("Overdracht", "Handover"),
};
const otherChange = both("Aangepast", "Changed");

const dayForms = { nl: "nl-NL", en: "en-GB" } as const;
/** "zondag 29 november 2026": a calendar day as it is said. */
const dayText = (day: string, language: MinutesLanguage) =>
  new Intl.DateTimeFormat(dayForms[language], { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" })
    .format(new Date(`${day}T12:00:00Z`))
    .replace(",", "");

type Line = { readonly kind: "title" | "heading" | "item" | "sub" | "text"; readonly text: string };

function decisionLines({ text, notes }: MinutesDecision, language: MinutesLanguage, kind: "item" | "sub"): Line[] {
  return [
    { kind, text: `${words.decision[language]}: ${text}` },
    ...notes.map((note): Line => ({
      kind: "sub",
      text: [noteWords[note.kind][language].replace("{who}", note.organisation), note.text].filter((part) => part !== "").join(": "),
    })),
  ];
}

/** The lines of minutes, in reading order. */
function linesOf(facts: MinutesFacts, language: MinutesLanguage): Line[] {
  const word = (key: keyof typeof words) => words[key][language];
  const list = (lines: Line[]): Line[] => (lines.length > 0 ? lines : [{ kind: "text", text: word("nothing") }]);
  const items = facts.items.flatMap(({ title, note, state, decisions }): Line[] => [
    { kind: "item", text: state === AgendaState.NOT_REACHED ? `${title} (${word("notReached")})` : title },
    ...(note === "" ? [] : note.split("\n").map((text): Line => ({ kind: "sub", text }))),
    ...decisions.flatMap((decision) => decisionLines(decision, language, "sub")),
  ]);
  const promises = facts.promises.map(({ organisation, task, letter, saidBy, state, reason }): Line => ({
    kind: "item",
    text: `${organisation} ${letterWords[letter][language]}: ${task}${saidBy ? ` (${saidBy})` : ""}, ${stateWords[state][language]}${reason ? `: ${reason}` : ""}`,
  }));
  const changes = facts.changes.map(({ type, about, organisation }): Line => ({
    kind: "item",
    text: `${(changeWords[type] ?? otherChange)[language]}: ${about} (${organisation ?? word("system")})`,
  }));
  const others = facts.otherDecisions.flatMap((decision) => decisionLines(decision, language, "item"));
  return [
    { kind: "title", text: `${facts.title}, ${dayText(facts.day, language)}` },
    { kind: "text", text: [facts.place, `${word("chair")}: ${facts.chair}`].filter((part) => part !== null).join(". ") },
    { kind: "text", text: `${word("present")}: ${facts.present.join(", ") || "–"}` },
    ...(facts.excused.length > 0 ? [{ kind: "text" as const, text: `${word("excused")}: ${facts.excused.join(", ")}` }] : []),
    { kind: "heading", text: word("agenda") },
    ...list(items),
    ...(others.length > 0 ? [{ kind: "heading" as const, text: word("decisions") }, ...others] : []),
    { kind: "heading", text: word("promises") },
    ...list(promises),
    { kind: "heading", text: word("changes") },
    ...list(changes),
  ];
}

const marks = { title: "# ", heading: "\n## ", item: "- ", sub: "  - ", text: "\n" } as const;
/** Characters that Markdown would read as markup. */
const plainMarkdown = (text: string) => text.replace(/[\\`*_[\]<>#|]/g, "\\$&");

/** Minutes as Markdown. */
export const minutesMarkdown = (facts: MinutesFacts, language: MinutesLanguage): string =>
  `${linesOf(facts, language)
    .map(({ kind, text }) => `${marks[kind]}${plainMarkdown(text)}`)
    .join("\n")}\n`;

const escaped: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const plainHtml = (text: string) => text.replace(/[&<>"]/g, (character) => escaped[character] ?? "");

/** Minutes as HTML. */
export function minutesHtml(facts: MinutesFacts, language: MinutesLanguage): string {
  const html: string[] = [];
  let depth = 0;
  const to = (wanted: number) => {
    for (; depth < wanted; depth += 1) html.push("<ul>");
    for (; depth > wanted; depth -= 1) html.push("</li></ul>");
  };
  for (const { kind, text } of linesOf(facts, language)) {
    if (kind === "item" || kind === "sub") {
      const wanted = kind === "item" || depth === 0 ? 1 : 2;
      const continues = depth >= wanted;
      to(wanted);
      if (continues) html.push("</li>");
      html.push(`<li>${plainHtml(text)}`);
      continue;
    }
    to(0);
    const tag = kind === "title" ? "h1" : kind === "heading" ? "h2" : "p";
    html.push(`<${tag}>${plainHtml(text)}</${tag}>`);
  }
  to(0);
  return html.join("");
}
