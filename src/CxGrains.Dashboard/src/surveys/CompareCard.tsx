import { memo, useState } from "react";
import type { Comparison } from "../api/comparisonViews";
import { useQuery } from "../api/useQuery";
import { count } from "../format/numbers";
import { useWorkspace } from "../live/useTopic";
import { SegmentSelect } from "../segments/SegmentSelect";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { ProblemNote } from "../ui/ProblemNote";
import { Segmented } from "../ui/Segmented";
import { comparisonPath, sideNames, type Against } from "./comparison";
import { ComparisonResult } from "./ComparisonResult";

interface Props {
  readonly survey: string;
  readonly days: number;
}

const everyMs = 10_000;
const kinds = (["windows", "segments"] as const).map((value) => ({ value, text: texts.surveys.compareKinds[value] }));

/** The score against another window, or of one segment against another. */
export const CompareCard = memo(function CompareCard({ survey, days }: Props) {
  const t = texts.surveys;
  const [kind, setKind] = useState<Against["kind"]>("windows");
  const [until, setUntil] = useState("");
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const workspace = useWorkspace();
  const segments = workspace.kind === "ready" ? workspace.view.segments : [];
  const path = comparisonPath(survey, days, kind === "windows" ? { kind, until } : { kind, first, second });
  const { view, viewPath, problem, refresh } = useQuery<Comparison>(path, everyMs);
  const names = view && sideNames(view, (id) => segments.find((segment) => segment.id === id)?.name ?? id);
  return (
    <Card
      title={t.compare}
      note={<Segmented label={t.compare} options={kinds} value={kind} onChange={setKind} />}
      className="span-6"
    >
      <div className="filters">
        {kind === "windows" ? (
          <label>
            {t.against(days, count(days))}{" "}
            <input
              className="input"
              type="date"
              value={until}
              onChange={(event) => {
                setUntil(event.target.value);
              }}
            />
          </label>
        ) : (
          <>
            <select
              className="input"
              aria-label={t.firstSegment}
              value={first}
              onChange={(event) => {
                setFirst(event.target.value);
              }}
            >
              <option value="">{t.chooseSegment}</option>
              {segments.map((segment) => (
                <option key={segment.id} value={segment.id}>
                  {segment.name}
                </option>
              ))}
            </select>
            <SegmentSelect
              label={t.secondSegment}
              segment={second === "" ? undefined : second}
              onChoose={(next) => {
                setSecond(next ?? "");
              }}
            />
          </>
        )}
      </div>
      {path === undefined && <Empty title={t.chooseSegment} />}
      {problem !== undefined && <ProblemNote message={problem.message} onRetry={refresh} />}
      {view !== undefined && names !== undefined && viewPath === path && (
        <ComparisonResult comparison={view} names={names} />
      )}
    </Card>
  );
});
