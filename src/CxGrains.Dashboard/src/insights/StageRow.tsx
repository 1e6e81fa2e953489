import type { StageView } from "../api/insightsViews";
import { minutes } from "../format/durations";
import { count, percent, share } from "../format/numbers";
import { cesText, csatText } from "../scores/scoreText";
import { insightsTexts as t, texts } from "../texts";
import { Chip } from "../ui/Chip";
import { funnelParts } from "./funnelParts";

interface Props {
  readonly stage: StageView;
  readonly largest: number;
  readonly isLast: boolean;
  readonly hurtsMost: boolean;
}

/** One stage: who entered and what became of them, in a bar and in numbers that add up. */
export function StageRow({ stage, largest, isLast, hurtsMost }: Props) {
  const { entered, movedOn, inIt, dropped } = stage;
  const csat = csatText(stage.csat);
  const ces = cesText(stage.ces);
  return (
    <li className={hurtsMost ? "stage stage-worst" : "stage"} data-testid="stage-row">
      <p className="stage-name">
        <b>{stage.name}</b> {hurtsMost && <Chip tone="bad">{t.hurtsMost}</Chip>}
      </p>
      <div className="stage-funnel">
        <span className="stage-bar" aria-hidden="true">
          {funnelParts(stage, largest).map((part) => (
            <i
              key={part.name}
              className={`fill-${part.tone}${part.name === "dropped" ? " hatched" : ""}`}
              style={{ inlineSize: `${part.share * 100}%` }}
            />
          ))}
        </span>
        <p className="dim stage-counts">
          <b>{count(entered)}</b> {t.entered}
          {" · "}
          {isLast ? (
            t.finished
          ) : (
            <>
              {count(movedOn)} {t.movedOn} <span className="faint">{share(movedOn, entered)}</span>
              {" · "}
              {count(inIt)} {t.inIt}
              {" · "}
              <span className={dropped > 0 ? "text-bad" : undefined}>
                {count(dropped)} {t.dropped}
              </span>{" "}
              {stage.dropPercent !== undefined && stage.dropPercent > 0 && (
                <span className="faint" title={t.dropOfLeft}>
                  {percent(stage.dropPercent)}
                </span>
              )}
            </>
          )}
        </p>
      </div>
      <dl className="stage-facts">
        <div>
          <dt className="faint">{t.medianTime}</dt>
          <dd>{stage.timeInStage.p50Hours === undefined ? "–" : minutes(stage.timeInStage.p50Hours * 60)}</dd>
        </div>
        <div>
          <dt className="faint">{t.satisfaction}</dt>
          <dd>
            {csat !== undefined && (
              <span title={texts.score.answers(stage.csat.responses, count(stage.csat.responses))}>
                {texts.metrics.csat} {csat.value} <span className="faint">{csat.uncertainty}</span>
              </span>
            )}
            {csat !== undefined && ces !== undefined && <br />}
            {ces !== undefined && (
              <span title={texts.score.answers(stage.ces.responses, count(stage.ces.responses))}>
                {texts.metrics.ces} {ces.value} <span className="faint">{ces.uncertainty}</span>
              </span>
            )}
            {csat === undefined && ces === undefined && "–"}
          </dd>
        </div>
      </dl>
    </li>
  );
}
