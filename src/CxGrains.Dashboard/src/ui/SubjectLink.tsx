import { Link } from "react-router";
import type { AlertSubject } from "../api/alertViews";
import { texts } from "../texts";
import { CustomerLink } from "./CustomerLink";

interface Props {
  readonly subject: AlertSubject;
  readonly name?: string | undefined;
}

/** What an alert is about, leading to its page. Goals, and the scores of all customers, stand with the insights. */
export function SubjectLink({ subject, name }: Props) {
  const { type, id } = subject;
  if (id === undefined) {
    return <Link to="/insights">{texts.alerts.allCustomers}</Link>;
  }

  switch (type) {
    case "survey":
    case "segment":
      return <Link to={`/${type}s/${encodeURIComponent(id)}`}>{name ?? id}</Link>;
    case "goal":
      return <Link to="/insights">{name ?? id}</Link>;
    default:
      return <CustomerLink id={id} name={name} />;
  }
}
