import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { Circle, Square } from "../ui/Square.tsx";
import type { Card } from "./taskFeed.ts";
import { taskWords } from "./words.ts";

type Assignment = Card["assignments"][number];

const isLive = ({ state }: Assignment) => state === "ACCEPTED" || state === "PROPOSED";

/** Who trekt, the person, and who does and helps: squares are organisations, circles are people. */
export function CardLetters({ card }: { readonly card: Card }) {
  const t = useWords(taskWords);
  const { organisations, members } = useCoalition();
  const live = card.assignments.filter(isLive);
  const trekkers = live.filter(({ letter }) => letter === "ACCOUNTABLE").toSorted((a, b) => a.state.localeCompare(b.state));
  const trekking = new Set(trekkers.map(({ organisationId }) => organisationId));
  const helping = live.filter(({ letter, organisationId }) => (letter === "RESPONSIBLE" || letter === "SUPPORT") && !trekking.has(organisationId));
  const nameOf = ({ organisationId }: Assignment) => organisations.get(organisationId)?.name ?? "";
  const square = (held: Assignment, accepted: "trekt" | "doet" | "helpt", asked: "trektProposed" | "doetProposed" | "helptProposed") => {
    const open = held.state === "PROPOSED";
    const organisation = organisations.get(held.organisationId);
    return (
      <Square
        key={held.id}
        letters={organisation?.letters ?? "?"}
        colour={organisation?.colourIndex ?? 7}
        open={open}
        name={t(open ? asked : accepted, { organisation: nameOf(held) })}
      />
    );
  };
  // D9: said in a meeting and not confirmed; drawn like a question, in other words.
  const said = trekkers.length === 0 ? card.promises.filter(({ letter }) => letter === "ACCOUNTABLE") : [];
  const person = members.get(trekkers[0]?.membershipId ?? "");
  // One line must hold them all beside the counts.
  const doers = person || trekkers.length > 1 ? 1 : 2;
  const more = helping.slice(doers);
  return (
    <>
      {trekkers.slice(0, 2).map((held) => square(held, "trekt", "trektProposed"))}
      {said.slice(0, 2).map(({ id, organisationId }) => {
        const organisation = organisations.get(organisationId);
        const name = t("trektPromised", { organisation: organisation?.name ?? "" });
        return <Square key={id} letters={organisation?.letters ?? "?"} colour={organisation?.colourIndex ?? 7} open name={name} />;
      })}
      {person && <Circle name={person.displayName} colour={organisations.get(person.organisationId)?.colourIndex ?? 7} size="s" />}
      {trekkers.length > 0 && helping.length > 0 && <span className="card-rule" aria-hidden />}
      {helping.slice(0, doers).map((held) => (held.letter === "RESPONSIBLE" ? square(held, "doet", "doetProposed") : square(held, "helpt", "helptProposed")))}
      {more.length > 0 && (
        <span className="more" title={more.map(nameOf).join(", ")}>
          <span aria-hidden>+{more.length}</span>
          <span className="hidden-text">{t("moreOrganisations", { count: more.length, names: more.map(nameOf).join(", ") })}</span>
        </span>
      )}
    </>
  );
}
