import { NotFoundPage } from "../app/NotFoundPage";
import { useIdParam } from "../app/useIdParam";
import { useCustomer } from "../live/useTopic";
import { texts } from "../texts";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { SkeletonPage } from "../ui/SkeletonPage";
import { AnswersCard } from "./AnswersCard";
import { BandChangesCard } from "./BandChangesCard";
import { ChurnCard } from "./ChurnCard";
import { CustomerHead } from "./CustomerHead";
import { EngagementCard } from "./EngagementCard";
import { FactsCard } from "./FactsCard";
import { PurchasesCard } from "./PurchasesCard";
import { TimelineCard } from "./TimelineCard";

export function CustomerPage() {
  const id = useIdParam();
  const customer = useCustomer(id);
  const t = texts.customer;
  switch (customer.kind) {
    case "notFound":
      return <NotFoundPage title={t.notFound(id)} hint={t.notFoundHint} to="/customers" link={t.back} />;
    case "loading":
      return (
        <>
          <PageHead title={t.title} />
          <SkeletonPage />
        </>
      );
    case "failed":
      return <ProblemNote message={customer.reason} />;
    case "ready": {
      const { view } = customer;
      return (
        <>
          <CustomerHead view={view} />
          <div className="grid">
            <ChurnCard churn={view.churn} />
            <EngagementCard engagement={view.engagement} />
            <div className="span-8 stack">
              <TimelineCard timeline={view.timeline} />
            </div>
            <div className="span-4 stack">
              <FactsCard view={view} />
              <PurchasesCard purchases={view.purchases} />
              <AnswersCard answers={view.answers} />
              <BandChangesCard changes={view.bandChanges} />
            </div>
          </div>
        </>
      );
    }
  }
}
