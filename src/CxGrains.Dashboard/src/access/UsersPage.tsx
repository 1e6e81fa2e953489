import type { UserList } from "../api/access";
import { useQuery } from "../api/useQuery";
import { count } from "../format/numbers";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { AddUserForm } from "./AddUserForm";
import { RolesCard } from "./RolesCard";
import { UserRow } from "./UserRow";

const everyMs = 15_000;

/** Who signs in here, and what they may do; for administrators. */
export function UsersPage() {
  const { view, problem, refresh } = useQuery<UserList>("users", everyMs);
  const t = texts.access;
  return (
    <>
      <PageHead title={t.users} />
      <p className="page-hint">{t.usersHint}</p>
      {view === undefined && problem === undefined && <Skeleton heightRem={20} />}
      {view === undefined && problem !== undefined && <ProblemNote message={problem.message} onRetry={refresh} />}
      {view !== undefined && (
        <div className="grid">
          <Card title={t.users} note={count(view.users.length)} className="span-12">
            {view.users.length === 0 ? (
              <Empty title={t.noUsers} />
            ) : (
              <ul className="connections">
                {view.users.map((user) => (
                  <UserRow key={user.name} user={user} onChanged={refresh} />
                ))}
              </ul>
            )}
          </Card>
          <AddUserForm onChanged={refresh} />
          <RolesCard />
        </div>
      )}
    </>
  );
}
