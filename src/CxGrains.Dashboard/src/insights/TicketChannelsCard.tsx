import { memo } from "react";
import type { TicketsView } from "../api/insightsViews";
import { minutes } from "../format/durations";
import { count, percent } from "../format/numbers";
import { insightsTexts as t } from "../texts";
import { Card } from "../ui/Card";

/** Tickets by channel: how many, how soon, how often in time. */
export const TicketChannelsCard = memo(function TicketChannelsCard({
  channels,
}: {
  readonly channels: NonNullable<TicketsView["channels"]>;
}) {
  if (channels.length === 0) {
    return null;
  }

  return (
    <Card title={t.responseByChannel} className="span-6">
      <table className="table breakdown">
        <thead>
          <tr>
            <th scope="col">{t.channel}</th>
            <th scope="col" className="number">
              {t.tickets}
            </th>
            <th scope="col" className="number">
              {t.firstReply}
            </th>
            <th scope="col" className="number">
              {t.resolution}
            </th>
          </tr>
        </thead>
        <tbody>
          {channels.map(({ name, tickets }) => (
            <tr key={name} className="two-line-row">
              <th scope="row">{name}</th>
              <td className="number">
                {count(tickets.opened)}
                <span className="faint">{tickets.open.overdue > 0 && t.overdue(count(tickets.open.overdue))}</span>
              </td>
              <Cell time={tickets.firstReply} />
              <Cell time={tickets.resolution} />
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
});

function Cell({ time }: { readonly time: TicketsView["firstReply"] }) {
  const { percent: met, count: inTime, of } = time.withinTarget;
  return (
    <td className="number">
      {time.p50Minutes === undefined ? <span className="faint">–</span> : minutes(time.p50Minutes)}
      <span className="faint" title={of === 0 ? t.noTarget : t.of(count(inTime), count(of))}>
        {met === undefined ? t.noRate : t.withinTargetShort(percent(met))}
      </span>
    </td>
  );
}
