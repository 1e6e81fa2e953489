import type { AlertSubject } from "../api/alertViews";
import { texts } from "../texts";
import { CustomerLink } from "./CustomerLink";
import { WayTo } from "./WayTo";

interface Props {
  readonly subject: AlertSubject;
  readonly name?: string | undefined;
}

/** What an alert is about, leading to its page. Goals, and the scores of all customers, stand with the insights. */
export function SubjectLink({ subject, name }: Props) {
  const { type, id } = subject;
  if (id === undefined) {
    return <WayTo to="/insights">{texts.alerts.allCustomers}</WayTo>;
  }

  switch (type) {
    case "survey":
    case "segment":
      return <WayTo to={`/${type}s/${encodeURIComponent(id)}`}>{name ?? id}</WayTo>;
    case "goal":
      return <WayTo to="/insights">{name ?? id}</WayTo>;
    default:
      return <CustomerLink id={id} name={name} />;
  }
}
