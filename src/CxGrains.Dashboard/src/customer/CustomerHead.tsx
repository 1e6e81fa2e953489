import { Link } from "react-router";
import type { CustomerView } from "../api/customerViews";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { Chip } from "../ui/Chip";
import { PageHead } from "../ui/PageHead";
import { toneOfBand } from "../ui/tone";

/** Who this is. */
export function CustomerHead({ view }: { readonly view: CustomerView }) {
  const { id, name, email, account, churn } = view;
  return (
    <>
      <Link className="back" to="/customers">
        {texts.customer.back}
      </Link>
      <PageHead title={name ?? id}>
        <Chip tone={toneOfBand[churn.band]}>{texts.riskOf[churn.band]}</Chip>
        <span className="dim">
          {texts.customer.lastSeen}: <Ago iso={view.lastSeen} />
        </span>
      </PageHead>
      <p className="subtitle">
        {account !== undefined && <Link to={`/accounts/${encodeURIComponent(account)}`}>{account}</Link>}
        {email !== undefined && <a href={`mailto:${email}`}>{email}</a>}
        {name !== undefined && <span className="faint">{id}</span>}
      </p>
    </>
  );
}
