import { UniqueConstraintViolationException } from "@mikro-orm/core";
import { AccessRole, addressName, partnerFaults, shortNameFrom, StartKind, startLimits } from "@wijkbord/schema";
import type { Organisation, StartCoalitionInput } from "@wijkbord/schema/types";
import { newPerson } from "../accounts/ownPerson.ts";
import type { Change, ChangeDeps, Outcome } from "../activity/change.ts";
import { invalid, notFound, Refusal, text } from "../activity/refusal.ts";
import { addOwnArea, startAreaName } from "../areas/startAreas.ts";
import type { EntityManager } from "../database/database.ts";
import { newToken } from "../meetings/secrets.ts";
import { createBoard } from "../tasks/boards.ts";
import { OrganisationTable } from "./coalition.tables.ts";
import { isFreeSlug, makeCoalition } from "./createCoalition.ts";
import { addInvitation } from "./invitations.ts";
import { joinOrganisation } from "./organisations.ts";
import { beginStandard } from "./standardStart.ts";
import { keepStarted, startedBefore } from "./startRepeat.ts";

/** A coalition that was begun: who coordinates it, its board, and the token of each invitation. */
export interface Started {
  readonly outcome: Outcome;
  readonly userId: string;
  readonly boardId: string;
  readonly links: readonly { readonly invitationId: string; readonly token: string }[];
}

const unknownMunicipality = "GM0000";
const municipalityOf = (code: string | null) => (code && /^(WK|BU)\d{4}/.test(code) ? `GM${code.slice(2, 6)}` : unknownMunicipality);

function check(input: StartCoalitionInput): void {
  const { partners, secondCoordinator, locale } = input;
  if (partners.length < startLimits.partnersAtLeast) throw invalid("partners", "TOO_FEW", startLimits.partnersAtLeast);
  if (partners.length > startLimits.partners) throw invalid("partners", "TOO_MANY", startLimits.partners);
  const [fault] = partnerFaults(partners);
  if (fault) throw invalid(`partners.${fault.index}.${fault.field}`, fault.code);
  if (secondCoordinator < 1 || secondCoordinator >= partners.length) throw invalid("secondCoordinator", "OUT_OF_RANGE", partners.length - 1);
  if (locale !== "nl" && locale !== "en") throw invalid("locale", "NOT_A_CODE");
}

/** A free name in addresses that looks like the name of the coalition. */
async function slugFor(em: EntityManager, name: string): Promise<string> {
  const plain = addressName(name).slice(0, 32).replaceAll(/^-|-$/g, "");
  const base = /^[a-z]/.test(plain) ? plain : ["wijk", plain].filter(Boolean).join("-");
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (await isFreeSlug(em, slug)) return slug;
  }
}

/** 2–4 capitals for task numbers, from the name of the neighbourhood. */
function prefixFor(areaName: string): string {
  const words = addressName(areaName).toUpperCase().split("-");
  const initials = words.map((word) => /[A-Z]/.exec(word)?.[0] ?? "").join("");
  const letters = (words[0] ?? "").replaceAll(/[^A-Z]/g, "");
  const prefix = initials.length > 1 ? initials.slice(0, 4) : letters.slice(0, 2);
  return prefix.length > 1 ? prefix : "WB";
}

async function partnersOf(change: Change, input: StartCoalitionInput): Promise<Organisation[]> {
  const made = await change.em.find(OrganisationTable, { coalitionId: change.coalition.id });
  for (const partner of input.partners.slice(1)) {
    made.push(await joinOrganisation(change, { ...partner, shortName: shortNameFrom(partner.name) }));
    await change.em.flush();
  }
  return made;
}

/** Makes a coalition with its board, partners and one invitation for each of them, all or nothing. */
export async function startCoalition(deps: ChangeDeps, input: StartCoalitionInput, knownUserId: string | null): Promise<Started> {
  const made = { userId: knownUserId ?? "", boardId: "" };
  const links: { invitationId: string; token: string }[] = [];
  try {
    const before = await startedBefore(deps, input, knownUserId);
    if (before) return before;
    check(input);
    const em = deps.database.read();
    const areaCode = input.areaCode ?? null;
    const areaName =
      areaCode === null ? text("areaName", input.areaName ?? "", startLimits.areaName, startLimits.areaNameAtLeast) : await startAreaName(em, areaCode);
    if (areaName === null) throw notFound("areaCode");
    const [own] = input.partners;
    if (!own) throw invalid("partners", "TOO_FEW", startLimits.partnersAtLeast);
    const start = {
      name: input.name,
      slug: await slugFor(em, input.name),
      taskPrefix: prefixFor(areaName),
      municipalityCode: municipalityOf(areaCode),
      organisation: { ...own, shortName: shortNameFrom(own.name) },
    };
    const furnish = async (change: Change) => {
      keepStarted(change, input);
      const partners = await partnersOf(change, input);
      const code = areaCode ?? addOwnArea(change.em, areaName, change.now);
      await change.em.flush();
      made.boardId = await createBoard(change, { coalitionId: change.coalition.id, areaCode: code, title: `Wijkbord ${areaName}` });
      await change.em.flush();
      partners.forEach(({ id: organisationId }, index) => {
        const token = newToken();
        const others = index === input.secondCoordinator ? AccessRole.COALITION_COORDINATOR : AccessRole.PARTNER_COORDINATOR;
        const firstRole = index === 0 ? AccessRole.MEMBER : others;
        const { id } = addInvitation(change, { organisationId, token, firstRole, days: startLimits.usualDays, maxUses: startLimits.usualUses });
        links.push({ invitationId: id, token });
      });
      const signatoryIds = partners.map(({ id }) => id);
      if (input.start === StartKind.STANDARD) await beginStandard(change, made.boardId, signatoryIds, input.locale === "en" ? "en" : "nl");
    };
    const coordinator = async ({ em: inside, now }: { em: EntityManager; now: Date }) => {
      made.userId = knownUserId ?? newPerson(inside, { displayName: input.displayName ?? "", locale: input.locale }, now);
      return made.userId;
    };
    return { outcome: await makeCoalition(deps, start, { coordinator, furnish }), ...made, links };
  } catch (error) {
    if (error instanceof Refusal) return { outcome: { problem: error.problem }, ...made, links };
    // The same start twice at once: the second one waits for the receipt of the first.
    const twin = error instanceof UniqueConstraintViolationException ? await startedBefore(deps, input, knownUserId) : null;
    if (twin) return twin;
    throw error;
  }
}
