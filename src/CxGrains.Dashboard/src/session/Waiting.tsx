import { texts } from "../texts";

/** The page before it is known who is there. */
export function Waiting({ message }: { readonly message: string }) {
  return (
    <main className="gate">
      <div className="gate-card">
        <p className="brand">
          <img src="/favicon.svg" alt="" width="22" height="22" />
          {texts.page.product}
        </p>
        <p role="status" className="faint">
          {message}
        </p>
      </div>
    </main>
  );
}
