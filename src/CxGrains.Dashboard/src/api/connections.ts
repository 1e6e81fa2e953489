/** A connection to another tool; its secrets are never shown. */
export interface Connection {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** The path on this server that the tool posts to. */
  readonly path: string;
  readonly hasSecret: boolean;
  readonly hasAccessToken: boolean;
  readonly region?: string;
  readonly mapping: Readonly<Record<string, unknown>>;
  readonly created: string;
}

/** A kind of connection. */
export interface ConnectionKind {
  readonly kind: string;
  readonly needsSecret: boolean;
  readonly needsAccessToken: boolean;
}

export interface ConnectionList {
  readonly connections: readonly Connection[];
  readonly kinds: readonly ConnectionKind[];
}

/** One way in which the workspace hears its customers. */
export interface Source {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly last24h: number;
  readonly last7d: number;
  readonly bad7d: number;
  /** 0 to 1; absent where nothing came. */
  readonly badShare?: number;
  readonly lastAt?: string;
  readonly lastBadAt?: string;
}

export interface SourceList {
  readonly sources: readonly Source[];
  readonly notConnected: readonly string[];
}

/** A payload that could not be read. */
export interface Payload {
  readonly id: number;
  readonly source: string;
  readonly at: string;
  readonly reason: string;
  readonly bytes: number;
  readonly preview: string;
}

export interface QuarantinePage {
  readonly payloads: readonly Payload[];
  readonly count: number;
  readonly bytes: number;
  readonly dropped: number;
  readonly next?: number;
}

/** What came of reading payloads again. */
export interface ReplayAnswer {
  readonly replayed: number;
  readonly accepted: number;
  readonly left: number;
  readonly reason?: string;
}
