import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { useIsPhone } from "../ui/useIsPhone.ts";
import { Card } from "./Card.tsx";
import { type LaneLine, type LaneMark, linesOf, marksOf } from "./laneMarks.ts";
import { useNames } from "./Organisation.tsx";
import { useOpenAgreement } from "./useAgreement.ts";
import { useMoments } from "./useMoments.ts";
import { agreementWords } from "./words.ts";

const nameWidth = 56;
const laneHeight = 26;
const top = 34;

function Mark({ kind, x, y }: { readonly kind: LaneMark["kind"]; readonly x: number; readonly y: number }) {
  if (kind === "OBJECTION" || kind === "DENIED") return <path className="lane-negative" d={`M${x} ${y - 7} ${x + 7.5} ${y + 6} ${x - 7.5} ${y + 6}z`} />;
  if (kind === "STAND_ASIDE") return <path className="lane-neutral" d={`M${x - 6} ${y - 2.5}h12v5h-12z`} />;
  if (kind === "WITHDRAWN") return <path className="lane-cross" d={`m${x - 5} ${y - 5} 10 10m0-10-10 10`} />;
  return (
    <g>
      <circle className="lane-positive" cx={x} cy={y} r={7} />
      <path className="lane-check" d={`m${x - 3.2} ${y + 0.2} 2.3 2.4 4.2-4.8`} />
      {kind === "CONSENT_WITH_CONCERN" && <circle className="lane-concern" cx={x + 6} cy={y - 6} r={3} />}
    </g>
  );
}

interface PictureProps {
  readonly ids: readonly string[];
  readonly marks: readonly LaneMark[];
  readonly lines: readonly LaneLine[];
}

function Picture({ ids, marks, lines }: PictureProps) {
  const t = useWords(agreementWords);
  const { moment } = useMoments();
  const { organisations } = useCoalition();
  const width = useIsPhone() ? 360 : 720;
  const moments = [...marks, ...lines].map(({ at }) => at);
  // Far apart in time is drawn near: every different moment takes the same room.
  const places = [...new Set(moments.map((at) => Math.floor(at / 3_600_000)))].toSorted((one, other) => one - other);
  const step = (width - nameWidth - 60) / Math.max(1, places.length - 1);
  const x = (at: number) => nameWidth + 30 + places.indexOf(Math.floor(at / 3_600_000)) * step;
  const height = top + ids.length * laneHeight + 22;
  const label = ({ kind, versionNumber }: LaneLine) => (kind === "ROUND" ? t("vN", { number: versionNumber ?? "" }) : t(`line_${kind}`));
  return (
    <svg className="lanes" viewBox={`0 0 ${width} ${height}`} aria-hidden>
      {lines.map((line) => (
        <g key={line.key} className="lane-line" data-kind={line.kind}>
          <path d={`M${x(line.at)} ${top - 8}V${height - 20}`} />
          <text x={x(line.at)} y={line.kind === "FORCE" || line.kind === "REVIEW" ? 12 : 24}>
            {label(line)}
          </text>
          <text className="lane-day" x={x(line.at)} y={height - 6}>
            {moment(new Date(line.at).toISOString())}
          </text>
        </g>
      ))}
      {ids.map((id, index) => {
        const y = top + index * laneHeight + laneHeight / 2;
        return (
          <g key={id}>
            <path className="lane" d={`M${nameWidth} ${y}H${width}`} />
            <text className="lane-name" x={0} y={y + 4}>
              {organisations.get(id)?.letters ?? "?"}
            </text>
            {marks
              .filter(({ organisationId }) => organisationId === id)
              .map((mark) => (
                <Mark key={mark.key} kind={mark.kind} x={x(mark.at)} y={y} />
              ))}
          </g>
        );
      })}
    </svg>
  );
}

/** What each partner did over time: a lane per partner, and the same as a table. */
export function Lanes() {
  const t = useWords(agreementWords);
  const { agreement } = useOpenAgreement();
  const { organisation, member } = useNames();
  const { moment } = useMoments();
  const marks = marksOf(agreement);
  const lines = linesOf(agreement);
  if (marks.length === 0) return null;
  const ids = [...new Set([...agreement.signatoryIds, ...marks.map(({ organisationId }) => organisationId)])];
  const wordOf = (kind: LaneMark["kind"]) => t(kind === "WITHDRAWN" ? "lane_WITHDRAWN" : kind);
  return (
    <Card title={t("lanes")} className="lanes-card">
      <Picture ids={ids} marks={marks} lines={lines} />
      <details>
        <summary>{t("lanesTable")}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("when")}</th>
              <th scope="col">{t("partner")}</th>
              <th scope="col">{t("versionWord")}</th>
              <th scope="col">{t("what")}</th>
            </tr>
          </thead>
          <tbody>
            {marks.map(({ key, at, organisationId, membershipId, versionNumber, kind }) => (
              <tr key={key}>
                <td className="digits">{moment(new Date(at).toISOString())}</td>
                <td>
                  {organisation(organisationId)}
                  {membershipId && <small> {member(membershipId)}</small>}
                </td>
                <td className="digits">{versionNumber ?? "–"}</td>
                <td>{wordOf(kind)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Card>
  );
}
