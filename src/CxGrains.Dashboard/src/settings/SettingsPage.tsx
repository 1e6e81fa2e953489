import { settingsTexts as t } from "../texts";
import { useIsAdmin } from "../session/useSession";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { SettingsForm } from "./SettingsForm";
import { useSettings } from "./useSettings";

/** What a workspace decides about its scores. */
export function SettingsPage() {
  const isAdmin = useIsAdmin();
  const settings = useSettings();
  const { state } = settings;
  return (
    <>
      <PageHead title={t.title} />
      <p className="page-hint">{isAdmin ? t.hint : t.readOnly}</p>
      {state.kind === "loading" && <Skeleton heightRem={40} />}
      {state.kind === "failed" && <ProblemNote message={state.reason} onRetry={() => void settings.reload()} />}
      {state.kind === "editing" && <SettingsForm settings={settings} draft={state.draft} isAdmin={isAdmin} />}
    </>
  );
}
