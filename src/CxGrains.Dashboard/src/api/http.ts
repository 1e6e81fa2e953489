import { session } from "../session/sessionStore";
import { Problem } from "./problem";

export interface Answer<T> {
  readonly body: T;
  readonly etag: string | undefined;
}

/** Gets a view, with its ETag where it has one. */
export async function getWithEtag<T>(path: string, signal?: AbortSignal): Promise<Answer<T>> {
  const response = await send(path, { headers: { accept: "application/json" }, ...(signal && { signal }) });
  return { body: (await response.json()) as T, etag: response.headers.get("etag") ?? undefined };
}

/** Gets a view. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await getWithEtag<T>(path, signal)).body;
}

/**
 * Puts a definition; `etag` says which version was edited, so that another's edit is not overwritten unseen. Without one it
 * is new, and must not overwrite what has its id already.
 */
export async function put(path: string, body: unknown, etag: string | undefined): Promise<void> {
  const headers: Record<string, string> = {
    "content-type": "application/json",
    ...(etag === undefined ? { "if-none-match": "*" } : { "if-match": etag }),
  };
  await send(path, { method: "PUT", headers, body: JSON.stringify(body) });
}

/** Posts to a path, and gives what it answers. */
export async function post<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await send(path, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    ...(signal && { signal }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return (await response.json()) as T;
}

/** Removes what is at a path; `etag` says which version was seen. It is done even where the page is closed meanwhile. */
export async function remove(path: string, etag?: string): Promise<void> {
  await send(path, { method: "DELETE", keepalive: true, headers: etag === undefined ? {} : { "if-match": etag } });
}

/** Sends a request; throws a {@link Problem} for everything but success, and ends the session on 401. */
export async function send(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`/api/v1/${path}`, { credentials: "same-origin", cache: "no-store", ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") {
      throw error;
    }

    throw Problem.unreachable();
  }

  if (response.ok) {
    return response;
  }

  if (response.status === 401) {
    session.ended();
  }

  throw await Problem.from(response);
}
