/** A batch could not be sent. */
export class CxError extends Error {
  /** The HTTP status; 0 where the server could not be reached. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "CxError";
    this.status = status;
  }
}
