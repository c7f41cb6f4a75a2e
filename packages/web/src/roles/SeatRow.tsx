import { useCoalition } from "../coalitions/coalition.ts";
import { longDay } from "../language/dates.ts";
import { useLanguage } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { Square } from "../ui/Square.tsx";
import type { Role, Seat } from "./roleFacts.ts";
import { roleWords } from "./roleWords.ts";
import { SeatActs } from "./SeatActs.tsx";

/** Ends that are told by their own name, because nobody said no or gave back. */
const told = ["ANOTHER_CHOSEN", "WITHDRAWN", "HANDED_OVER"] as const;
const isTold = (reason: string): reason is (typeof told)[number] => told.some((each) => each === reason);

interface SeatRowProps {
  readonly role: Role;
  readonly seat: Seat;
  readonly parent?: Role | undefined;
  /** Only to read, for seats that are history. */
  readonly past?: boolean;
}

/** The organisation of a seat, who fills it and who stands in, and what can be done. */
export function SeatRow({ role, seat, parent, past = false }: SeatRowProps) {
  const t = useWords(roleWords);
  const language = useLanguage();
  const today = useToday();
  const organisation = useCoalition().organisations.get(seat.organisationId);
  const held = seat.state === "CURRENT";
  const lines = [
    (!held || past) && t(seat.endReason && isTold(seat.endReason) && past ? seat.endReason : seat.state),
    held && !seat.personName ? t("seatEmpty") : seat.personName,
    seat.deputyName && t("deputy", { name: seat.deputyName }),
    seat.startsOn && seat.startsOn > today && t("from", { day: longDay(seat.startsOn, language, today) }),
    seat.endsOn && t("until", { day: longDay(seat.endsOn, language, today) }),
  ].filter(Boolean);
  return (
    <li className="seat-row" data-seat={seat.state} data-organisation={organisation?.letters}>
      <Square
        letters={organisation?.letters ?? "?"}
        name={organisation?.name ?? t("unknown")}
        colour={organisation?.colourIndex ?? 7}
        size="l"
        open={!held}
        decorative
      />
      <span>
        <b>{organisation?.shortName ?? t("unknown")}</b>
        <small>{lines.join(" · ")}</small>
        {(seat.note ?? seat.endNote) && (
          <small className="seat-note" lang="nl">
            {seat.endNote ?? seat.note}
          </small>
        )}
      </span>
      {!past && <SeatActs role={role} seat={seat} parent={parent} />}
    </li>
  );
}
