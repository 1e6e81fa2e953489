import type { DeliveryState, DeliveryView } from "../api/destinations";
import { dateTime } from "../format/dates";
import { count } from "../format/numbers";
import { deliveryTexts as t, texts } from "../texts";
import { Ago } from "../ui/Ago";
import { Chip } from "../ui/Chip";
import type { Tone } from "../ui/tone";

const tones: Record<DeliveryState, Tone> = { waiting: "warn", delivered: "good", dead: "bad", withdrawn: "plain" };

interface Props {
  readonly delivery: DeliveryView;
  readonly onReplay: (message: string) => void;
}

/** One message: how far it is, what it says, and what it was answered. */
export function DeliveryRow({ delivery, onReplay }: Props) {
  const last = delivery.attempts[0];
  const answer = last === undefined ? t.noAttempt : (last.error ?? `${last.status ?? ""}`);
  return (
    <tr data-testid="delivery-row">
      <td>
        <Chip tone={tones[delivery.state]} {...(delivery.why !== undefined && { title: delivery.why })}>
          {t.states[delivery.state]}
        </Chip>
      </td>
      <td>
        <p className="line">
          {delivery.rule === "test"
            ? t.isTest
            : delivery.rule === "report"
              ? `${t.isReport} · ${delivery.reason}`
              : `${delivery.subject.id ?? texts.alerts.allCustomers} · ${delivery.rule}`}
        </p>
        <p className="line faint" dir="ltr">
          {delivery.id}
        </p>
      </td>
      <td>
        <p className="line" title={last?.excerpt}>
          <bdi>{answer}</bdi>
        </p>
        {last !== undefined && (
          <p className="line faint">{t.attempt(count(last.number), t.took(count(last.durationMs)))}</p>
        )}
      </td>
      <td>
        <p className="line">
          <Ago iso={last?.at ?? delivery.created} />
        </p>
        {delivery.due !== undefined && (
          <p className="line faint">
            {t.next}: {dateTime(delivery.due)}
          </p>
        )}
      </td>
      <td>
        {delivery.state === "dead" && (
          <button
            type="button"
            className="button small"
            onClick={() => {
              onReplay(delivery.id);
            }}
          >
            {t.replay}
          </button>
        )}
      </td>
    </tr>
  );
}
