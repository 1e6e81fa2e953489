import { memo } from "react";
import type { CalibrationPoint } from "../api/modelView";
import { count, percent } from "../format/numbers";
import { modelTexts as t } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { CalibrationPicture } from "./CalibrationPicture";

interface Props {
  readonly calibration: readonly CalibrationPoint[];
  readonly horizonDays: number;
}

/** What was said against what came true, as a picture and in numbers. */
export const CalibrationCard = memo(function CalibrationCard({ calibration, horizonDays }: Props) {
  return (
    <Card title={t.calibration} note={t.calibrationNote} className="span-7">
      {calibration.length === 0 ? (
        <Empty title={t.recordEmpty}>
          <p>{t.recordEmptyHint(horizonDays, count(horizonDays))}</p>
        </Empty>
      ) : (
        <>
          <CalibrationPicture calibration={calibration} />
          <p className="dim">{t.above}</p>
          <p className="faint">{t.small}</p>
          <details className="calibration-table">
            <summary>{t.asTable}</summary>
            <table className="table breakdown">
              <thead>
                <tr>
                  <th scope="col">{t.predicted}</th>
                  <th scope="col" className="number">
                    {t.observed}
                  </th>
                  <th scope="col" className="number">
                    {t.count}
                  </th>
                </tr>
              </thead>
              <tbody>
                {calibration.map((point) => (
                  <tr key={point.predicted}>
                    <th scope="row">{percent(point.predicted * 100, 1)}</th>
                    <td className="number">{percent(point.observed * 100, 1)}</td>
                    <td className="number">{count(point.count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </Card>
  );
});
