import { MentionTarget, mentionsIn, notificationLimits } from "@wijkbord/schema";
import type { Change } from "../activity/change.ts";
import { invalid } from "../activity/refusal.ts";

const known = {
  [MentionTarget.PERSON]:
    "select m.organisation_id as organisation from membership m where m.id = ? and m.coalition_id = ? and (m.valid_until is null or m.valid_until > ?)",
  [MentionTarget.ORGANISATION]:
    "select o.id as organisation from organisation o where o.id = ? and o.coalition_id = ? and (o.left_on is null or o.left_on > ?)",
};

/**
 * Refuses a text that mentions somebody outside the coalition, or somebody who may not read it.
 * @param onlyOrganisationId the one organisation that may read the text; null when all partners may.
 */
export async function checkMentions({ em, coalition, now }: Change, text: string, onlyOrganisationId: string | null): Promise<void> {
  const mentions = mentionsIn(text);
  if (mentions.length > notificationLimits.mentions) throw invalid("text", "TOO_MANY_MENTIONS", notificationLimits.mentions);
  for (const { target, id } of mentions) {
    const [row] = await em.execute<{ organisation: string }[]>(known[target], [id, coalition.id, now]);
    if (!row) throw invalid("text", "MENTION_UNKNOWN");
    if (onlyOrganisationId !== null && row.organisation !== onlyOrganisationId) throw invalid("text", "MENTION_MAY_NOT_READ");
  }
}
