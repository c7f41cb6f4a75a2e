import { registerEnumType } from "type-graphql";
import {
  AgreementCategory,
  AgreementEnd,
  AgreementOrigin,
  AgreementState,
  AgreementVisibility,
  DecisionRule,
  ObjectionState,
  PartyState,
  Reveal,
  ReviewAdvice,
  ReviewHelped,
  SignOffKind,
  SignOffResponse,
  VersionState,
  WatchKind,
} from "./agreement.ts";
import { ArticleChange, PartKind } from "./difference.ts";
import { CaseResult, WatchPeriod } from "./watch.ts";

registerEnumType(AgreementCategory, {
  name: "AgreementCategory",
  description: "What an agreement is about (soort afspraak). DATA_SHARING, HOME_VISIT and FINANCE need every answer.",
});
registerEnumType(AgreementEnd, { name: "AgreementEnd", description: "Why an agreement ended: its time passed, or it was taken back." });
registerEnumType(AgreementOrigin, {
  name: "AgreementOrigin",
  description: "HERE: signed on this hub. ELSEWHERE: registered, made elsewhere (overgenomen afspraak).",
});
registerEnumType(AgreementState, {
  name: "AgreementState",
  description: "Life of an agreement; IN_FORCE is 'Geldt nu', UNDER_REVIEW also counts as in force.",
});
registerEnumType(AgreementVisibility, {
  name: "AgreementVisibility",
  description: "COALITION: partners only. PUBLIC_TITLE: its title may be shown to everybody.",
});
registerEnumType(DecisionRule, {
  name: "DecisionRule",
  description: "How a round is decided: everybody answers and nobody objects; silence counts as consent; or the owner decides after asking everybody.",
});
registerEnumType(ObjectionState, {
  name: "ObjectionState",
  description: "OPEN; INTEGRATED in a next version; WITHDRAWN by the objector; ANSWERED in writing where the owner decides.",
});
registerEnumType(PartyState, {
  name: "PartyState",
  description: "How an organisation stands to an agreement, for example NOT_YET_SIGNED (nog niet getekend).",
});
registerEnumType(Reveal, {
  name: "Reveal",
  description: "LIVE: answers are seen at once. TOGETHER: only when all answered, at the close, or when the chair reveals them (gelijk oversteken).",
});
registerEnumType(ReviewAdvice, { name: "ReviewAdvice", description: "What a partner advises when looking back: keep, change or stop." });
registerEnumType(ReviewHelped, { name: "ReviewHelped", description: "Whether the agreement helped, according to a partner." });
registerEnumType(SignOffKind, {
  name: "SignOffKind",
  description: "When an answer was given: in the round, by withdrawing an objection, later by who joined, or carried over by an editorial change.",
});
registerEnumType(SignOffResponse, { name: "SignOffResponse", description: "Stemt in · Stemt in, met kanttekening · Bezwaar · Onthoudt zich." });
registerEnumType(VersionState, {
  name: "VersionState",
  description: "Life of a version: writing, questions (Vragen stellen), round (Reactieronde), and what came of it.",
});
registerEnumType(WatchKind, {
  name: "WatchKind",
  description:
    "What an article watches: tasks that wait longer than n working days, letters answered within n working days, a look back every n months, tasks updated in the n working days before each meeting.",
});
registerEnumType(ArticleChange, { name: "ArticleChange", description: "What happened to an article between two versions." });
registerEnumType(PartKind, { name: "PartKind", description: "Words that stayed, came in or went out." });
registerEnumType(CaseResult, { name: "CaseResult", description: "Whether a case went as agreed, did not, or can still." });
registerEnumType(WatchPeriod, {
  name: "WatchPeriod",
  description: "QUARTER: the quarter of a day. LOOK_BACK: since the last look back, for who looks back now.",
});
