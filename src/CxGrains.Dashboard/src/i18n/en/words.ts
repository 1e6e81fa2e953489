import type { RiskBand, SurveyMetric } from "../../api/views";
import { plural } from "./plural";

export const bands = { high: "High", medium: "Medium", low: "Low", notEnoughData: "Not enough data" };

export const riskOf: Record<RiskBand, string> = {
  high: "High risk",
  medium: "Medium risk",
  low: "Low risk",
  notEnoughData: "Not enough data",
};

export const metrics: Record<SurveyMetric, string> = { nps: "NPS", csat: "CSAT", ces: "CES", rating: "Rating" };

export const metricNames: Record<SurveyMetric, string> = {
  nps: "Net Promoter Score",
  csat: "Customer satisfaction",
  ces: "Customer effort",
  rating: "Rating",
};

/** What an abbreviation of the field says, for those who do not know it. */
export const metricHints: Record<SurveyMetric, string> = {
  nps: "Net Promoter Score: the percent of promoters (9 – 10) less the percent of detractors (0 – 6), from −100 to 100",
  csat: "Customer satisfaction: the percent of answers in the two best boxes",
  ces: "Customer effort score: how easy it was, 1 to 7; more is easier",
  rating: "The mean of all answers",
};

/** From one number to another. */
export const span = (low: string, high: string) => `${low} – ${high}`;

export const categories = {
  promoter: "promoter",
  passive: "passive",
  detractor: "detractor",
  satisfied: "satisfied",
  unsatisfied: "not satisfied",
  easy: "easy",
  neutral: "neutral",
  hard: "hard",
  high: "high",
  medium: "medium",
  low: "low",
};

export const categoriesPlural = { promoters: "Promoters", passives: "Passives", detractors: "Detractors" };

/** What an interaction says it was: after the customer's name, before its label. */
export const deeds = {
  visit: "visited",
  page: "viewed",
  search: "searched for",
  feature_used: "used",
  login: "signed in",
  message: "wrote",
  call: "called",
  email_sent: "was sent",
  email_opened: "opened",
  email_clicked: "clicked in",
  purchase: "bought",
  refund: "got a refund of",
  renewed: "renewed",
  cancel_requested: "asked to cancel",
  cancelled: "cancelled",
  complaint: "complained",
  ticket_opened: "opened a ticket",
  ticket_replied: "got a reply to a ticket",
  ticket_resolved: "had a ticket resolved",
  referral: "referred someone",
  review: "wrote a review",
  goal_started: "started",
  goal_completed: "completed",
  survey_sent: "was sent a survey",
  survey_response: "answered",
  identify: "was identified",
  group: "joined an account",
  alias: "got another id",
  consent: "gave consent",
};

/** For a type that has no words of its own. */
export const otherDeed = (type: string) => `did “${type}”`;

/** One short word for an interaction's type, for chips. */
export const kinds = {
  visit: "visit",
  page: "page",
  search: "search",
  feature_used: "feature",
  login: "login",
  message: "message",
  call: "call",
  email_sent: "e-mail",
  email_opened: "e-mail",
  email_clicked: "e-mail",
  purchase: "purchase",
  refund: "refund",
  renewed: "renewed",
  cancel_requested: "cancelling",
  cancelled: "cancelled",
  complaint: "complaint",
  ticket_opened: "ticket",
  ticket_replied: "ticket",
  ticket_resolved: "ticket",
  referral: "referral",
  review: "review",
  goal_started: "goal",
  goal_completed: "goal",
  survey_sent: "survey",
  survey_response: "answer",
  identify: "identify",
  group: "group",
  alias: "alias",
  consent: "consent",
};

/** What engagement is made of. */
export const activities = {
  visit: "Visits",
  usage: "Feature use",
  purchase: "Purchases",
  conversation: "Messages and calls",
  support: "Complaints and tickets",
  email: "E-mails read",
  feedback: "Answers and reviews",
  other: "Other activity",
};

/**
 * One reason of a churn probability: the server's own words, which tell its numbers too. A language that the server does
 * not speak says what the reason is about.
 */
export const driver = (_factor: string, said: string) => said;

export const score = {
  status: { ok: "", notEnoughData: "not enough data yet" },
  answers: (n: number, shown: string) => plural(n, shown, { one: "1 answer", other: "# answers" }),
  /** The window of a workspace's scores: each customer's latest answer of the last 90 days. */
  latest: "latest answers, 90 days",
  marginUnknown: "no margin yet",
  change: (amount: string) => `${amount} in 30 days`,
  real: "in 30 days, real",
  noise: "in 30 days, within noise",
  noChange: "no earlier 30 days",
  topTwo: "top two boxes",
  meanOf: (scale: string) => `mean, ${scale}`,
  cesMethod: { mean: "mean, 1 – 7", agree: "agree, 5 – 7" },
};
