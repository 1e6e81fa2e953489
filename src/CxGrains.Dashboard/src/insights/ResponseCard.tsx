import { memo } from "react";
import type { ResponseTimeView, TicketsView } from "../api/insightsViews";
import { minutes } from "../format/durations";
import { count, share } from "../format/numbers";
import { insightsTexts as t } from "../texts";
import { Card } from "../ui/Card";
import { Chip } from "../ui/Chip";
import { Empty } from "../ui/Empty";
import { Meter } from "../ui/Meter";
import { toneOfTargets } from "./toneOfTargets";

/** How soon tickets are answered and resolved, and how often in time. */
export const ResponseCard = memo(function ResponseCard({ tickets }: { readonly tickets: TicketsView }) {
  const { open } = tickets;
  if (tickets.opened === 0 && open.total === 0 && tickets.firstReply.count === 0) {
    return (
      <Card title={t.response} className="span-12">
        <Empty title={t.noTickets}>
          <p>{t.noTicketsHint}</p>
        </Empty>
      </Card>
    );
  }

  return (
    <Card title={t.response} note={t.opened(count(tickets.opened))} className="span-6">
      <p className="dim">
        {t.openNow(count(open.total), count(open.waiting))}{" "}
        <Chip tone={open.overdue > 0 ? "bad" : "good"}>
          {open.overdue > 0 ? t.overdue(count(open.overdue)) : t.nothingOverdue}
        </Chip>
      </p>
      <Times title={t.firstReply} none={t.noTimes} time={tickets.firstReply} />
      <Times title={t.resolution} none={t.noResolved} time={tickets.resolution} />
      <p className="faint card-foot">
        {[
          t.percentileHint,
          ...(tickets.unopened > 0 ? [t.unopened(count(tickets.unopened))] : []),
          ...(tickets.unassigned > 0 ? [t.unassigned(count(tickets.unassigned))] : []),
        ].join(" · ")}
      </p>
    </Card>
  );
});

interface TimesProps {
  readonly title: string;
  readonly none: string;
  readonly time: ResponseTimeView;
}

function Times({ title, none, time }: TimesProps) {
  const { count: met, of } = time.withinTarget;
  return (
    <section aria-label={title} data-testid="response-times">
      <h3>{title}</h3>
      {time.p50Minutes === undefined ? (
        <p className="dim">{none}</p>
      ) : (
        <dl className="percentiles">
          <Percentile name={t.median} value={time.p50Minutes} />
          <Percentile name={t.p90} value={time.p90Minutes} />
          <Percentile name={t.p95} value={time.p95Minutes} />
        </dl>
      )}
      {of === 0 ? (
        <p className="faint">{t.noTarget}</p>
      ) : (
        <>
          <Meter share={met / of} tone={toneOfTargets(met / of)} />
          <p className="dim">
            {t.withinTarget(share(met, of), count(met), count(of))} · {t.breaches(time.breaches, count(time.breaches))}
          </p>
        </>
      )}
    </section>
  );
}

function Percentile({ name, value }: { readonly name: string; readonly value: number | undefined }) {
  return (
    <div>
      <dt className="faint">{name}</dt>
      <dd>{value === undefined ? "–" : minutes(value)}</dd>
    </div>
  );
}
