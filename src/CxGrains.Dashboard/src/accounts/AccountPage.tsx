import type { AccountView } from "../api/accountViews";
import { useQuery } from "../api/useQuery";
import { NotFoundPage } from "../app/NotFoundPage";
import { useIdParam } from "../app/useIdParam";
import { texts } from "../texts";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { SkeletonPage } from "../ui/SkeletonPage";
import { AccountBody } from "./AccountBody";

/** As the list does: accounts have no topic of their own. */
const everyMs = 4000;

export function AccountPage() {
  const id = useIdParam();
  const path = `accounts/${encodeURIComponent(id)}`;
  const { view, viewPath, problem, refresh } = useQuery<AccountView>(path, everyMs);
  const t = texts.accounts;
  if (problem?.status === 404) {
    return <NotFoundPage title={t.notFound(id)} hint={t.notFoundHint} to="/accounts" link={t.back} />;
  }

  if (view !== undefined && viewPath === path) {
    return <AccountBody view={view} isStale={problem !== undefined} onHandled={refresh} />;
  }

  return problem === undefined ? (
    <>
      <PageHead title={t.account} />
      <SkeletonPage />
    </>
  ) : (
    <>
      <PageHead title={t.account} />
      <ProblemNote message={problem.message} onRetry={refresh} />
    </>
  );
}
