import { v7 as uuidv7 } from "uuid";
import { UserTable } from "../../accounts/account.tables.ts";
import { AreaEditionTable, AreaTable } from "../../areas/area.tables.ts";
import { MembershipTable, OrganisationTable } from "../../coalitions/coalition.tables.ts";
import { ActionLineTable, ThemeTable } from "../../tasks/board.tables.ts";
import type { Seeding } from "./seeding.ts";

/** Areas that are not known yet; what was imported stays. */
export async function writeAreas({ em, demo }: Seeding): Promise<void> {
  for (const { code, level, name, year, parentCode, memberCodes } of demo.areas) {
    if (await em.count(AreaTable, { code })) continue;
    em.create(AreaTable, { id: uuidv7(), code, level, parentCode, memberCodes });
    em.create(AreaEditionTable, { id: uuidv7(), code, year, name, outline: null });
  }
}

/** Organisations, and people as their members; a person known from another demo coalition is the same person. */
export async function writePeople({ em, demo, coalitionId, ids, now }: Seeding): Promise<void> {
  for (const { key, name, shortName, letters, kind, parent, colourIndex } of demo.organisations) {
    em.create(OrganisationTable, {
      id: ids.of("organisation", key),
      coalitionId,
      name,
      shortName,
      letters,
      kind,
      parentId: parent ? ids.of("organisation", parent) : null,
      colourIndex,
      leftOn: null,
      createdAt: now,
      version: 1,
    });
  }
  for (const { key, displayName, email, memberships } of demo.people) {
    const existing = await em.findOne(UserTable, { demoKey: key });
    const userId = existing?.id ?? ids.of("user", key);
    if (!existing) em.create(UserTable, { id: userId, displayName, email, demoKey: key, locale: "nl", createdAt: now });
    memberships.forEach(({ organisation, accessRole, capabilities }, index) => {
      const id = index === 0 ? ids.of("member", key) : ids.next();
      const organisationId = ids.of("organisation", organisation);
      em.create(MembershipTable, { id, coalitionId, organisationId, userId, accessRole, capabilities, validFrom: now, validUntil: null, version: 1 });
    });
  }
}

/** Themes and action lines. */
export function writePlan({ em, demo, coalitionId, ids }: Seeding): void {
  demo.themes.forEach(({ key, nameNl, nameEn }, position) => {
    em.create(ThemeTable, { id: ids.of("theme", key), coalitionId, key, nameNl, nameEn, position, version: 1 });
  });
  for (const { key, title, whatWeDo, soThat, expectedImpact, theme, connectedThemes, lead } of demo.actionLines) {
    em.create(ActionLineTable, {
      id: ids.of("actionLine", key),
      coalitionId,
      title,
      whatWeDo,
      soThat,
      expectedImpact,
      themeId: ids.of("theme", theme),
      connectedThemeIds: connectedThemes.map((name) => ids.of("theme", name)),
      leadOrganisationId: ids.of("organisation", lead),
      version: 1,
    });
  }
}
