import { EventType, type Viewer } from "@wijkbord/schema";
import type {
  AddMembershipInput,
  AddOrganisationInput,
  CreateInvitationInput,
  ChangeMembershipInput,
  PartnerLeavesInput,
  RevokeInvitationInput,
  RevokeMembershipInput,
  StartCoalitionInput,
  UpdateCoalitionInput,
  UpdateOrganisationInput,
} from "@wijkbord/schema/types";
import { type Change, change, type ChangeDeps, type Outcome } from "../activity/change.ts";
import { acceptInvitation, type Joined, type Joining } from "./acceptInvitation.ts";
import { MembershipTable } from "./coalition.tables.ts";
import { createCoalition, type NewCoalition } from "./createCoalition.ts";
import { Doors } from "./doors.ts";
import { createInvitation, revokeInvitation } from "./invitations.ts";
import { addMembership, changeMembership, revokeMembership } from "./memberships.ts";
import { addOrganisation, updateOrganisation } from "./organisations.ts";
import { partnerLeaves } from "./partnerLeaves.ts";
import { startCoalition, type Started } from "./startCoalition.ts";
import { updateCoalition } from "./updateCoalition.ts";

type Work<Input> = (change: Change, input: Input) => Promise<string>;

export interface CoalitionDeps extends ChangeDeps {
  /** Called after commit with the memberships whose rights changed or ended, and their people. */
  readonly rightsChanged: (memberships: readonly { readonly id: string; readonly userId: string }[]) => void;
}

const aboutRights = new Set([EventType.MEMBERSHIP_CHANGED, EventType.MEMBERSHIP_REVOKED]);

/** Use cases of coalitions, their partners and members: each is one change, one transaction. */
export class CoalitionService {
  readonly doors: Doors;

  constructor(private readonly deps: CoalitionDeps) {
    this.doors = new Doors(deps.clock);
  }

  update = this.useCase<UpdateCoalitionInput>(updateCoalition);
  addOrganisation = this.useCase<AddOrganisationInput>(addOrganisation);
  updateOrganisation = this.useCase<UpdateOrganisationInput>(updateOrganisation);
  partnerLeaves = this.useCase<PartnerLeavesInput>(partnerLeaves);
  addMembership = this.useCase<AddMembershipInput>(addMembership);
  changeMembership = this.useCase<ChangeMembershipInput>(changeMembership);
  revokeMembership = this.useCase<RevokeMembershipInput>(revokeMembership);
  revokeInvitation = this.useCase<RevokeInvitationInput>(revokeInvitation);

  /** Makes a coalition with its first partner and coordinator. */
  create(wanted: NewCoalition): Promise<Outcome> {
    return createCoalition(this.deps, wanted);
  }

  /** Makes a coalition with its board, partners and invitations, for a known person or a new one. */
  start(input: StartCoalitionInput, userId: string | null): Promise<Started> {
    return startCoalition(this.deps, input, userId);
  }

  /** Makes a link by which people join; the token is stored only as a hash. */
  createInvitation(actor: Viewer, input: CreateInvitationInput, token: string): Promise<Outcome> {
    return change(this.deps, actor, input.clientMutationId, (done) => createInvitation(done, input, token));
  }

  /** Lets a person join by a link. */
  accept(token: string, person: Joining): Promise<Joined> {
    return acceptInvitation(this.deps, token, person);
  }

  private useCase<Input extends { clientMutationId?: string }>(work: Work<Input>) {
    return async (actor: Viewer, input: Input): Promise<Outcome> => {
      const touched: string[] = [];
      const outcome = await change(this.deps, actor, input.clientMutationId, (done) => {
        const record: Change["record"] = (event) => {
          if (aboutRights.has(event.type)) touched.push(event.target.id);
          done.record(event);
        };
        return work({ ...done, record }, input);
      });
      if (!("problem" in outcome) && touched.length > 0) {
        this.deps.rightsChanged(await this.deps.database.read().find(MembershipTable, { id: { $in: touched } }));
      }
      return outcome;
    };
  }
}
