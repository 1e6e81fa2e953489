import { useState } from "react";
import type { AlertOutcome } from "../api/alertViews";
import { alertTexts as t, texts } from "../texts";
import { FieldProblem } from "../ui/FieldProblem";
import { OtherProblem } from "../ui/OtherProblem";
import { untilIso, untils, type Until } from "./snooze";
import type { useHandling, Verb } from "./useHandling";

interface Props {
  readonly verb: Verb;
  readonly handling: ReturnType<typeof useHandling>;
  readonly onCancel: () => void;
}

const outcomes: readonly AlertOutcome[] = ["saved", "lost", "falseAlarm"];

/** What there is to say when an alert is taken, put off or resolved. */
export function HandlingForm({ verb, handling, onCancel }: Props) {
  const [note, setNote] = useState("");
  const [until, setUntil] = useState<Until>("fourHours");
  const [outcome, setOutcome] = useState<AlertOutcome>("saved");
  const { handle, problem, isWorking } = handling;
  return (
    <form
      className="alert-form"
      onSubmit={(event) => {
        event.preventDefault();
        void handle(verb, {
          ...(note.trim() !== "" && { note: note.trim() }),
          ...(verb === "snooze" && { until: untilIso(until, new Date()) }),
          ...(verb === "resolve" && { outcome }),
        });
      }}
    >
      {verb === "snooze" && (
        <label className="field">
          <span>{t.until}</span>
          <select
            className="input"
            value={until}
            onChange={(event) => {
              setUntil(event.target.value as Until);
            }}
          >
            {untils.map((value) => (
              <option key={value} value={value}>
                {t.untils[value]}
              </option>
            ))}
          </select>
          <FieldProblem problem={problem} field="until" />
        </label>
      )}
      {verb === "resolve" && (
        <label className="field">
          <span>{t.outcome}</span>
          <select
            className="input"
            value={outcome}
            onChange={(event) => {
              setOutcome(event.target.value as AlertOutcome);
            }}
          >
            {outcomes.map((value) => (
              <option key={value} value={value}>
                {t.outcomes[value]}
              </option>
            ))}
          </select>
          <FieldProblem problem={problem} field="outcome" />
        </label>
      )}
      <label className="field alert-note">
        <span>{t.note}</span>
        <textarea
          className="input"
          rows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
          }}
        />
        <FieldProblem problem={problem} field="note" hint={t.noteHint} />
      </label>
      <OtherProblem problem={problem} fields={["until", "outcome", "note"]} />
      <div className="form-actions">
        <button type="submit" className="button primary" disabled={isWorking}>
          {t[verb]}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {texts.form.cancel}
        </button>
      </div>
    </form>
  );
}
