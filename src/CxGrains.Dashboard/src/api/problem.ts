import { texts } from "../texts";

/** What the server answered instead of a result (RFC 9457), or why there was no answer at all. */
export class Problem extends Error {
  /** The HTTP status; 0 where the server could not be reached. */
  readonly status: number;
  /** The field the problem is about, such as `rule.all[1].op`. */
  readonly field: string | undefined;

  constructor(status: number, message: string, field?: string) {
    super(message);
    this.name = "Problem";
    this.status = status;
    this.field = field;
  }

  static unreachable(): Problem {
    return new Problem(0, texts.problems.unreachable);
  }

  /** Reads the problem from an answer that is not a success. */
  static async from(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => undefined);
    if (typeof body !== "object" || body === null) {
      return new Problem(response.status, texts.problems.status(response.status));
    }

    const { detail, title, field } = body as Record<string, unknown>;
    const message = [detail, title].find((text) => typeof text === "string" && text !== "") as string | undefined;
    return new Problem(
      response.status,
      message ?? texts.problems.status(response.status),
      typeof field === "string" ? field : undefined,
    );
  }

  static of(error: unknown): Problem {
    return error instanceof Problem ? error : new Problem(0, error instanceof Error ? error.message : String(error));
  }
}
