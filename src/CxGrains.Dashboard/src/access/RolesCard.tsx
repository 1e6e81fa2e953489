import { Fragment } from "react";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { roles } from "./roles";

/** What each role may do. */
export function RolesCard() {
  const t = texts.access;
  return (
    <Card title={t.role} className="span-6">
      <dl className="facts">
        {roles.map((role) => (
          <Fragment key={role}>
            <dt>{t.roles[role]}</dt>
            <dd>{t.roleHints[role]}</dd>
          </Fragment>
        ))}
      </dl>
    </Card>
  );
}
