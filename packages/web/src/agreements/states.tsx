import { missingSentences, signRefusal, AgreementCategory, countsAsInForce, AgreementState, type Viewer } from "@wijkbord/schema";
import type { SignOffResponse, VersionState } from "@wijkbord/schema/operations";
import { Ban, Check, CircleMinus, Clock, FileCheck2, Pencil, TriangleAlert, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Badge, type Tone } from "../ui/Chip.tsx";
import type { Agreement, Mandate, Version } from "./useAgreement.ts";
import { agreementWords } from "./words.ts";

const marks: Record<"check" | "clock" | "alert" | "dash" | "pen" | "back" | "none", ReactNode> = {
  check: <Check aria-hidden />,
  clock: <Clock aria-hidden />,
  alert: <TriangleAlert aria-hidden />,
  dash: <CircleMinus aria-hidden />,
  pen: <Pencil aria-hidden />,
  back: <Undo2 aria-hidden />,
  none: <Ban aria-hidden />,
};
interface Look {
  readonly tone: Tone;
  readonly mark: keyof typeof marks;
}
const agreementLooks: Record<Agreement["state"], Look> = {
  DRAFT: { tone: "neutral", mark: "pen" },
  PROPOSED: { tone: "info", mark: "clock" },
  IN_FORCE: { tone: "positive", mark: "check" },
  UNDER_REVIEW: { tone: "warning", mark: "clock" },
  ENDED: { tone: "neutral", mark: "none" },
};
const versionLooks: Record<VersionState, Look> = {
  DRAFT: { tone: "neutral", mark: "pen" },
  CLARIFICATION: { tone: "info", mark: "clock" },
  CONSENT_ROUND: { tone: "info", mark: "clock" },
  EDITORIAL_NOTICE: { tone: "info", mark: "clock" },
  OBJECTED: { tone: "negative", mark: "alert" },
  CLOSED_INCOMPLETE: { tone: "warning", mark: "clock" },
  ADOPTED: { tone: "positive", mark: "check" },
  REPLACED: { tone: "neutral", mark: "back" },
  SUPERSEDED: { tone: "neutral", mark: "back" },
  WITHDRAWN: { tone: "neutral", mark: "none" },
};
const answerLooks: Record<SignOffResponse, Look> = {
  CONSENT: { tone: "positive", mark: "check" },
  CONSENT_WITH_CONCERN: { tone: "positive", mark: "check" },
  OBJECTION: { tone: "negative", mark: "alert" },
  STAND_ASIDE: { tone: "neutral", mark: "dash" },
};

/** Where an agreement is in its life; one that was made elsewhere never looks like one that was signed here. */
export function AgreementBadge({
  agreement: { state, registration, currentVersionId },
}: {
  readonly agreement: Pick<Agreement, "state" | "currentVersionId"> & { readonly registration: object | null };
}) {
  const t = useWords(agreementWords);
  if (state === "IN_FORCE" && registration && currentVersionId === null) {
    return (
      <Badge tone="info" icon={<FileCheck2 aria-hidden />}>
        {t("agreement_ELSEWHERE")}
      </Badge>
    );
  }
  const { tone, mark } = agreementLooks[state];
  return (
    <Badge tone={tone} icon={marks[mark]}>
      {t(`agreement_${state}`)}
    </Badge>
  );
}

/** Where a version is in its life. */
export function VersionBadge({ state }: { readonly state: VersionState }) {
  const t = useWords(agreementWords);
  const { tone, mark } = versionLooks[state];
  return (
    <Badge tone={tone} icon={marks[mark]}>
      {t(`version_${state}`)}
    </Badge>
  );
}

/** One of the four answers. */
export function AnswerBadge({ response }: { readonly response: SignOffResponse }) {
  const t = useWords(agreementWords);
  const { tone, mark } = answerLooks[response];
  return (
    <Badge tone={tone} icon={marks[mark]}>
      {t(response)}
    </Badge>
  );
}

const open: ReadonlySet<VersionState> = new Set(["DRAFT", "CLARIFICATION", "CONSENT_ROUND", "EDITORIAL_NOTICE", "OBJECTED", "CLOSED_INCOMPLETE"]);
/** The version on its way, if there is one. */
export const openVersionOf = ({ versions }: Agreement): Version | null => versions.find(({ state }) => open.has(state)) ?? null;
/** The version that a page shows by itself: the open one, else the one in force, else the latest. */
export const mainVersionOf = (agreement: Agreement): Version | null =>
  openVersionOf(agreement) ?? agreement.versions.find(({ id }) => id === agreement.currentVersionId) ?? agreement.versions.at(-1) ?? null;
export const isWritableState = (state: VersionState): boolean => state === "DRAFT" || state === "CLARIFICATION";
export const isInForce = ({ state }: Pick<Agreement, "state">): boolean => countsAsInForce(AgreementState[state]);

/** Why a version takes no answers now, in words. */
export function useStateReason(): (state: VersionState) => string {
  const language = useLanguage();
  return (state) => missingSentences[`NOT_IN_${state}`]?.[language] ?? "";
}

/** Why a person may not answer for its organisation about this agreement; null: it may. */
export function refusalToSign(
  viewer: Viewer,
  mandates: readonly Mandate[],
  { category }: Pick<Agreement, "category">,
  today: string,
  answeredBy: string | null,
) {
  const facts = mandates.map((mandate) => ({
    ...mandate,
    categories: mandate.categories.map((each) => AgreementCategory[each]),
    endedAt: mandate.endedAt === null ? null : new Date(mandate.endedAt),
  }));
  return signRefusal(viewer, facts, AgreementCategory[category], today, answeredBy);
}
