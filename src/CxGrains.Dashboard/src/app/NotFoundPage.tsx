import { Link } from "react-router";
import { texts } from "../texts";
import { Empty } from "../ui/Empty";
import { PageHead } from "../ui/PageHead";

interface Props {
  readonly title?: string;
  readonly hint?: string;
  readonly to?: string;
  readonly link?: string;
  readonly testId?: string;
}

/** There is nothing of that name, and a way to what there is. */
export function NotFoundPage({
  title = texts.problems.notFound,
  hint,
  to = "/",
  link = texts.problems.toOverview,
  testId = "not-found",
}: Props) {
  return (
    <>
      <PageHead title={title} />
      <div className="card" data-testid={testId}>
        <Empty title={title}>
          {hint !== undefined && <p>{hint}</p>}
          <Link className="button" to={to}>
            {link}
          </Link>
        </Empty>
      </div>
    </>
  );
}
