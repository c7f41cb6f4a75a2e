import type { Hub } from "@wijkbord/server/src/hub.ts";
import { Client } from "./client.ts";
import { startTestHub } from "./hub.ts";

const day = 86_400_000;

export interface TestVersion {
  id: string;
  number: number;
  state: string;
  text: string;
  version: number;
  contentHash: string | null;
  boundIds: string[];
  revealedAt: string | null;
  roundClosesAt: string | null;
  inForceAt: string | null;
  replacedAt: string | null;
  changeNote: string;
  answersRevealed: boolean;
  answeredCount: number;
  answers: { organisationId: string; answered: boolean; response: string | null }[];
  signOffs: {
    id: string;
    organisationId: string;
    response: string;
    kind: string;
    contentHash: string;
    hash: string | null;
    previousHash: string | null;
    isCurrent: boolean;
  }[];
  objections: { id: string; organisationId: string; state: string; reason: string; proposal: string | null; articleNumber: number | null }[];
  remarks: { text: string; organisationId: string; visibility: string }[];
  preparation: { response: string } | null;
  viewerCanSign: boolean;
}
export interface TestAgreement {
  id: string;
  number: string;
  title: string;
  state: string;
  origin: string;
  ended: string | null;
  version: number;
  reviewOn: string | null;
  renewalOn: string | null;
  signatoryIds: string[];
  waitsOnMyOrganisation: boolean;
  parties: { organisationId: string; state: string }[];
  versions: TestVersion[];
  timeline: { type: string; changes: { field: string; before: unknown; after: unknown }[] }[];
}
export interface Refused {
  __typename: string;
  rule?: string;
  reason?: string;
  code?: string;
  field?: string;
  missing?: { code: string; objectId: string | null }[];
  groups?: string[];
  agreement?: { id: string };
  asOfSequence?: number;
}

const fields = `id number title state origin ended version reviewOn renewalOn signatoryIds waitsOnMyOrganisation parties { organisationId state }
  versions { id number state text version contentHash boundIds revealedAt roundClosesAt inForceAt replacedAt changeNote answersRevealed answeredCount
    answers { organisationId answered response } signOffs { id organisationId response kind contentHash hash previousHash isCurrent }
    objections { id organisationId state reason proposal articleNumber } remarks { text organisationId visibility } preparation { response } viewerCanSign }
  timeline(first: 100) { type changes { field before after } }`;

const inputs: Readonly<Record<string, string>> = {
  startClarification: "VersionActInput",
  openEditorialNotice: "VersionActInput",
  refuseEditorialChange: "VersionActInput",
  revealRound: "VersionActInput",
  extendRound: "VersionActInput",
  adoptAmongAnswered: "VersionActInput",
  withdrawVersion: "VersionActInput",
  withdrawConsent: "AgreementActInput",
  askForRound: "AgreementActInput",
  linkAgreementTask: "AgreementTaskInput",
  linkAgreementRole: "AgreementRoleInput",
  unlinkAgreementRole: "AgreementRoleInput",
  redactAgreementText: "RedactTextInput",
};

/** Runs a mutation about an agreement or a mandate. */
export async function actAs(client: Client, name: string, input: Record<string, unknown>): Promise<Refused> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const object = name.endsWith("Mandate") ? "mandate" : "agreement";
  const query = `mutation Act($input: ${inputs[name] ?? (name === "endMandate" ? "ActInput" : `${type}Input`)}!) { answer: ${name}(input: $input) { __typename ... on ${type}Payload { agreement: ${object} { id } asOfSequence }
      ... on RuleBroken { rule missing { code objectId } } ... on NotAllowed { reason } ... on ValidationProblem { code field } ... on VersionConflict { groups } ... on NotFound { field } } }`;
  return (await client.run<{ answer: Refused }>(query, { input })).answer;
}

export async function readAs(client: Client, id: string): Promise<TestAgreement> {
  return (await client.run<{ agreement: TestAgreement }>(`query Read($id: ID!) { agreement(id: $id) { ${fields} } }`, { id })).agreement;
}

/** A hub with the demo and a clock that tests move. */
export class AgreementWorld implements AsyncDisposable {
  private readonly clients = new Map<string, Client>();
  private readonly members = new Map<string, { id: string; organisationId: string }>();
  coalitionId = "";

  private constructor(
    readonly hub: Hub,
    private readonly clock: { time: number },
  ) {}

  static async start(at = "2026-11-25T10:00:00Z", env: Record<string, string> = {}): Promise<AgreementWorld> {
    const clock = { time: Date.parse(at) };
    const hub = await startTestHub(env, { clock: { now: () => new Date(clock.time) } });
    const world = new AgreementWorld(hub, clock);
    const client = await world.as("fenna");
    const { coalitions } = await client.run<{ coalitions: { id: string; slug: string }[] }>(`{ coalitions { id slug } }`);
    world.coalitionId = coalitions.find(({ slug }) => slug === "zuidwest")?.id ?? "";
    return world;
  }

  async as(key: string): Promise<Client> {
    const known = this.clients.get(key) ?? (await Client.as(this.hub.url, key));
    this.clients.set(key, known);
    return known;
  }

  async member(key: string): Promise<{ id: string; organisationId: string }> {
    const known = this.members.get(key);
    if (known) return known;
    const client = await this.as(key);
    const { me } = await client.run<{ me: { memberships: { id: string; organisationId: string; coalitionId: string }[] } }>(
      `{ me { memberships { id organisationId coalitionId } } }`,
    );
    const found = me.memberships.find(({ coalitionId }) => coalitionId === this.coalitionId);
    if (!found) throw new Error(`${key} is no member.`);
    this.members.set(key, found);
    return found;
  }

  async organisations(...keys: string[]): Promise<string[]> {
    return Promise.all(keys.map(async (key) => (await this.member(key)).organisationId));
  }

  now(): Date {
    return new Date(this.clock.time);
  }

  /** Days pass; then the work of the calendar is done, and people sign in again. */
  async pass(days: number): Promise<void> {
    this.clock.time += days * day;
    this.clients.clear();
    await this.runJobs();
  }

  /** Time passes without the work of the calendar. */
  wait(days: number): void {
    this.clock.time += days * day;
    this.clients.clear();
  }

  /** Another moment, also an earlier one. */
  at(moment: Date): void {
    this.wait((moment.getTime() - this.clock.time) / day);
  }

  async runJobs(): Promise<void> {
    for (const job of this.hub.services.jobs) await job.run();
  }

  async act(key: string, name: string, input: Record<string, unknown>): Promise<Refused> {
    return actAs(await this.as(key), name, input);
  }

  async read(key: string, id: string): Promise<TestAgreement> {
    return readAs(await this.as(key), id);
  }

  async latest(key: string, id: string): Promise<TestVersion> {
    const version = (await this.read(key, id)).versions.at(-1);
    if (!version) throw new Error("No version.");
    return version;
  }

  /** A query that must succeed. */
  async ask<Data>(key: string, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    return (await this.as(key)).run<Data>(query, { ...variables });
  }

  /** A draft of Fenna with these people's organisations as signatories. */
  async draft(keys: string[], extra: Record<string, unknown> = {}): Promise<string> {
    const answer = await this.act("fenna", "draftAgreement", {
      coalitionId: this.coalitionId,
      title: "Proefafspraak",
      category: "RECRUITMENT",
      summary: "Kort gezegd.",
      text: "1. De buurt belt eerst.\n2. Antwoord binnen drie werkdagen.",
      signatoryIds: await this.organisations(...keys),
      ...extra,
    });
    if (!answer.agreement) throw new Error(JSON.stringify(answer));
    return answer.agreement.id;
  }

  async open(id: string, extra: Record<string, unknown> = {}): Promise<Refused> {
    const { id: versionId, version } = await this.latest("fenna", id);
    return this.act("fenna", "openConsentRound", { versionId, expectedVersion: version, ...extra });
  }

  async sign(key: string, id: string, response = "CONSENT", extra: Record<string, unknown> = {}): Promise<Refused> {
    const version = await this.latest(key, id);
    const { organisationId } = await this.member(key);
    const own = version.signOffs.find((entry) => entry.isCurrent && entry.organisationId === organisationId);
    return this.act(key, "signOff", {
      versionId: version.id,
      organisationId,
      contentHash: version.contentHash,
      expectedSignOffId: own?.id ?? null,
      response,
      ...extra,
    });
  }

  /** An act of the owner on the latest version. */
  async decide(name: string, id: string, key = "fenna"): Promise<Refused> {
    const { id: versionId, version } = await this.latest(key, id);
    return this.act(key, name, { versionId, expectedVersion: version });
  }

  async next(id: string, extra: Record<string, unknown> = {}): Promise<Refused> {
    const { version } = await this.read("fenna", id);
    return this.act("fenna", "createNextVersion", { agreementId: id, expectedVersion: version, ...extra });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.hub[Symbol.asyncDispose]();
  }
}
