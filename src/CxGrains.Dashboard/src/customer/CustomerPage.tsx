import { Navigate } from "react-router";
import { NotFoundPage } from "../app/NotFoundPage";
import { useIdParam } from "../app/useIdParam";
import { useCustomer } from "../live/useTopic";
import { PrivacyCard } from "../privacy/PrivacyCard";
import { texts } from "../texts";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { SkeletonPage } from "../ui/SkeletonPage";
import { AdvocacyCard } from "./AdvocacyCard";
import { AnswersCard } from "./AnswersCard";
import { BandChangesCard } from "./BandChangesCard";
import { BuyingCard } from "./BuyingCard";
import { ChurnCard } from "./ChurnCard";
import { CustomerHead } from "./CustomerHead";
import { EngagementCard } from "./EngagementCard";
import { FactsCard } from "./FactsCard";
import { HealthCard } from "./HealthCard";
import { PurchasesCard } from "./PurchasesCard";
import { TicketsCard } from "./TicketsCard";
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
      if (view.id !== id) {
        return <Navigate to={`/customers/${encodeURIComponent(view.id)}`} replace />;
      }

      return (
        <>
          <CustomerHead view={view} />
          <div className="grid">
            <ChurnCard churn={view.churn} />
            <HealthCard health={view.health} />
            <div className="span-8 stack">
              {view.tickets.length > 0 && <TicketsCard tickets={view.tickets} />}
              <EngagementCard engagement={view.engagement} />
              <TimelineCard timeline={view.timeline} />
            </div>
            <div className="span-4 stack">
              <FactsCard view={view} />
              <PrivacyCard view={view} />
              <BuyingCard buying={view.buying} purchases={view.purchases} />
              <PurchasesCard purchases={view.purchases} />
              <AdvocacyCard advocacy={view.advocacy} tier={view.loyaltyTier} />
              <AnswersCard answers={view.answers} />
              <BandChangesCard changes={view.bandChanges} />
            </div>
          </div>
        </>
      );
    }
  }
}
