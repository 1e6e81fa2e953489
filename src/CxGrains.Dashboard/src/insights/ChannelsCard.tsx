import { memo } from "react";
import type { ChannelView, PerSessionView, RateView } from "../api/insightsViews";
import { seconds } from "../format/durations";
import { compact, count, fixed, percent } from "../format/numbers";
import { insightsTexts as t } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";

const heads = [
  t.channel,
  t.sessions,
  t.pages,
  t.time,
  t.conversion,
  t.goals,
  t.emptySearches,
  t.responseRate,
  t.openRate,
  t.clickRate,
];

/** What each channel does: rates, each with the counts behind it. */
export const ChannelsCard = memo(function ChannelsCard({ channels }: { readonly channels: readonly ChannelView[] }) {
  return (
    <Card title={t.channels} className="span-12">
      {channels.length === 0 ? (
        <Empty title={t.channelsEmpty} />
      ) : (
        // Wider than a phone: it scrolls, with the keyboard too.
        <div className="table-scroll" role="group" aria-label={t.channels} tabIndex={0}>
          <table className="table channels-table">
            <thead>
              <tr>
                {heads.map((head, index) => (
                  <th key={head} scope="col" className={index === 0 ? undefined : "number"}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {channels.map((channel) => (
                <tr key={channel.name} className="two-line-row">
                  <th scope="row">{channel.name}</th>
                  <td className="number">{count(channel.counts.visits ?? 0)}</td>
                  <Mean of={channel.pages} print={(value) => fixed(value, 1)} />
                  <Mean of={channel.secondsOnSite} print={seconds} total={false} />
                  <Mean of={channel.conversion} print={(value) => fixed(value, 2)} />
                  <Rate rate={channel.goalCompletionRate} />
                  <Rate rate={channel.emptySearchRate} />
                  <Rate rate={channel.responseRate} />
                  <Rate rate={channel.openRate} />
                  <Rate rate={channel.clickThroughRate} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
});

function Rate({ rate }: { readonly rate: RateView }) {
  return (
    <td className="number">
      {rate.percent === undefined ? <span className="faint">–</span> : percent(rate.percent, 1)}
      {(rate.of > 0 || rate.count > 0) && (
        <span className="faint">
          {rate.of === 0 ? compact(rate.count) : t.of(compact(rate.count), compact(rate.of))}
        </span>
      )}
    </td>
  );
}

interface MeanProps {
  readonly of: PerSessionView;
  readonly print: (value: number) => string;
  readonly total?: boolean;
}

function Mean({ of, print, total = true }: MeanProps) {
  return (
    <td className="number">
      {of.perSession === undefined ? <span className="faint">–</span> : print(of.perSession)}
      {total && of.total > 0 && <span className="faint">{compact(of.total)}</span>}
    </td>
  );
}
