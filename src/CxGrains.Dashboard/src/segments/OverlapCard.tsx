import { memo, useState } from "react";
import type { SegmentOverlap } from "../api/comparisonViews";
import { useQuery } from "../api/useQuery";
import { count, share } from "../format/numbers";
import { useWorkspace } from "../live/useTopic";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { Meter } from "../ui/Meter";
import { ProblemNote } from "../ui/ProblemNote";

interface Props {
  readonly id: string;
  readonly name: string;
}

const everyMs = 10_000;

/** Whom the segment shares with another one. */
export const OverlapCard = memo(function OverlapCard({ id, name }: Props) {
  const t = texts.segments;
  const workspace = useWorkspace();
  const others = workspace.kind === "ready" ? workspace.view.segments.filter((segment) => segment.id !== id) : [];
  const [chosen, setChosen] = useState("");
  const other = others.find((segment) => segment.id === chosen) ?? others[0];
  const path = other && `segments/${encodeURIComponent(id)}/overlap?with=${encodeURIComponent(other.id)}`;
  const { view, viewPath, problem, refresh } = useQuery<SegmentOverlap>(path, everyMs);
  const choice = other !== undefined && (
    <select
      className="input"
      aria-label={t.overlapWith}
      value={other.id}
      onChange={(event) => {
        setChosen(event.target.value);
      }}
    >
      {others.map((segment) => (
        <option key={segment.id} value={segment.id}>
          {segment.name}
        </option>
      ))}
    </select>
  );
  return (
    <Card title={t.overlap} note={choice} className="span-12">
      {other === undefined && <Empty title={t.overlapNone} />}
      {problem !== undefined && <ProblemNote message={problem.message} onRetry={refresh} />}
      {other !== undefined && view !== undefined && viewPath === path && (
        <Overlap view={view} first={name} second={other.name} />
      )}
    </Card>
  );
});

interface OverlapProps {
  readonly view: SegmentOverlap;
  readonly first: string;
  readonly second: string;
}

function Overlap({ view, first, second }: OverlapProps) {
  const t = texts.segments;
  const rows = [
    { label: t.onlyIn(first), customers: view.onlyFirst },
    { label: t.inBoth, customers: view.both },
    { label: t.onlyIn(second), customers: view.onlySecond },
  ];
  const largest = Math.max(1, ...rows.map((row) => row.customers));
  const either = view.onlyFirst + view.both + view.onlySecond;
  return (
    <>
      <table className="table breakdown" aria-label={t.overlap}>
        <tbody>
          {rows.map(({ label, customers }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="number">
                <b>{count(customers)}</b>
              </td>
              <td className="number dim">{share(customers, either)}</td>
              <td className="breakdown-bar">
                <Meter share={customers / largest} tone="accent" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="faint">{t.overlapNote(share(view.both, view.both + view.onlyFirst), first, second)}</p>
    </>
  );
}
