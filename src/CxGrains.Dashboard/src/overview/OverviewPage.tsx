import { Link, useSearchParams } from "react-router";
import { readScope, writeScope } from "../insights/scope";
import { useMay } from "../session/useSession";
import { texts } from "../texts";
import { PageHead } from "../ui/PageHead";
import { ScopedOverview } from "./ScopedOverview";
import { ScopePicker } from "./ScopePicker";

/** How we are, for all customers or a segment, by the latest answers or by those of a window. The choice is in the address. */
export function OverviewPage() {
  const [params, setParams] = useSearchParams();
  const mayManage = useMay("manage");
  const scope = readScope(params);
  const address = writeScope(scope).toString();
  return (
    <ScopedOverview
      scope={scope}
      head={(isEmpty) => (
        <PageHead title={texts.overview.title}>
          {!isEmpty && (
            <ScopePicker
              scope={scope}
              onChange={(next) => {
                setParams(writeScope(next), { replace: true });
              }}
            />
          )}
          {!isEmpty && mayManage && (
            <Link className="button" to={`/settings/walls${address === "" ? "" : `?${address}`}`}>
              {texts.wall.make}
            </Link>
          )}
        </PageHead>
      )}
    />
  );
}
