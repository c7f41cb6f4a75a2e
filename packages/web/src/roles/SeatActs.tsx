import { mayAnswerSeat, mayChooseHolder, mayWithdrawSeat } from "@wijkbord/schema";
import { AcceptRoleDocument, ChangeSeatDocument, ChooseRoleHolderDocument, DeclineRoleDocument, ResignRoleDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { ActDialog } from "./ActDialog.tsx";
import { PersonSelect } from "./PersonSelect.tsx";
import { type Role, type Seat, seatFacts } from "./roleFacts.ts";
import { roleWords } from "./roleWords.ts";

interface SeatActsProps {
  readonly role: Role;
  readonly seat: Seat;
  readonly parent: Role | undefined;
}

function ChangeDialog({ role, seat, onClose }: Omit<SeatActsProps, "parent"> & { readonly onClose: () => void }) {
  const t = useWords(roleWords);
  const act = useAct();
  const [person, setPerson] = useState(seat.membershipId ?? "");
  const [deputy, setDeputy] = useState(seat.deputyMembershipId ?? "");
  const input = { seatId: seat.id, expectedVersion: seat.version, membershipId: person || null, deputyMembershipId: deputy || null };
  return (
    <ActDialog
      title={t("changeTitle", { role: role.name })}
      button={t("changeButton")}
      withReason={false}
      onConfirm={() => act(ChangeSeatDocument, input, { quiet: true })}
      onClose={onClose}
    >
      <PersonSelect label={t("person")} organisationId={seat.organisationId} value={person} onChange={setPerson} />
      <PersonSelect label={t("deputyField")} organisationId={seat.organisationId} value={deputy} onChange={setDeputy} />
    </ActDialog>
  );
}

function ResignDialog({ role, seat, onClose }: Omit<SeatActsProps, "parent"> & { readonly onClose: () => void }) {
  const t = useWords(roleWords);
  const act = useAct();
  const today = useToday();
  const { hat } = useCoalition();
  const [day, setDay] = useState("");
  const input = { seatId: seat.id, expectedVersion: seat.version, ...(day && { endsOn: day }) };
  return (
    <ActDialog
      title={t("resignTitle", { role: role.name })}
      hint={t("resignHint")}
      button={t("resignButton", { organisation: hat.organisation.shortName })}
      onConfirm={(reason) => act(ResignRoleDocument, { ...input, reason }, { quiet: true })}
      onClose={onClose}
    >
      <Field label={t("resignDay")}>
        <input type="date" min={today} value={day} onChange={(event) => setDay(event.target.value)} />
      </Field>
    </ActDialog>
  );
}

/** What the reader may do with a seat: answer, take back, choose, name people, give back. */
export function SeatActs({ role, seat, parent }: SeatActsProps) {
  const t = useWords(roleWords);
  const act = useAct();
  const today = useToday();
  const { viewer, organisations } = useCoalition();
  const [open, setOpen] = useState<"no" | "change" | "resign" | null>(null);
  const close = () => setOpen(null);
  const organisation = organisations.get(seat.organisationId)?.shortName ?? "";
  const facts = seatFacts(seat);
  const answers = mayAnswerSeat(viewer, facts);
  const withdraws = !answers && mayWithdrawSeat(viewer, facts);
  const chooses = seat.state === "ACCEPTED" && mayChooseHolder(viewer, (parent?.seats ?? []).map(seatFacts), today);
  const input = { seatId: seat.id, expectedVersion: seat.version };
  const asked = seat.state === "PROPOSED";
  const held = seat.state === "CURRENT";
  return (
    <span className="seat-acts">
      {asked && answers && (
        <Button small look="primary" onClick={() => void act(AcceptRoleDocument, input)}>
          {t("yes", { organisation })}
        </Button>
      )}
      {chooses && (
        <Button small look="primary" onClick={() => void act(ChooseRoleHolderDocument, input)}>
          {t("choose", { organisation })}
        </Button>
      )}
      {!held && (answers || withdraws) && (
        <Button small look="quiet" onClick={() => setOpen("no")}>
          {t(asked && answers ? "no" : "withdraw")}
        </Button>
      )}
      {held && answers && (
        <>
          <Button small onClick={() => setOpen("change")}>
            {t("change")}
          </Button>
          {seat.endsOn === null && (
            <Button small look="quiet" onClick={() => setOpen("resign")}>
              {t("resign")}
            </Button>
          )}
        </>
      )}
      {open === "no" && (
        <ActDialog
          title={t(asked && answers ? "noTitle" : "stepBackTitle", { organisation })}
          button={t(asked && answers ? "no" : "withdraw")}
          onConfirm={(reason) => act(DeclineRoleDocument, { ...input, reason }, { quiet: true })}
          onClose={close}
        />
      )}
      {open === "change" && <ChangeDialog role={role} seat={seat} onClose={close} />}
      {open === "resign" && <ResignDialog role={role} seat={seat} onClose={close} />}
    </span>
  );
}
