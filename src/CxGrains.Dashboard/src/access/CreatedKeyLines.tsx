import type { CreatedKey } from "../api/access";
import { curlPurchase } from "../overview/curlLines";
import { texts } from "../texts";
import { CopyLine } from "../ui/CopyLine";

/** A key that was just made, to copy; and a line to try it where it may send. */
export function CreatedKeyLines({ created }: { readonly created: CreatedKey }) {
  const t = texts.keys;
  const maySend = created.scopes.includes("ingest") || created.scopes.includes("admin");
  return (
    <div role="status" className="new-key" data-testid="new-key">
      <p>
        <b>{t.created(created.name)}</b>
      </p>
      <CopyLine text={created.key} />
      <p className="dim">{t.once}</p>
      {maySend && (
        <>
          <p className="dim">{t.tryIt}</p>
          <CopyLine text={curlPurchase(location.origin, created.key)} />
        </>
      )}
    </div>
  );
}
