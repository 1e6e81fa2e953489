import { memo } from "react";
import type { TicketView } from "../api/customerViews";
import { useNow } from "../format/clock";
import { dateTime } from "../format/dates";
import { countdown } from "../format/durations";
import { count } from "../format/numbers";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { Card } from "../ui/Card";
import { Chip } from "../ui/Chip";
import type { Tone } from "../ui/tone";
import { ticketState, type TicketState } from "./ticketState";

const t = texts.customer;

/** Open tickets, each with what is due when. The time runs on the page, without a word from the server. */
export const TicketsCard = memo(function TicketsCard({ tickets }: { readonly tickets: readonly TicketView[] }) {
  const now = useNow();
  return (
    <Card title={t.tickets} note={count(tickets.length)}>
      <ul className="rows">
        {tickets.map((ticket) => (
          <li key={ticket.id ?? ticket.openedAt} className="row ticket-row" data-testid="ticket-row">
            <div className="row-body">
              <p className="line">
                <b>{ticket.id === undefined ? t.ticketNoId : t.ticket(ticket.id)}</b>
              </p>
              <p className="line faint">
                {t.opened} <Ago iso={ticket.openedAt} thenDate />
                {ticket.channel !== undefined && ` · ${ticket.channel}`}
              </p>
            </div>
            <Target
              name={t.firstReply}
              due={ticket.firstReplyDue}
              state={ticketState(ticket.firstReplyDue, ticket.firstReply, ticket.firstReplyAt !== undefined, now)}
              noTarget={ticket.firstReplyAt === undefined ? t.ticketStates.none : t.ticketStates.repliedNoTarget}
            />
            <Target
              name={t.resolution}
              due={ticket.resolutionDue}
              state={ticketState(ticket.resolutionDue, ticket.resolution, false, now)}
              noTarget={t.ticketStates.none}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
});

interface TargetProps {
  readonly name: string;
  readonly due: string | undefined;
  readonly state: TicketState;
  readonly noTarget: string;
}

const tones: Record<TicketState["kind"], Tone> = {
  none: "plain",
  met: "good",
  late: "warn",
  due: "accent",
  overdue: "bad",
};

function Target({ name, due, state, noTarget }: TargetProps) {
  return (
    <p className="ticket-target" title={due === undefined ? undefined : t.dueAt(dateTime(due))}>
      <span className="faint">{name}</span> <Chip tone={tones[state.kind]}>{words(state, noTarget)}</Chip>
    </p>
  );
}

function words(state: TicketState, noTarget: string): string {
  switch (state.kind) {
    case "none":
      return noTarget;
    case "met":
    case "late":
      return t.ticketStates[state.kind];
    case "due":
    case "overdue":
      return t.ticketStates[state.kind](countdown(state.ms));
  }
}
