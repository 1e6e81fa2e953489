import { useState } from "react";
import { Problem } from "../api/problem";

/** Interactions of one request. */
const batchMax = 1000;

/** Rejected rows that are shown. */
const shownMax = 20;

export interface RejectedRow {
  readonly row: number;
  readonly why: string;
}

export interface UploadState {
  readonly total: number;
  readonly sent: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly rows: readonly RejectedRow[];
  readonly isSending: boolean;
  readonly problem: string | undefined;
}

interface IngestAnswer {
  readonly accepted: number;
  readonly rejectedCount: number;
  readonly rejected: readonly { readonly index: number; readonly field: string; readonly error: string }[];
}

const idle: UploadState = {
  total: 0,
  sent: 0,
  accepted: 0,
  rejected: 0,
  rows: [],
  isSending: false,
  problem: undefined,
};

/** Sends a file's interactions, batch by batch. A repeat of a file counts once, so that after a problem all may be sent again. */
export function useUpload() {
  const [state, setState] = useState<UploadState>(idle);
  const upload = async (interactions: readonly Record<string, unknown>[]) => {
    let now: UploadState = { ...idle, total: interactions.length, isSending: true };
    setState(now);
    for (let start = 0; start < interactions.length; start += batchMax) {
      const batch = interactions.slice(start, start + batchMax);
      try {
        const answer = await sendBatch(batch);
        const rows = answer.rejected.map(({ index, field, error }) => ({
          row: start + index + 1,
          why: `${field}: ${error}`,
        }));
        now = {
          ...now,
          sent: start + batch.length,
          accepted: now.accepted + answer.accepted,
          rejected: now.rejected + answer.rejectedCount,
          rows: [...now.rows, ...rows].slice(0, shownMax),
        };
        setState(now);
      } catch (error) {
        setState({ ...now, isSending: false, problem: Problem.of(error).message });
        return;
      }
    }

    setState({ ...now, isSending: false });
  };
  return { state, upload };
}

async function sendBatch(batch: readonly Record<string, unknown>[]): Promise<IngestAnswer> {
  const response = await fetch("/api/v1/interactions?import=true", {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(batch),
  });
  if (response.status === 400) {
    // A batch of which nothing was accepted lists its rows as one that was does.
    const body = (await response.clone().json()) as Partial<IngestAnswer>;
    if (body.rejected !== undefined && body.rejectedCount !== undefined) {
      return { accepted: 0, rejectedCount: body.rejectedCount, rejected: body.rejected };
    }
  }

  if (!response.ok) {
    throw await Problem.from(response);
  }

  return (await response.json()) as IngestAnswer;
}
