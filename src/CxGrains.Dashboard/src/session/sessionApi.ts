import { get, send } from "../api/http";
import type { Session } from "../api/views";
import { removals } from "../removals/removals";
import { session } from "./sessionStore";

/** Asks the server who we are. Throws where it cannot be reached; that we are nobody is no error. */
export async function checkSession(): Promise<void> {
  try {
    session.began(await get<Session>("session"));
  } catch (error) {
    if (session.read().kind !== "signedOut") {
      throw error;
    }
  }
}

/** Signs in with a key; it is sent once and kept nowhere: the server answers with a cookie that scripts cannot read. */
export async function signIn(key: string): Promise<void> {
  await send("session", { method: "POST", headers: { authorization: `Bearer ${key}` } });
  session.began(await get<Session>("session"));
}

/** Signs in with name and password; they are sent once and kept nowhere. */
export async function signInByName(name: string, password: string, workspace: string): Promise<void> {
  const body = { name, password, ...(workspace !== "" && { workspace }) };
  await send("session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  session.began(await get<Session>("session"));
}

/** Opens the page of a wall link; what the link ends with is exchanged for a cookie that scripts cannot read. */
export async function openWall(token: string): Promise<void> {
  await send("session/wall", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token }),
  });
  session.began(await get<Session>("session"));
}

/** Signs out; what was removed and could be undone still is asked of the server before. */
export async function signOut(): Promise<void> {
  await removals.sendNow();
  await send("session", { method: "DELETE" });
  session.ended();
}
