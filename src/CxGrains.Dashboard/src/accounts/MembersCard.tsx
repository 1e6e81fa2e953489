import { Link } from "react-router";
import type { CustomerPage } from "../api/customerViews";
import { count } from "../format/numbers";
import { AtRiskTable } from "../overview/AtRiskTable";
import { texts } from "../texts";
import { Card } from "../ui/Card";

interface Props {
  readonly account: string;
  readonly members: CustomerPage;
}

/** The account's customers, the most likely to leave first. */
export function MembersCard({ account, members }: Props) {
  const t = texts.accounts;
  return (
    <Card
      title={t.members}
      note={
        <Link to={`/customers?account=${encodeURIComponent(account)}`}>
          {t.allMembers(members.total, count(members.total))}
        </Link>
      }
      className="span-8"
    >
      <AtRiskTable customers={members.customers} testId="members" isOfOneAccount />
    </Card>
  );
}
