import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ChurnView, HealthView } from "../../src/api/customerViews";
import { AdvocacyCard } from "../../src/customer/AdvocacyCard";
import { BuyingCard } from "../../src/customer/BuyingCard";
import { ChurnCard } from "../../src/customer/ChurnCard";
import { HealthCard } from "../../src/customer/HealthCard";

const prior: ChurnView = {
  status: "ok",
  probability: 0.73,
  band: "high",
  alreadySo: false,
  why: "No activity for 41 days; usual gap 12 days",
  baseline: 0.05,
  drivers: [
    { factor: "silence", contribution: 4.1, text: "No activity for 41 days; usual gap 12 days" },
    { factor: "history", contribution: -0.6, text: "Active on 40 days within 248 days" },
    { factor: "other", contribution: -0.0006, text: "Everything else" },
  ],
};

const churn: ChurnView = { ...prior, source: "model", outcomes: 6979, horizonDays: 90 };

const purchases = { count: 3, total: 100, byCurrency: { EUR: 100 } };

describe("ChurnCard", () => {
  it("says that the model speaks, from how many outcomes, and against whom", () => {
    const html = renderToStaticMarkup(<ChurnCard churn={churn} />);
    expect(html).toContain("learned from 6,979 outcomes");
    expect(html).toContain("average customer (5%)");
    expect(html).toContain("within 90 days");
    expect(html).toContain("+4.1");
    expect(html).toContain("raises the risk");
    expect(html).toContain("lowers the risk");
    expect(html).toContain("hardly matters");
  });

  it("says that the prior speaks where there are too few outcomes", () => {
    const html = renderToStaticMarkup(<ChurnCard churn={{ ...prior, source: "prior", outcomes: 0 }} />);
    expect(html).toContain("too few outcomes");
    expect(html).toContain("probability of having left");
  });
});

describe("HealthCard", () => {
  const health: HealthView = {
    status: "ok",
    score: 71.6,
    known: 2,
    since: "2026-03-02T00:00:00Z",
    changeSinceLastWeek: -2.5,
    measures: [
      { name: "usage", status: "ok", value: 80, weight: 67, points: 53.6, trend: "down", change: -2.5 },
      { name: "support", status: "notEnoughData", weight: 0, points: 0 },
    ],
  };

  it("gives each measure with its weight, trend and part of the change", () => {
    const html = renderToStaticMarkup(<HealthCard health={health} />);
    expect(html).toMatch(/data-testid="customer-health">72</);
    expect(html).toContain("-2.5 points since Monday");
    expect(html).toContain("67%");
    expect(html).toContain("falling");
    expect(html).toContain("not enough data yet");
  });
});

describe("BuyingCard", () => {
  it("does not claim to know that one who bought once is still a customer", () => {
    const html = renderToStaticMarkup(
      <BuyingCard
        buying={{ status: "ok", aliveProbability: 1, expectedPurchases: 0.42, lifetimeValue: 31.5, horizonDays: 365 }}
        purchases={{ ...purchases, count: 1 }}
      />,
    );
    expect(html).toContain("bought once");
    expect(html).not.toContain("99%");
    expect(html).toContain("0.4");
    expect(html).toContain("€31.50");
    expect(html).toContain("Still a customer (buying model)");
    expect(html).toContain("The churn risk is another model");
  });

  it("says how many buyers the model was fitted to, and when", () => {
    const html = renderToStaticMarkup(
      <BuyingCard
        buying={{
          status: "ok",
          aliveProbability: 0.9,
          expectedPurchases: 2,
          horizonDays: 365,
          fittedToCustomers: 2690,
          fittedAt: new Date(Date.now() - 330_000).toISOString(),
        }}
        purchases={purchases}
      />,
    );
    expect(html).toMatch(/fitted to 2,690 buyers, <time[^>]*>5m ago</);
  });

  it("says why there is nothing", () => {
    const buying = { status: "notEnoughData", horizonDays: 365 } as const;
    expect(renderToStaticMarkup(<BuyingCard buying={buying} purchases={{ ...purchases, count: 0 }} />)).toContain(
      "It has not bought yet",
    );
    expect(renderToStaticMarkup(<BuyingCard buying={buying} purchases={purchases} />)).toContain("Not known yet");
  });
});

it("does not claim that a customer without an answer was never asked", () => {
  const html = renderToStaticMarkup(
    <AdvocacyCard
      tier={undefined}
      advocacy={{
        status: "notEnoughData",
        referrals: 0,
        reviews: 0,
        testimonial: { mayAsk: false, reason: "It does not consent" },
      }}
    />,
  );
  expect(html).toContain("No answer yet");
});

it("quotes the comment of a customer who may be asked", () => {
  const html = renderToStaticMarkup(
    <AdvocacyCard
      tier="Gold"
      advocacy={{
        status: "advocate",
        referrals: 2,
        reviews: 0,
        testimonial: { mayAsk: true, reason: "It consents", comment: "Quick and kind." },
      }}
    />,
  );
  expect(html).toContain("Gold");
  expect(html).toContain("Advocate");
  expect(html).toContain("May be asked");
  expect(html).toContain("“Quick and kind.”");
});
