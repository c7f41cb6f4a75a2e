import type { Viewer } from "@wijkbord/schema";
import { type Change, change, type ChangeDeps, type Outcome } from "../activity/change.ts";
import { cancelHandover, decideHandover, handOverAll, requestHandover } from "./handover.ts";
import { addRoleLink, removeRoleLink } from "./roleLinks.ts";
import { adoptRoleTemplates, confirmRole, createRole, restoreRole, retireRole, updateRole } from "./roles.ts";
import { acceptRole, changeSeat, chooseRoleHolder, declineRole, proposeRoleHolder, resignRole } from "./seats.ts";

/** Use cases of roles: each is one change, one transaction, and answers with the role. */
export class RoleService {
  constructor(private readonly deps: ChangeDeps) {}

  create = this.useCase(createRole);
  update = this.useCase(updateRole);
  confirm = this.useCase(confirmRole);
  retire = this.useCase(retireRole);
  restore = this.useCase(restoreRole);
  addLink = this.useCase(addRoleLink);
  removeLink = this.useCase(removeRoleLink);
  adoptTemplates = this.useCase(adoptRoleTemplates);
  propose = this.useCase(proposeRoleHolder);
  accept = this.useCase(acceptRole);
  decline = this.useCase(declineRole);
  choose = this.useCase(chooseRoleHolder);
  resign = this.useCase(resignRole);
  changeSeat = this.useCase(changeSeat);

  requestHandover = this.useCase(requestHandover);
  decideHandover = this.useCase(decideHandover);
  cancelHandover = this.useCase(cancelHandover);
  handOverAll = this.useCase(handOverAll);

  private useCase<Input extends { clientMutationId?: string }>(work: (change: Change, input: Input) => Promise<string>) {
    return (actor: Viewer, input: Input): Promise<Outcome> => change(this.deps, actor, input.clientMutationId, (done) => work(done, input));
  }
}
