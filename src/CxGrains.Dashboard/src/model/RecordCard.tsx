import type { ReactNode } from "react";
import type { ModelView } from "../api/modelView";
import { count, fixed, percent } from "../format/numbers";
import { modelTexts as t } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";

/** The record in figures, each with what it means in a sentence. */
export function RecordCard({ view }: { readonly view: ModelView }) {
  const { record } = view;
  if (record.predictions === 0) {
    return (
      <Card title={t.record}>
        <Empty title={t.recordEmpty}>
          <p>{t.recordEmptyHint(view.horizonDays, count(view.horizonDays))}</p>
        </Empty>
      </Card>
    );
  }

  const isOwn = record.of === "model";
  const judged = isOwn ? record.byOwnModel : record.predictions - record.byOwnModel;
  const isFirst = !isOwn && view.source === "model";
  const first = isFirst && (
    <p className="dim" data-testid="model-first">
      {t.recordFirst(count(record.byOwnModel))}
    </p>
  );
  if (record.status !== "ok") {
    return (
      <Card title={t.record} note={t.recordNote(judged, count(judged))}>
        {first}
        <p className="dim">{t.recordOneKind}</p>
      </Card>
    );
  }

  const { auc, topDecileLift: lift, brier, calibrationError, leftShare } = record;
  return (
    <Card title={t.record} note={isOwn ? t.recordNoteOwn(judged, count(judged)) : t.recordNote(judged, count(judged))}>
      {first}
      <dl className="record">
        {auc !== undefined && (
          <Figure name={t.auc} term={t.aucName} value={fixed(auc, 2)} testId="model-auc">
            {t.aucWords(count(auc * 100))}
          </Figure>
        )}
        {lift !== undefined && (
          <Figure name={t.lift} term={t.liftName} value={t.times(fixed(lift, 1))}>
            {t.liftWords(fixed(lift, 1))}
          </Figure>
        )}
        {brier !== undefined && (
          <Figure name={t.brier} term={t.brierName} value={fixed(brier, 3)}>
            {leftShare === undefined ? t.brierWordsPlain : t.brierWords(fixed(leftShare * (1 - leftShare), 3))}
          </Figure>
        )}
        {calibrationError !== undefined && (
          <Figure
            name={t.calibrationError}
            term={t.calibrationErrorName}
            value={t.points(fixed(calibrationError * 100, 1))}
          >
            {t.calibrationErrorWords}
          </Figure>
        )}
      </dl>
      {leftShare !== undefined && <p className="faint card-foot">{t.leftShare(percent(leftShare * 100, 1))}</p>}
    </Card>
  );
}

interface FigureProps {
  readonly name: string;
  readonly term: string;
  readonly value: string;
  readonly testId?: string;
  readonly children: ReactNode;
}

function Figure({ name, term, value, testId, children }: FigureProps) {
  return (
    <div>
      <dt>
        {name} <span className="faint">{term}</span>
      </dt>
      <dd className="record-value" data-testid={testId}>
        {value}
      </dd>
      <dd className="dim">{children}</dd>
    </div>
  );
}
