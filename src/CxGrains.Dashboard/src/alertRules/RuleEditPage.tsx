import { useParams } from "react-router";
import { alertTexts as t } from "../texts";
import { useMay } from "../session/useSession";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { RuleForm } from "./RuleForm";
import { useRuleForm } from "./useRuleForm";

/** A new alert rule, or one that is there. */
export function RuleEditPage() {
  const id = useParams().id;
  const mayManage = useMay("manage");
  const form = useRuleForm(id);
  return (
    <>
      <PageHead title={id === undefined ? t.newRule : (form.draft?.name ?? id)} />
      {!mayManage && <p className="page-hint">{t.readOnly}</p>}
      {form.failure !== undefined && <ProblemNote message={form.failure} onRetry={form.retry} />}
      {form.draft === undefined && form.failure === undefined && <Skeleton heightRem={30} />}
      {form.draft !== undefined && (
        <RuleForm form={form} draft={form.draft} isNew={id === undefined} mayChange={mayManage} />
      )}
    </>
  );
}
