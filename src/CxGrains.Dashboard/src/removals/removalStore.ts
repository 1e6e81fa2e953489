import { Problem } from "../api/problem";

/** Something that was removed from the page, and is asked of the server a while later. */
export interface Removal {
  /** Where it is at the API; with a query where that says what is meant. */
  readonly path: string;
  /** The version that was seen, where another's change must not be lost with it. */
  readonly etag?: string | undefined;
  /** What was removed, in words. */
  readonly what: string;
}

/** A removal that can be undone still. */
export interface WaitingRemoval extends Removal {
  readonly key: number;
  /** When the server is asked, in milliseconds since 1970. */
  readonly dueMs: number;
}

/** A removal that the server refused: what it is about is back. */
export interface RefusedRemoval extends Removal {
  readonly key: number;
  readonly why: string;
}

/** What the page knows of removals; another object after every change. */
export interface RemovalState {
  /** The oldest first. */
  readonly waiting: readonly WaitingRemoval[];
  readonly refused: readonly RefusedRemoval[];
  /** By path: views that were asked for until this instant (milliseconds since 1970) still have what was removed. */
  readonly hidden: ReadonlyMap<string, number>;
}

/** How long a removal can be undone. */
export const undoMs = 10_000;
/** Removals that wait at once; one more has the oldest sent. */
export const waitingMax = 5;
/** Refusals shown at once; one more lets the oldest go. */
export const refusedMax = 5;
/** Paths that are hidden at once, also of what is gone; one more lets the oldest go. */
export const hiddenMax = 200;

interface Options {
  /** Asks the server; it is refused with a {@link Problem}. */
  readonly send: (removal: Removal) => Promise<void>;
  readonly nowMs: () => number;
}

const nothing: RemovalState = { waiting: [], refused: [], hidden: new Map() };

/** Removals between the click and the request: each can be undone for a while. */
export class RemovalStore {
  readonly #options: Options;
  #state = nothing;
  #lastKey = 0;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  /** By path: whether the server has removed it, once it has answered. */
  readonly #underWay = new Map<string, Promise<boolean>>();
  readonly #listeners = new Set<() => void>();

  constructor(options: Options) {
    this.#options = options;
  }

  readonly read = (): RemovalState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Hides something at once, and has it removed once it can no longer be undone. What is on its way already stays as it is. */
  add(removal: Removal): void {
    if (this.#state.hidden.get(removal.path) === Infinity) {
      return;
    }

    const key = ++this.#lastKey;
    const waiting = [...this.#state.waiting, { ...removal, key, dueMs: this.#options.nowMs() + undoMs }];
    this.#set({ waiting, hidden: this.#hiding(removal.path, Infinity) });
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#sendWhere((one) => one.key === key);
      }, undoMs),
    );
    const oldest = waiting[0];
    if (waiting.length > waitingMax && oldest !== undefined) {
      this.#sendWhere((one) => one.key === oldest.key);
    }
  }

  /** Takes a removal back, where it still waits. */
  undo(key: number): void {
    this.#take((one) => one.key === key).forEach(({ path }) => {
      this.#set({ hidden: this.#shown(path) });
    });
  }

  /** Puts away what was said of a refusal. */
  dismiss(key: number): void {
    this.#set({ refused: this.#state.refused.filter((one) => one.key !== key) });
  }

  /**
   * Asks the server at once for all that waits, or for what is at the paths that are meant; gives whether it has removed all of
   * it, what was on its way already included.
   */
  async sendNow(isMeant: (path: string) => boolean = () => true): Promise<boolean> {
    this.#sendWhere(({ path }) => isMeant(path));
    const answers = [...this.#underWay].filter(([path]) => isMeant(path)).map(([, answer]) => answer);
    return (await Promise.all(answers)).every((isGone) => isGone);
  }

  /** Lets all of it go unasked: nobody is signed in any more, and whoever comes next did not ask for it. */
  forget(): void {
    this.#take(() => true);
    this.#set(nothing);
  }

  #sendWhere(isMeant: (removal: WaitingRemoval) => boolean): void {
    this.#take(isMeant).forEach((removal) => {
      const answer = this.#send(removal).finally(() => this.#underWay.delete(removal.path));
      this.#underWay.set(removal.path, answer);
    });
  }

  async #send(removal: WaitingRemoval): Promise<boolean> {
    try {
      await this.#options.send(removal);
      this.#gone(removal);
      return true;
    } catch (error) {
      const { status, message } = Problem.of(error);
      if (status === 404) {
        // Somebody else removed it: that it is gone is what was asked for.
        this.#gone(removal);
        return true;
      }

      if (this.#state.hidden.has(removal.path)) {
        this.#set({
          hidden: this.#shown(removal.path),
          refused: [...this.#state.refused, { ...removal, why: message }].slice(-refusedMax),
        });
      }

      return false;
    }
  }

  #gone({ path }: Removal): void {
    if (this.#state.hidden.has(path)) {
      this.#set({ hidden: this.#hiding(path, this.#options.nowMs()) });
    }
  }

  /** Takes what is meant out of those that wait. */
  #take(isMeant: (removal: WaitingRemoval) => boolean): readonly WaitingRemoval[] {
    const taken = this.#state.waiting.filter(isMeant);
    taken.forEach(({ key }) => {
      clearTimeout(this.#timers.get(key));
      this.#timers.delete(key);
    });
    if (taken.length > 0) {
      this.#set({ waiting: this.#state.waiting.filter((one) => !taken.includes(one)) });
    }

    return taken;
  }

  #hiding(path: string, untilMs: number): ReadonlyMap<string, number> {
    return new Map([...this.#shown(path), [path, untilMs] as const].slice(-hiddenMax));
  }

  #shown(path: string): ReadonlyMap<string, number> {
    return new Map([...this.#state.hidden].filter(([hidden]) => hidden !== path));
  }

  #set(part: Partial<RemovalState>): void {
    this.#state = { ...this.#state, ...part };
    this.#listeners.forEach((listener) => {
      listener();
    });
  }
}
