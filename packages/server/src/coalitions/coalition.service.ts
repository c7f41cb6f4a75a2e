import { EventType, type Viewer } from "@wijkbord/schema";
import type {
  AddMembershipInput,
  AddOrganisationInput,
  ChangeMembershipInput,
  PartnerLeavesInput,
  RevokeMembershipInput,
  UpdateCoalitionInput,
  UpdateOrganisationInput,
} from "@wijkbord/schema/types";
import { type Change, change, type ChangeDeps, type Outcome } from "../activity/change.ts";
import { MembershipTable } from "./coalition.tables.ts";
import { createCoalition, type NewCoalition } from "./createCoalition.ts";
import { addMembership, changeMembership, revokeMembership } from "./memberships.ts";
import { addOrganisation, updateOrganisation } from "./organisations.ts";
import { partnerLeaves } from "./partnerLeaves.ts";
import { updateCoalition } from "./updateCoalition.ts";

type Work<Input> = (change: Change, input: Input) => Promise<string>;

export interface CoalitionDeps extends ChangeDeps {
  /** Called after commit with the memberships whose rights changed or ended, and their people. */
  readonly rightsChanged: (memberships: readonly { readonly id: string; readonly userId: string }[]) => void;
}

const aboutRights = new Set([EventType.MEMBERSHIP_CHANGED, EventType.MEMBERSHIP_REVOKED]);

/** Use cases of coalitions, their partners and members: each is one change, one transaction. */
export class CoalitionService {
  constructor(private readonly deps: CoalitionDeps) {}

  update = this.useCase<UpdateCoalitionInput>(updateCoalition);
  addOrganisation = this.useCase<AddOrganisationInput>(addOrganisation);
  updateOrganisation = this.useCase<UpdateOrganisationInput>(updateOrganisation);
  partnerLeaves = this.useCase<PartnerLeavesInput>(partnerLeaves);
  addMembership = this.useCase<AddMembershipInput>(addMembership);
  changeMembership = this.useCase<ChangeMembershipInput>(changeMembership);
  revokeMembership = this.useCase<RevokeMembershipInput>(revokeMembership);

  /** Makes a coalition with its first partner and coordinator. */
  create(wanted: NewCoalition): Promise<Outcome> {
    return createCoalition(this.deps, wanted);
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
