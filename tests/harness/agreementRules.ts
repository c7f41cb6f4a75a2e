import {
  addDays,
  addMonths,
  AgreementState,
  agreementLimits,
  brokenLinks,
  contentHash,
  countsAsInForce,
  dayIn,
  DecisionRule,
  mayAgreementBecome,
  mayBecome,
  missingDataFields,
  needsEveryAnswer,
  ObjectionState,
  SignOffKind,
  VersionState,
} from "@wijkbord/schema";
import type { AgreementVersion, Objection, ProcessAgreement, SignOff } from "@wijkbord/schema/types";
import { AgreementTable, AgreementVersionTable } from "@wijkbord/server/src/agreements/agreement.tables.ts";
import { ObjectionTable, SignOffTable } from "@wijkbord/server/src/agreements/signOff.tables.ts";
import type { EntityManager } from "@wijkbord/server/src/database/database.ts";

const zone = "Europe/Amsterdam";

/** An agreement with everything that rules are about, as it stands in the database. */
export interface Standing {
  readonly agreement: ProcessAgreement;
  readonly versions: AgreementVersion[];
  readonly signOffs: SignOff[];
  readonly objections: Objection[];
}

export async function standingOf(em: EntityManager, id: string): Promise<Standing> {
  const place = { agreementId: id };
  return {
    agreement: await em.findOneOrFail(AgreementTable, { id }),
    versions: await em.find(AgreementVersionTable, place, { orderBy: { number: "asc" } }),
    signOffs: await em.find(SignOffTable, place, { orderBy: { versionId: "asc", position: "asc" } }),
    objections: await em.find(ObjectionTable, place, { orderBy: { id: "asc" } }),
  };
}

/** Whether one state is reached from another in steps that are allowed; the calendar may take several at once. */
function reaches<State>(from: State, to: State, mayStep: (one: State, other: State) => boolean, all: readonly State[], seen = new Set<State>()): boolean {
  if (from === to) return true;
  seen.add(from);
  return all.some((next) => !seen.has(next) && mayStep(from, next) && reaches(next, to, mayStep, all, seen));
}
const versionStates = Object.values(VersionState);
const agreementStates = Object.values(AgreementState);

/** INV-07, INV-08, INV-09 and C7.2, after each command again. */
export class RuleBook {
  private before: { state: AgreementState; versions: Map<string, VersionState> } | null = null;
  private readonly frozen = new Map<string, string>();
  private readonly chains = new Map<string, number>();
  private broken: string[] = [];

  /** Rules that do not hold now. */
  async check(standing: Standing): Promise<string[]> {
    this.broken = [];
    this.states(standing);
    this.inForce(standing);
    for (const version of standing.versions) {
      const chain = standing.signOffs.filter(({ versionId }) => versionId === version.id);
      await this.text(standing.agreement, version);
      await this.chain(version, chain);
      this.adoption(standing, version, chain);
    }
    this.holds(
      "C7.2-3",
      standing.objections.every(({ reason }) => [...reason].length >= agreementLimits.objectionReasonMinimum),
    );
    return this.broken;
  }

  private holds(rule: string, condition: boolean): void {
    if (!condition) this.broken.push(rule);
  }

  /** C7.2: every state follows from the one before. */
  private states({ agreement, versions }: Standing): void {
    const { before } = this;
    if (before) {
      this.holds(`C7.2 ${before.state} ${agreement.state}`, reaches(before.state, agreement.state, mayAgreementBecome, agreementStates));
      for (const { id, state } of versions) {
        const was = before.versions.get(id) ?? VersionState.DRAFT;
        this.holds(`C7.2 ${was} ${state}`, reaches(was, state, mayBecome, versionStates));
      }
    }
    this.before = { state: agreement.state, versions: new Map(versions.map(({ id, state }) => [id, state])) };
  }

  /** INV-07, C7.2-6, C7.2-8: one version in force, not before its day, the one before replaced at the same instant. */
  private inForce({ agreement, versions }: Standing): void {
    const now = versions.filter(({ inForceAt, replacedAt }) => inForceAt !== null && replacedAt === null);
    this.holds("C7.2-6 one in force", now.length <= 1);
    if (countsAsInForce(agreement.state)) this.holds("INV-07", now[0]?.id === agreement.currentVersionId && now[0]?.state === VersionState.ADOPTED);
    for (const { adoptedAt, inForceAt, effectiveFrom, replacedAt } of versions) {
      if (inForceAt !== null) {
        this.holds("C7.2-6 adopted first", adoptedAt !== null && adoptedAt <= inForceAt);
        const days = effectiveFrom !== null && effectiveFrom >= dayIn(adoptedAt ?? inForceAt, zone) && effectiveFrom <= dayIn(inForceAt, zone);
        this.holds("C7.2-6 on its day", days);
      }
      if (replacedAt)
        this.holds(
          "C7.2-6 same instant",
          versions.some((other) => other.inForceAt?.getTime() === replacedAt.getTime()),
        );
    }
    const latest = addMonths(dayIn(agreement.updatedAt, zone), agreementLimits.reviewMonths);
    this.holds("C7.2-8", agreement.reviewOn === null || agreement.reviewOn <= latest);
  }

  /** INV-08, INV-09, C7.2-1, C7.2-10: what is frozen stays, has its hash and all its terms. */
  private async text(agreement: ProcessAgreement, version: AgreementVersion): Promise<void> {
    if (!version.frozen || !version.contentHash) return;
    const place = `${version.id}/${version.contentHash}`;
    const content = JSON.stringify(version.frozen);
    this.holds("INV-08 text", version.text === version.frozen.text && (this.frozen.get(place) ?? content) === content);
    if (!this.frozen.has(place)) this.holds("C7.2-10 hash", (await contentHash(version.frozen)) === version.contentHash);
    this.frozen.set(place, content);
    this.holds("INV-09", missingDataFields(agreement.category, version.dataSharing).length === 0);
    this.holds("C7.2-1 summary", version.summary.trim() !== "");
    const { roundOpensAt, roundClosesAt, extendedAt } = version;
    if (!roundOpensAt || !roundClosesAt) return;
    const longest = extendedAt
      ? addDays(dayIn(extendedAt, zone), agreementLimits.extensionDays + 1)
      : addDays(dayIn(roundOpensAt, zone), agreementLimits.roundDays + 1);
    this.holds("C7.2-1 days", dayIn(roundClosesAt, zone) <= longest);
  }

  /** C7.2-2, C7.2-10, INV-08: an unbroken chain of signatories, one latest answer each, in the round, to the text itself. */
  private async chain(version: AgreementVersion, chain: readonly SignOff[]): Promise<void> {
    const known = this.chains.get(version.id) ?? 0;
    this.holds("C7.2-2 each change stays", chain.length >= known);
    if (known !== chain.length) {
      this.holds("C7.2-2 chain", (await brokenLinks(chain.map((entry) => ({ ...entry, respondedAt: entry.respondedAt.toISOString() })))).length === 0);
    }
    this.chains.set(version.id, chain.length);
    const current = chain.filter(({ isCurrent }) => isCurrent);
    this.holds("INV-08 one per partner", new Set(current.map(({ organisationId }) => organisationId)).size === current.length);
    for (const { kind, respondedAt, contentHash: signed, organisationId } of chain) {
      this.holds("C7.2-10 signed", kind === SignOffKind.CARRIED || signed === version.contentHash);
      this.holds("INV-08 in time", kind !== SignOffKind.ROUND || (version.roundClosesAt !== null && respondedAt <= version.roundClosesAt));
      this.holds("C7.2-2 signatory", kind === SignOffKind.LATER || version.signatoryIds.includes(organisationId));
    }
  }

  /** C7.2-4, C7.2-5: adopted only without open objection, with two consents, and by the rule. */
  private adoption({ agreement, objections }: Standing, version: AgreementVersion, chain: readonly SignOff[]): void {
    if (version.adoptedAt === null) return;
    this.holds("C7.2-4", !objections.some(({ versionId, state }) => versionId === version.id && state === ObjectionState.OPEN));
    const answers = chain.filter(({ isCurrent }) => isCurrent);
    this.holds("C7.2-5 two consents", answers.filter(({ response }) => response.startsWith("CONSENT")).length >= 2);
    const everybody = version.decisionRule === DecisionRule.ALL_SIGNATORIES_CONSENT || needsEveryAnswer(agreement.category);
    const missing = version.signatoryIds.filter((id) => !answers.some(({ organisationId }) => organisationId === id));
    const carried = answers.some(({ kind }) => kind === SignOffKind.CARRIED);
    this.holds("C7.2-5 every answer", !everybody || version.amongAnswered || carried || missing.length === 0);
    this.holds("D15 strict", !version.amongAnswered || !needsEveryAnswer(agreement.category));
    this.holds("D15 the silent are not bound", !version.amongAnswered || !version.boundIds.some((id) => missing.includes(id)));
  }
}
