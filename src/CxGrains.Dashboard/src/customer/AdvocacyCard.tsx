import { memo } from "react";
import type { AdvocacyView } from "../api/customerViews";
import { date } from "../format/dates";
import { count } from "../format/numbers";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Chip } from "../ui/Chip";
import { Said } from "../ui/Said";
import { toneOfAdvocacy } from "../ui/tone";

interface Props {
  readonly advocacy: AdvocacyView;
  readonly tier: string | undefined;
}

/** Whether a customer recommends, in word and deed, and whether it may be asked to say so. */
export const AdvocacyCard = memo(function AdvocacyCard({ advocacy, tier }: Props) {
  const t = texts.customer;
  const { testimonial } = advocacy;
  return (
    <Card title={t.advocacy}>
      <dl className="facts" data-testid="customer-advocacy">
        <dt>{t.tier}</dt>
        <dd>{tier === undefined ? <span className="faint">{t.noTier}</span> : <Chip tone="accent">{tier}</Chip>}</dd>
        <dt>{t.recommends}</dt>
        <dd>
          <Chip tone={toneOfAdvocacy[advocacy.status]}>{t.advocacyStatus[advocacy.status]}</Chip>
        </dd>
        <dt>{t.referrals}</dt>
        <dd>{acts(advocacy.referrals, advocacy.lastReferral)}</dd>
        <dt>{t.reviews}</dt>
        <dd>{acts(advocacy.reviews, advocacy.lastReview)}</dd>
        <dt>{t.testimonial}</dt>
        <dd>
          <Chip tone={testimonial.mayAsk ? "good" : "plain"}>{testimonial.mayAsk ? t.mayAsk : t.mayNotAsk}</Chip>{" "}
          <span className="faint">
            <Said words={testimonial.reason} />
          </span>
        </dd>
      </dl>
      {testimonial.comment !== undefined && (
        <p className="comment quote">
          <bdi>“{testimonial.comment}”</bdi>
        </p>
      )}
    </Card>
  );
});

const acts = (number: number, last: string | undefined): string =>
  last === undefined ? count(number) : `${count(number)} · ${texts.customer.lastAct} ${date(last)}`;
