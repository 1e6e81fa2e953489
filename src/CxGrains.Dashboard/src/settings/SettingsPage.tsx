import { Link } from "react-router";
import { settingsTexts as t, texts } from "../texts";
import { useMay, useSession } from "../session/useSession";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { SettingsForm } from "./SettingsForm";
import { useSettings } from "./useSettings";

/** What a workspace decides about its scores. */
export function SettingsPage() {
  const mayManage = useMay("manage");
  const isAdmin = useMay("admin");
  const user = useSession()?.user;
  const settings = useSettings();
  const { state } = settings;
  return (
    <>
      <PageHead title={t.title}>
        {user !== undefined && (
          <Link className="button" to="/account">
            {texts.access.account}
          </Link>
        )}
        {mayManage && (
          <Link className="button" to="/settings/walls">
            {texts.wall.links}
          </Link>
        )}
        {isAdmin && (
          <>
            <Link className="button" to="/settings/users">
              {texts.access.users}
            </Link>
            <Link className="button" to="/settings/keys">
              {texts.keys.title}
            </Link>
          </>
        )}
      </PageHead>
      <p className="page-hint">{mayManage ? t.hint : t.readOnly}</p>
      {state.kind === "loading" && <Skeleton heightRem={40} />}
      {state.kind === "failed" && <ProblemNote message={state.reason} onRetry={() => void settings.reload()} />}
      {state.kind === "editing" && <SettingsForm settings={settings} draft={state.draft} mayChange={mayManage} />}
    </>
  );
}
