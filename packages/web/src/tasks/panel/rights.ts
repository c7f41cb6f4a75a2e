import { AssignmentState, Letter, type RightsFacts, TaskState } from "@wijkbord/schema";
import type { Detail } from "./useDetail.ts";

/** What the rules of rights read of a task. */
export const rightsOf = (task: Detail): RightsFacts => ({
  state: TaskState[task.state],
  createdByMembershipId: task.createdByMembershipId,
  assignments: task.assignments.map((assignment) => ({ ...assignment, letter: Letter[assignment.letter], state: AssignmentState[assignment.state] })),
});
