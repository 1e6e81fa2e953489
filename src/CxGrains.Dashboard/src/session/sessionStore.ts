import type { Session } from "../api/views";

export type SessionState =
  | { readonly kind: "checking" }
  | { readonly kind: "signedIn"; readonly session: Session }
  | { readonly kind: "signedOut" };

/** Who is signed in, for everything that shows or needs it. */
class SessionStore {
  #state: SessionState = { kind: "checking" };
  readonly #listeners = new Set<() => void>();

  readonly read = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  began(session: Session): void {
    this.#set({ kind: "signedIn", session });
  }

  /** The server no longer knows us. */
  ended(): void {
    if (this.#state.kind !== "signedOut") {
      this.#set({ kind: "signedOut" });
    }
  }

  #set(state: SessionState): void {
    this.#state = state;
    this.#listeners.forEach((listener) => {
      listener();
    });
  }
}

export const session = new SessionStore();
