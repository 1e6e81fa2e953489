import { Link } from "react-router";
import type { SegmentView } from "../api/views";
import { count } from "../format/numbers";
import { cesText, csatText, npsText } from "../scores/scoreText";
import { useMay } from "../session/useSession";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { MoneyLines } from "../ui/MoneyLines";
import { NpsSplit } from "../ui/NpsSplit";
import { PageHead } from "../ui/PageHead";
import { RiskSplit } from "../ui/RiskSplit";
import { OverlapCard } from "./OverlapCard";
import { Progress } from "./Progress";
import { ruleWords } from "./ruleWords";
import { SegmentScore } from "./SegmentScore";
import { SegmentTrendCard } from "./SegmentTrendCard";

export function SegmentBody({ view }: { readonly view: SegmentView }) {
  const mayManage = useMay("manage");
  const t = texts.segments;
  const path = encodeURIComponent(view.id);
  return (
    <>
      <Link className="back" to="/segments">
        {t.back}
      </Link>
      <PageHead title={view.name}>
        <Link className="button" to={`/customers?segment=${path}`}>
          {t.show}
        </Link>
        {mayManage && (
          <Link className="button" to={`/segments/${path}/edit`}>
            {t.edit}
          </Link>
        )}
      </PageHead>
      <p className="subtitle rule-words">{ruleWords(view.rule)}</p>
      <div className="grid">
        <Card title={t.members} note={<Progress progress={view.progress} />} className="span-6">
          <p className="score">
            <span className="score-value" data-testid="segment-members">
              {count(view.members)}
            </span>
          </p>
          <RiskSplit risk={view.risk} />
        </Card>
        <Card
          title={t.purchases}
          note={texts.customer.purchaseCount(view.purchases.count, count(view.purchases.count))}
          className="span-6"
        >
          {view.purchases.count === 0 ? (
            <Empty title={texts.customer.noPurchases} />
          ) : (
            <MoneyLines purchases={view.purchases} />
          )}
        </Card>
        <SegmentScore metric="nps" text={npsText(view.nps)} responses={view.nps.responses}>
          {view.nps.status === "ok" && <NpsSplit nps={view.nps} />}
        </SegmentScore>
        <SegmentScore
          metric="csat"
          text={csatText(view.csat)}
          responses={view.csat.responses}
          method={texts.score.topTwo}
        />
        <SegmentScore
          metric="ces"
          text={cesText(view.ces)}
          responses={view.ces.responses}
          method={texts.score.cesMethod[view.ces.method]}
        />
        <SegmentTrendCard trend={view.trend} asOf={view.asOf.slice(0, 10)} />
        <OverlapCard key={view.id} id={view.id} name={view.name} />
      </div>
    </>
  );
}
