import { AgreementCategory, addMonths, DecisionRule, type Viewer } from "@wijkbord/schema";
import { viewerOf } from "@wijkbord/server/src/accounts/principal.ts";
import { MembershipTable } from "@wijkbord/server/src/coalitions/coalition.tables.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, commands, people, type Person } from "../harness/agreementCommands.ts";
import { RuleBook, standingOf } from "../harness/agreementRules.ts";
import { AgreementWorld } from "../harness/agreements.ts";
import { rounds } from "../harness/seeds.ts";

const begin = new Date("2026-11-25T10:00:00Z");
let world: AgreementWorld;
const viewers = new Map<Person, Viewer>();
beforeAll(async () => {
  world = await AgreementWorld.start(begin.toISOString());
  for (const key of people) {
    const { id } = await world.member(key);
    viewers.set(key, viewerOf(await world.hub.services.database.read().findOneOrFail(MembershipTable, { id })));
  }
});
afterAll(() => world[Symbol.asyncDispose]());

const under = [
  "agreement_version",
  "sign_off",
  "objection",
  "sign_off_preparation",
  "agreement_remark",
  "consent_withdrawal",
  "agreement_review",
  "registration_answer",
  "agreement_task",
  "agreement_role",
];
const dump = (table: string, where: string) => `(select md5(coalesce(string_agg(t::text, '|' order by t.id), '')) from ${table} t where ${where})`;
const traces = `select ${[
  dump("process_agreement", "t.id = ?"),
  ...under.map((table) => dump(table, "t.agreement_id = ?")),
  dump("event", "t.target_id = ?"),
  "(select count(*) from notification where about_id = ?)",
  "(select count(*) from event where coalition_id = ? and actor_membership_id is not null)",
]
  .map((value, index) => `${value} as c${index}`)
  .join(", ")}`;

/** Everything that an agreement leaves in the database: its rows, events and news, and what people did in the coalition at all. */
async function traceOf(id: string): Promise<string> {
  const values = [...Array.from({ length: under.length + 3 }, () => id), world.coalitionId];
  return JSON.stringify(await world.hub.services.database.read().execute(traces, values));
}

/** The next sequence begins on a hub of the same size. */
const forget = (id: string) =>
  world.hub.services.database.transaction(async (em) => {
    for (const table of under) await em.execute(`delete from ${table} where agreement_id = ?`, [id]);
    await em.execute("delete from process_agreement where id = ?", [id]);
    await em.execute("delete from event where target_id = ?", [id]);
  });

const viewerFor = (key: Person): Viewer => {
  const viewer = viewers.get(key);
  if (!viewer) throw new Error(`${key} is no member.`);
  return viewer;
};
const kinds = fc.constantFrom(
  { category: AgreementCategory.RECRUITMENT, decisionRule: DecisionRule.SILENCE_IS_CONSENT },
  { category: AgreementCategory.OTHER, decisionRule: DecisionRule.ALL_SIGNATORIES_CONSENT },
  { category: AgreementCategory.COMMUNICATION, decisionRule: DecisionRule.OWNER_DECIDES_AFTER_CONSULTATION },
  { category: AgreementCategory.FINANCE, decisionRule: DecisionRule.ALL_SIGNATORIES_CONSENT },
  { category: AgreementCategory.HOME_VISIT, decisionRule: DecisionRule.ALL_SIGNATORIES_CONSENT },
);

test(
  "AG-29 random commands by random people never break INV-07, INV-08, INV-09 or C7.2, and a refused command leaves no trace",
  { timeout: rounds(240_000, 14_400_000) },
  async () => {
    const { database, agreements: service, jobs } = world.hub.services;
    const calendar = jobs.find(({ name }) => name === "agreement dates");
    const signatoryIds = ["fenna", "demi", "joost"].map((key) => viewerFor(key as Person).organisationId);
    const counts = { taken: 0, refused: 0, inForce: 0 };
    const start = performance.now();
    await fc.assert(
      fc.asyncProperty(kinds, commands, async (kind, sequence) => {
        world.at(begin);
        const drafted = await service.draft(viewerFor("fenna"), {
          coalitionId: world.coalitionId,
          title: "Proefafspraak",
          summary: "Kort gezegd.",
          text: "1. De buurt belt eerst.\n2. Antwoord binnen drie werkdagen.",
          signatoryIds,
          ...kind,
        });
        if ("problem" in drafted) throw new Error(JSON.stringify(drafted.problem));
        const id = drafted.objectId;
        const rules = new RuleBook();
        let standing = await standingOf(database.read(), id);
        let trace = await traceOf(id);
        let wasInForce = false;
        for (const asked of sequence) {
          const viewer = viewerFor(asked.key);
          if (asked.act === "pass") {
            world.wait(asked.days);
            await calendar?.run();
          } else {
            const other = signatoryIds.find((each) => each !== viewer.organisationId) ?? "";
            const today = addMonths(world.now().toISOString().slice(0, 10), 6);
            const outcome = await ask(asked, { service, viewer, standing, otherOrganisationId: other, today });
            if ("problem" in outcome) {
              counts.refused += 1;
              expect(await traceOf(id), JSON.stringify(asked)).toBe(trace);
              continue;
            }
            counts.taken += 1;
          }
          standing = await standingOf(database.read(), id);
          trace = await traceOf(id);
          wasInForce ||= standing.agreement.currentVersionId !== null;
          expect(await rules.check(standing), JSON.stringify(asked)).toEqual([]);
        }
        if (wasInForce) counts.inForce += 1;
        await forget(id);
      }),
      { numRuns: rounds(50, 2_000), endOnFailure: true },
    );
    world.at(begin);
    console.info(`AG-29: ${JSON.stringify(counts)} in ${Math.round((performance.now() - start) / 1_000)} s`);
    expect(counts.inForce).toBeGreaterThan(0);
  },
);

test("AG-30 two holders of a mandate who sign at the same instant: one answer stands", async () => {
  const id = await world.draft(["fenna", "demi"]);
  await world.open(id);
  const answers = await Promise.all([world.sign("fenna", id, "CONSENT"), world.sign("bo", id, "STAND_ASIDE")]);
  expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(["SignOffPayload", "VersionConflict"]);
  const version = await world.latest("demi", id);
  expect(version.signOffs).toHaveLength(1);
});

test("AG-31 the work of the calendar runs once, however many processes do it at the same time", async () => {
  const id = await world.draft(["fenna", "demi", "joost"]);
  await world.open(id);
  world.wait(8);
  await Promise.all(Array.from({ length: 3 }, () => world.runJobs()));
  const { timeline, versions } = await world.read("demi", id);
  expect(versions[0]?.state).toBe("CLOSED_INCOMPLETE");
  expect(timeline.filter(({ type }) => type === "CONSENT_ROUND_CLOSED")).toHaveLength(1);
});
