import type { InsightsView } from "../api/insightsViews";
import { insightsTexts as t } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { AdvocacySummary } from "./AdvocacySummary";
import { ChangesCard } from "./ChangesCard";
import { ChannelsCard } from "./ChannelsCard";
import { GoalsCard } from "./GoalsCard";
import { JourneyCard } from "./JourneyCard";
import { ResponseCard } from "./ResponseCard";
import { TicketChannelsCard } from "./TicketChannelsCard";

/** Top to bottom: what changed, where we want to be, how soon we answer, where customers are lost, what each channel does. */
export function InsightsBody({ view }: { readonly view: InsightsView }) {
  return (
    <div className="grid insights">
      <ChangesCard changes={view.changes} days={view.windowDays} />
      <div className="span-8">
        <GoalsCard goals={view.goals} segment={view.segment} />
      </div>
      <div className="span-4">
        <AdvocacySummary advocacy={view.advocacy} />
      </div>
      <ResponseCard tickets={view.tickets} />
      <TicketChannelsCard channels={view.tickets.channels ?? []} />
      {view.journeys.length === 0 && (
        <Card title={t.journeys} className="span-12">
          <Empty title={t.journeyEmpty}>
            <p>{t.journeyEmptyHint}</p>
          </Empty>
        </Card>
      )}
      {view.journeys.map((journey) => (
        <JourneyCard key={journey.id} journey={journey} />
      ))}
      <ChannelsCard channels={view.channels} />
    </div>
  );
}
