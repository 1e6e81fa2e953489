// What a connection of each kind most likely has to say; kinds that find everything by themselves begin with nothing.
const examples: Readonly<Record<string, unknown>> = {
  generic: { id: "/id", customer: ["/user/id", "/user/email"], type: "review", at: "/created_at", value: "/stars" },
  formbricks: { question: "question-id", metric: "nps" },
  surveymonkey: { question: "question-id", metric: "nps" },
};

/** A mapping to begin with. */
export const mappingExample = (kind: string): string => JSON.stringify(examples[kind] ?? {}, null, 2);
