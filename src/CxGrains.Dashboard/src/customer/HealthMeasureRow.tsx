import type { HealthMeasureView } from "../api/customerViews";
import { count, signed } from "../format/numbers";
import { toneOfHealth } from "../scores/healthTone";
import { texts } from "../texts";
import { Meter } from "../ui/Meter";

interface Props {
  readonly measure: HealthMeasureView;
  readonly weight: string;
}

const arrows = { up: "▲", down: "▼", steady: "■" } as const;

/** One measure: where it stands, what it weighs, and its part of the change. */
export function HealthMeasureRow({ measure, weight }: Props) {
  const t = texts.customer;
  const { name, value, trend, change } = measure;
  return (
    <tr>
      <th scope="row">{t.measures[name]}</th>
      <td className="number">{value === undefined ? <span className="faint">–</span> : <b>{count(value)}</b>}</td>
      <td className="measure-bar">
        {value === undefined ? (
          <span className="faint">{texts.score.status.notEnoughData}</span>
        ) : (
          <Meter share={value / 100} tone={toneOfHealth(value)} />
        )}
      </td>
      <td className="number dim">{value === undefined ? "–" : weight}</td>
      <td className="number">
        {trend === undefined ? (
          <span className="faint">–</span>
        ) : (
          <span title={t.trends[trend]}>
            <span aria-hidden="true" className={`text-${trend === "up" ? "good" : trend === "down" ? "bad" : "plain"}`}>
              {arrows[trend]}
            </span>
            <span className="sr-only">{t.trends[trend]}</span> {change === undefined ? "" : signed(change, 1)}
          </span>
        )}
      </td>
    </tr>
  );
}
