import { meetingLimits } from "@wijkbord/schema";
import { PlanMeetingDocument, UpdateMeetingDocument } from "@wijkbord/schema/operations";
import { useId, useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useOpenArea } from "../coalitions/useOpenArea.ts";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field, FieldError } from "../ui/Field.tsx";
import { dayOf } from "../language/dates.ts";
import { momentOf, timeOf } from "./moments.ts";
import type { Meeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

interface PlanDialogProps {
  /** Absent: a new one. */
  readonly meeting?: Meeting;
  readonly onClose: () => void;
}
const everyWeeks = [1, 2, 3, 4, 6, 8, 12];

/** When, where and about what; a meeting may come back every so many weeks. */
export function PlanDialog({ meeting, onClose }: PlanDialogProps) {
  const t = useWords(meetingWords);
  const act = useAct();
  const form = useId();
  const { id: coalitionId, boards, members, viewer } = useCoalition();
  const open = useOpenArea();
  const starts = meeting && new Date(meeting.startsAt);
  const [wanted, setWanted] = useState({
    title: meeting?.title ?? t("usualTitle", { area: open?.areaName ?? "" }).trim(),
    boardId: meeting ? (meeting.boardId ?? "") : (open?.id ?? ""),
    day: starts ? dayOf(starts) : "",
    from: starts ? timeOf(starts) : "09:30",
    to: meeting ? timeOf(new Date(meeting.endsAt)) : "11:00",
    place: meeting?.place ?? "",
    weeks: meeting?.everyWeeks ? String(meeting.everyWeeks) : "",
    notes: meeting?.noteTakerMembershipId ?? "",
  });
  const [error, setError] = useState<string | null>(null);
  const bind = (key: keyof typeof wanted) => ({
    value: wanted[key],
    onChange: (event: { readonly target: { readonly value: string } }) => setWanted({ ...wanted, [key]: event.target.value }),
  });
  const save = async () => {
    const [startsAt, endsAt] = [momentOf(wanted.day, wanted.from), momentOf(wanted.day, wanted.to)];
    if (!startsAt || !endsAt) return setError(t("whenRequired"));
    const fields = {
      title: wanted.title.trim(),
      place: wanted.place.trim() || null,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      everyWeeks: wanted.weeks ? Number(wanted.weeks) : null,
      noteTakerMembershipId: wanted.notes || null,
    };
    const outcome = meeting
      ? await act(UpdateMeetingDocument, { meetingId: meeting.id, expectedVersion: meeting.version, ...fields }, { quiet: true })
      : await act(PlanMeetingDocument, { coalitionId, boardId: wanted.boardId || null, ...fields }, { quiet: true });
    if (outcome.ok) onClose();
    else setError(outcome.text);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t("cancel")}</Button>
      <Button type="submit" form={form} look="primary">
        {t("save")}
      </Button>
    </>
  );
  return (
    <Dialog title={meeting ? t("change") : t("plan")} onClose={onClose} actions={actions}>
      <form
        id={form}
        className="meeting-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label={t("title")}>
          <input required maxLength={meetingLimits.title} {...bind("title")} />
        </Field>
        {!meeting && (
          <Field label={t("about")}>
            <select {...bind("boardId")}>
              <option value="">{t("wholeCoalition")}</option>
              {boards.map(({ id, areaName }) => (
                <option key={id} value={id}>
                  {areaName}
                </option>
              ))}
            </select>
          </Field>
        )}
        <div className="meeting-when">
          <Field label={t("day")}>
            <input type="date" required {...bind("day")} />
          </Field>
          <Field label={t("from")}>
            <input type="time" required {...bind("from")} />
          </Field>
          <Field label={t("to")}>
            <input type="time" required {...bind("to")} />
          </Field>
        </div>
        <Field label={t("place")}>
          <input maxLength={meetingLimits.place} {...bind("place")} />
        </Field>
        <Field label={t("repeat")}>
          <select {...bind("weeks")}>
            <option value="">{t("once")}</option>
            {everyWeeks.map((weeks) => (
              <option key={weeks} value={weeks}>
                {t("everyWeeks", { weeks })}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t("noteTaker")} hint={t("noteTakerHint")}>
          <select {...bind("notes")}>
            <option value="">{t("chairWrites")}</option>
            {[...members.values()]
              .filter(({ id }) => id !== viewer.membershipId)
              .map(({ id, displayName }) => (
                <option key={id} value={id}>
                  {displayName}
                </option>
              ))}
          </select>
        </Field>
        {error && <FieldError>{error}</FieldError>}
      </form>
    </Dialog>
  );
}
