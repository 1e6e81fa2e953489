const post = (origin: string, key: string, body: unknown): string =>
  [
    `curl ${origin}/api/v1/interactions`,
    `  -H 'Authorization: Bearer ${key}'`,
    `  -H 'Content-Type: application/json'`,
    `  -d '${JSON.stringify(body)}'`,
  ].join(" \\\n");

/** What stands where the reader's own key belongs. */
const placeholder = "KEY";

/** A purchase, as a line for a terminal. */
export const curlPurchase = (origin: string, key = placeholder): string =>
  post(origin, key, { customer: "ada", type: "purchase", value: 49.9, currency: "EUR", channel: "web" });

/** An answer that makes its survey, as a line for a terminal. */
export const curlAnswer = (origin: string): string =>
  post(origin, placeholder, {
    customer: "ada",
    type: "survey_response",
    survey: "relationship",
    metric: "nps",
    score: 9,
  });
