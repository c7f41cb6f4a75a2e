import { ReviewAdvice, ReviewHelped, SignOffResponse } from "@wijkbord/schema";
import type { AgreementService } from "@wijkbord/server/src/agreements/agreement.service.ts";
import type { Viewer } from "@wijkbord/schema";
import fc from "fast-check";
import type { Standing } from "./agreementRules.ts";

/** People of four signatories and owners, of a partner that signs nothing, and one who only watches. */
export const people = ["fenna", "bo", "demi", "joost", "imani", "sem"] as const;
export type Person = (typeof people)[number];

const weighed = <Value>(...choices: readonly (readonly [number, Value])[]) =>
  fc.oneof(...choices.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));
const rarely = weighed([7, false], [1, true]);
const mostly = weighed([1, false], [7, true]);
/** Mostly who can do something here, and all others too. */
const key = fc.oneof({ weight: 4, arbitrary: fc.constantFrom<Person>("fenna", "demi", "joost") }, { weight: 1, arbitrary: fc.constantFrom(...people) });
const owner = fc.oneof({ weight: 4, arbitrary: fc.constant<Person>("fenna") }, { weight: 1, arbitrary: fc.constantFrom(...people) });
const act = <Name extends string, Fields extends object>(
  weight: number,
  name: Name,
  fields: { [Field in keyof Fields]: fc.Arbitrary<Fields[Field]> },
  by: fc.Arbitrary<Person> = key,
) => ({
  weight,
  arbitrary: fc.tuple(by, fc.record<Fields>(fields)).map(([who, words]) => ({ act: name, key: who, ...words })),
});
const response = weighed(
  [6, SignOffResponse.CONSENT],
  [1, SignOffResponse.CONSENT_WITH_CONCERN],
  [1, SignOffResponse.STAND_ASIDE],
  [2, SignOffResponse.OBJECTION],
);

/** Any act on an agreement by anybody, also one that makes no sense, and days that pass. */
export const command = fc.oneof(
  act(16, "sign", { response, stale: rarely, foreign: rarely, long: mostly }),
  act(1, "prepare", { response, long: mostly }),
  act(6, "open", { days: fc.integer({ min: 2, max: 22 }), later: rarely }, owner),
  act(4, "next", { editorial: rarely }, owner),
  act(3, "write", { word: fc.constantFrom("een", "twee", "drie") }),
  act(2, "terms", { whole: mostly }),
  act(4, "pass", { days: fc.constantFrom(1, 4, 8, 61) }),
  act(3, "withdrawObjection", {}),
  act(1, "answerObjection", {}, owner),
  act(1, "startClarification", {}, owner),
  act(2, "openEditorialNotice", {}, owner),
  act(1, "refuseEditorialChange", {}),
  act(1, "extendRound", {}, owner),
  act(2, "adoptAmongAnswered", {}, owner),
  act(1, "withdrawVersion", {}, fc.constantFrom(...people)),
  act(1, "revealRound", {}),
  act(2, "withdrawConsent", {}),
  act(2, "signLater", { stale: rarely }),
  act(1, "addSignatory", {}, owner),
  act(1, "submitReview", {}),
  act(1, "proposeRenewal", {}, owner),
  act(1, "askForRound", {}),
);
export type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** What people do one after another when it goes well: a round that opens with all it needs, and everybody consents. */
const opened: Command[] = [
  { act: "terms", key: "fenna", whole: true },
  { act: "write", key: "demi", word: "drie" },
  { act: "open", key: "fenna", days: 7, later: false },
];
const consented = (["fenna", "demi", "joost"] as const).map((who): Command => ({
  act: "sign",
  key: who,
  response: SignOffResponse.CONSENT,
  stale: false,
  foreign: false,
  long: true,
}));

/** Commands one after another: what makes no sense between what goes well. */
export const commands = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: command.map((one): Command[] => [one]) },
      { weight: 2, arbitrary: fc.constant(opened) },
      { weight: 1, arbitrary: fc.constant(consented) },
    ),
    { minLength: 8, maxLength: 30, size: "max" },
  )
  .map((parts) => parts.flat());

const terms = {
  purpose: "Doel",
  legalBasis: "Wet",
  dataCategories: ["Onderwerp"],
  recipients: ["Gemeente"],
  retentionDays: 90,
  controllers: ["Gemeente"],
  dpoAdviceOn: "2026-10-01",
};

/** Who acts, and what was seen. */
export interface Scene {
  readonly service: AgreementService;
  readonly viewer: Viewer;
  readonly standing: Standing;
  /** An organisation that is not the own one. */
  readonly otherOrganisationId: string;
  readonly today: string;
}

/** Asks what a command says, as somebody who has just read the agreement. */
export function ask(asked: Exclude<Command, { act: "pass" }>, { service, viewer, standing, otherOrganisationId, today }: Scene) {
  const { agreement, versions, signOffs, objections } = standing;
  const version = versions.at(-1);
  if (!version) throw new Error("No version.");
  const { organisationId } = viewer;
  const at = { versionId: version.id, expectedVersion: version.version };
  const on = { agreementId: agreement.id };
  const hash = (stale: boolean, of: string | null | undefined) => (stale ? "0".repeat(64) : (of ?? ""));
  const words = (long: boolean) => ({ argument: "Een argument.", reason: long ? "Dit schaadt ons gedeelde doel." : "Nee." });
  const own = objections.findLast((objection) => objection.organisationId === organisationId && objection.versionId === version.id);
  switch (asked.act) {
    case "sign": {
      const seen = signOffs.find((entry) => entry.versionId === version.id && entry.organisationId === organisationId && entry.isCurrent);
      return service.signOff(viewer, {
        versionId: version.id,
        organisationId: asked.foreign ? otherOrganisationId : organisationId,
        contentHash: hash(asked.stale, version.contentHash),
        expectedSignOffId: seen?.id ?? null,
        response: asked.response,
        ...words(asked.long),
      });
    }
    case "prepare":
      return service.prepareSignOff(viewer, { versionId: version.id, response: asked.response, ...words(asked.long) });
    case "open":
      return service.openRound(viewer, { ...at, days: asked.days, effectiveFrom: asked.later ? "2027-06-01" : null });
    case "next":
      return service.createNextVersion(viewer, { ...on, expectedVersion: agreement.version, editorial: asked.editorial });
    case "write":
      return service.saveDraft(viewer, { ...at, text: `1. Wij doen ${asked.word}.`, changeNote: "Anders." });
    case "terms":
      return service.saveDraft(viewer, { ...at, dataSharing: { ...terms, dpiaReference: asked.whole ? "D-1" : "" } });
    case "withdrawObjection":
      return service.withdrawObjection(viewer, { objectionId: own?.id ?? agreement.id, response: SignOffResponse.CONSENT, note: "Goed zo." });
    case "answerObjection":
      return service.answerObjection(viewer, { objectionId: objections.at(-1)?.id ?? agreement.id, answer: "Wij kijken het aan." });
    case "withdrawConsent":
      return service.withdrawConsent(viewer, { ...on, reason: "Het kan niet meer." });
    case "signLater":
      return service.signLater(viewer, {
        ...on,
        organisationId,
        contentHash: hash(asked.stale, versions.find(({ id }) => id === agreement.currentVersionId)?.contentHash),
      });
    case "addSignatory":
      return service.addSignatory(viewer, { ...on, organisationId: otherOrganisationId });
    case "submitReview":
      return service.submitReview(viewer, { ...on, helped: ReviewHelped.PARTLY, advice: ReviewAdvice.CHANGE, change: "Ruimer." });
    case "proposeRenewal":
      return service.proposeRenewal(viewer, { ...on, nextReviewOn: today });
    case "askForRound":
      return service.askForRound(viewer, on);
    default:
      return service[asked.act](viewer, at);
  }
}
