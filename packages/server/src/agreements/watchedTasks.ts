import { Visibility } from "@wijkbord/schema";
import type { ProcessAgreement } from "@wijkbord/schema/types";

/** Tasks of the areas of an agreement that all partners may read, so that everybody counts the same. */
export const watchedBy = ({ coalitionId, areaCodes }: ProcessAgreement) => ({
  coalitionId,
  visibility: { $ne: Visibility.ORGANISATION },
  ...(areaCodes.length > 0 ? { areaCode: { $in: areaCodes } } : {}),
});
