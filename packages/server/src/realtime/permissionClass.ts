import type { Viewer } from "@wijkbord/schema";

/** Permission class (T7): everything that a shared read may depend on, and nothing of the person. */
export const permissionClass = ({ coalitionId, accessRole, organisationId, capabilities }: Viewer): string =>
  [coalitionId, accessRole, organisationId, ...capabilities.toSorted()].join("/");
