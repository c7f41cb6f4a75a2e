import { AgreementCategory, Capability, SignOffResponse, type Viewer } from "@wijkbord/schema";
import type { DataSharing, ProcessAgreement } from "@wijkbord/schema/types";
import { UserTable } from "../accounts/account.tables.ts";
import { viewerOf } from "../accounts/principal.ts";
import type { Outcome } from "../activity/change.ts";
import { CoalitionTable, MembershipTable } from "../coalitions/coalition.tables.ts";
import type { Database, EntityManager } from "../database/database.ts";
import { TaskTable } from "../tasks/task.tables.ts";
import { AgreementService } from "./agreement.service.ts";
import { AgreementTable, AgreementVersionTable } from "./agreement.tables.ts";
import { SignOffTable } from "./signOff.tables.ts";
import { type SeedText, seedTexts } from "./seedTexts.ts";

const dayMs = 86_400_000;
const objection = "Drie werkdagen halen onze vrijwilligers niet; dan belooft de wijk iets wat wij niet waarmaken.";
const proposal = "Wie zich meldt, krijgt binnen vijf werkdagen antwoord van een mens.";
const homeVisitTerms: DataSharing = {
  purpose: "Inwoners met beginnende geldzorgen vroeg in contact brengen met hulp",
  legalBasis: "Wet gemeentelijke schuldhulpverlening, artikel 3",
  dataCategories: ["Onderwerp van een signaal", "Maand van het gesprek"],
  recipients: ["Schuldhulpteam van de gemeente"],
  retentionDays: 90,
  controllers: ["Gemeente Den Haag (demo)"],
  dpiaReference: "DEMO-2026-03",
  dpoAdviceOn: "2026-03-12",
};

/** Acts of demo people at moments in the past, all in the transaction that fills the demo. */
class Seeding {
  constructor(
    private readonly em: EntityManager,
    private readonly coalitionId: string,
    private readonly people: ReadonlyMap<string, Viewer>,
    private readonly now: Date,
  ) {}

  who(key: string): Viewer {
    const viewer = this.people.get(key);
    if (!viewer) throw new Error(`The demo has no person ${key}.`);
    return viewer;
  }

  /** Runs one act so many days ago; a refusal is a fault of the demo. */
  async act(daysAgo: number, run: (service: AgreementService) => Promise<Outcome>): Promise<string> {
    const at = new Date(this.now.getTime() - daysAgo * dayMs);
    const { em } = this;
    const database: Database = {
      embedded: true,
      read: () => em,
      async transaction(work) {
        const result = await work(em);
        await em.flush();
        return result;
      },
      async [Symbol.asyncDispose]() {},
    };
    const outcome = await run(new AgreementService({ database, clock: { now: () => at }, wake: () => {}, draftChanged: () => {} }));
    if ("problem" in outcome) throw new Error(`The demo is refused: ${JSON.stringify(outcome.problem)}`);
    return outcome.objectId;
  }

  async draft(daysAgo: number, text: SeedText, owner = "fenna"): Promise<string> {
    const { signatories, ...start } = text;
    const signatoryIds = signatories.map((key) => this.who(key).organisationId);
    return this.act(daysAgo, (service) => service.draft(this.who(owner), { coalitionId: this.coalitionId, ...start, signatoryIds }));
  }

  agreement(id: string): Promise<ProcessAgreement> {
    return this.em.findOneOrFail(AgreementTable, { id });
  }

  async latest(agreementId: string) {
    const [version] = await this.em.find(AgreementVersionTable, { agreementId }, { orderBy: { number: "desc" }, limit: 1 });
    if (!version) throw new Error("The demo has an agreement without version.");
    return version;
  }

  async open(daysAgo: number, agreementId: string, owner = "fenna"): Promise<void> {
    const version = await this.latest(agreementId);
    await this.act(daysAgo, (service) => service.openRound(this.who(owner), { versionId: version.id, expectedVersion: version.version }));
  }

  async sign(
    daysAgo: number,
    agreementId: string,
    key: string,
    words: { response?: SignOffResponse; argument?: string; articleNumber?: number; reason?: string; proposal?: string } = {},
  ): Promise<void> {
    const { id: versionId, contentHash } = await this.latest(agreementId);
    const { organisationId } = this.who(key);
    const own = await this.em.findOne(SignOffTable, { versionId, organisationId, isCurrent: true });
    const answer = {
      response: SignOffResponse.CONSENT,
      ...words,
      versionId,
      organisationId,
      contentHash: contentHash ?? "",
      expectedSignOffId: own?.id ?? null,
    };
    await this.act(daysAgo, (service) => service.signOff(this.who(key), answer));
  }

  async inForce(daysAgo: number, text: SeedText, terms?: DataSharing): Promise<string> {
    const id = await this.draft(daysAgo + 12, text);
    const { id: versionId, version } = await this.latest(id);
    if (terms) await this.act(daysAgo + 11, (service) => service.saveDraft(this.who("fenna"), { versionId, expectedVersion: version, dataSharing: terms }));
    await this.open(daysAgo + 6, id);
    for (const [index, key] of text.signatories.entries()) await this.sign(daysAgo + 4 - index / 2, id, key);
    return id;
  }
}

async function objectedAndAgain(seeding: Seeding): Promise<string> {
  const text = seedTexts.recruitment;
  const id = await seeding.draft(24, text);
  await seeding.open(20, id);
  for (const key of ["fenna", "demi", "rachid"]) await seeding.sign(18, id, key);
  await seeding.sign(17, id, "loes", { response: SignOffResponse.CONSENT_WITH_CONCERN, argument: "Tien werkdagen is voor ons kort bij spoedwerk." });
  await seeding.sign(15, id, "joost", { response: SignOffResponse.OBJECTION, articleNumber: 3, reason: objection, proposal });
  const { version } = await seeding.agreement(id);
  await seeding.act(6, (service) => service.createNextVersion(seeding.who("fenna"), { agreementId: id, expectedVersion: version }));
  await seeding.open(3, id);
  await seeding.sign(2, id, "fenna");
  await seeding.sign(1, id, "demi");
  return id;
}

async function covenant(seeding: Seeding, coalitionId: string, now: Date): Promise<void> {
  const agreedOn = new Date(now.getTime() - 400 * dayMs).toISOString().slice(0, 10);
  const partners = ["fenna", "demi", "marlon", "rachid", "imani", "tess", "joost"].map((key) => seeding.who(key).organisationId);
  const id = await seeding.act(30, (service) =>
    service.register(seeding.who("fenna"), {
      coalitionId,
      title: "Convenant Samen werken in Zuidwest",
      category: AgreementCategory.OTHER,
      agreedOn,
      place: "Wijkcentrum (demo)",
      signedOnPaperIds: partners,
      summary: "Zeven partners zoeken samen werk en opleiding voor inwoners van Zuidwest.",
    }),
  );
  for (const key of ["fenna", "demi", "joost"])
    await seeding.act(28, (service) => service.confirmRegistered(seeding.who(key), { agreementId: id, confirmed: true }));
}

async function seedingFor(em: EntityManager, coalitionId: string, now: Date): Promise<Seeding> {
  const memberships = await em.find(MembershipTable, { coalitionId });
  const users = await em.find(UserTable, { id: { $in: memberships.map(({ userId }) => userId) } });
  const people = new Map(
    users.flatMap(({ id, demoKey }) =>
      memberships
        .filter(({ userId }) => userId === id)
        .slice(0, 1)
        .map((membership) => [demoKey ?? "", viewerOf(membership)] as const),
    ),
  );
  return new Seeding(em, coalitionId, people, now);
}

/** Every partner person of a coalition that may sign holds a mandate (T16). */
async function seedMandates(em: EntityManager, seeding: Seeding, coalitionId: string): Promise<void> {
  const users = await em.find(UserTable, { demoKey: { $ne: null } });
  const memberships = await em.find(MembershipTable, { coalitionId, userId: { $in: users.map(({ id }) => id) } }, { orderBy: { id: "asc" } });
  for (const membership of memberships) {
    if (!membership.capabilities.includes(Capability.SIGN)) continue;
    await seeding.act(420, (service) => service.grantMandate(viewerOf(membership), { coalitionId, membershipId: membership.id }));
  }
}

/** Mandates and agreements of a demo coalition, in the transaction that makes it. */
export async function seedAgreements(em: EntityManager, slug: string, now: Date): Promise<void> {
  await em.flush();
  const coalition = await em.findOneOrFail(CoalitionTable, { slug });
  const seeding = await seedingFor(em, coalition.id, now);
  await seedMandates(em, seeding, coalition.id);
  if (slug !== "zuidwest") return;
  await seeding.inForce(190, seedTexts.rhythm);
  const recruitment = await objectedAndAgain(seeding);
  await seeding.inForce(150, seedTexts.module);
  await seeding.inForce(345, seedTexts.procurement);
  await seeding.inForce(120, seedTexts.homeVisits, homeVisitTerms);
  await seeding.draft(4, seedTexts.escalation, "demi");
  await covenant(seeding, coalition.id, now);
  const task = await em.findOne(TaskTable, { coalitionId: coalition.id, title: { $like: "Wervingsavond%" } });
  if (task) await seeding.act(2, (service) => service.linkTask(seeding.who("fenna"), { agreementId: recruitment, taskId: task.id }));
}
