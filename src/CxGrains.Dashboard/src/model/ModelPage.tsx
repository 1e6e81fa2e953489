import { useModel } from "../live/useTopic";
import { modelTexts as t } from "../texts";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { SkeletonPage } from "../ui/SkeletonPage";
import { CalibrationCard } from "./CalibrationCard";
import { RecordCard } from "./RecordCard";
import { SpeaksCard } from "./SpeaksCard";

/** How right the churn risk has been. */
export function ModelPage() {
  const model = useModel();
  return (
    <>
      <PageHead title={t.title} />
      <p className="page-hint">{t.hint}</p>
      {model.kind === "loading" && <SkeletonPage />}
      {model.kind === "failed" && <ProblemNote message={model.reason} />}
      {model.kind === "ready" && (
        <div className="grid">
          <div className="span-5 stack">
            <SpeaksCard view={model.view} />
            <RecordCard view={model.view} />
          </div>
          <CalibrationCard calibration={model.view.record.calibration} horizonDays={model.view.horizonDays} />
        </div>
      )}
    </>
  );
}
