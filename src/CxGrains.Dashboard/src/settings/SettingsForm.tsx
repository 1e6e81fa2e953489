import { useEffect, useRef } from "react";
import { count } from "../format/numbers";
import { settingsTexts as t, texts } from "../texts";
import { ChurnSection } from "./ChurnSection";
import { goalExample, journeyExample, tierExample } from "./examples";
import { HealthSection } from "./HealthSection";
import { ListSection } from "./ListSection";
import { PrivacySection } from "./PrivacySection";
import type { SettingsDraft } from "./settingsDraft";
import { SlaSection } from "./SlaSection";
import type { useSettings } from "./useSettings";
import { ValueSection } from "./ValueSection";

interface Props {
  readonly settings: ReturnType<typeof useSettings>;
  readonly draft: SettingsDraft;
  readonly mayChange: boolean;
}

/** All settings; they are saved together. What the server says stands at the field it is about, and once more beside the button. */
export function SettingsForm({ settings, draft, mayChange }: Props) {
  const { problem, change, isSaving } = settings;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // A link may lead to a section, which was not there yet when the browser looked for it.
    if (location.hash !== "") {
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
    }
  }, []);
  useEffect(() => {
    if (problem !== undefined) {
      form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
    }
  }, [problem]);
  const section = { draft, change, problem };
  const today = new Date().toISOString().slice(0, 10);
  return (
    <form
      ref={form}
      className="settings"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void settings.save();
      }}
    >
      <fieldset disabled={!mayChange || isSaving} className="grid">
        <ChurnSection {...section} />
        <ValueSection {...section} />
        <HealthSection {...section} />
        <PrivacySection {...section} />
        <SlaSection {...section} />
        <ListSection
          {...section}
          name="goals"
          field="goals"
          title={t.goals}
          hint={t.goalsHint}
          example={goalExample(today)}
        />
        <ListSection
          {...section}
          name="journeys"
          field="journeys"
          title={t.journeys}
          hint={t.journeysHint}
          example={journeyExample}
        />
        <ListSection
          {...section}
          name="tiers"
          field="loyalty.tiers"
          title={t.tiers}
          hint={t.tiersHint}
          example={tierExample}
        />
      </fieldset>
      {mayChange && (
        <div className="card settings-save">
          <button type="submit" className="button primary" disabled={isSaving}>
            {isSaving ? texts.form.saving : texts.form.save}
          </button>
          <span role="status" className="dim">
            {settings.isSaved && t.saved}
          </span>
          {settings.isConflict ? (
            <>
              <span className="text-bad" role="alert">
                {t.changedElsewhere}
              </span>
              <button type="button" className="button" onClick={() => void settings.reload()}>
                {t.reload}
              </button>
            </>
          ) : (
            problem !== undefined && (
              <span className="text-bad" role="alert">
                {problem.field === undefined ? problem.message : t.at(readable(problem.field), problem.message)}
              </span>
            )
          )}
        </div>
      )}
    </form>
  );
}

// People count from one.
const readable = (field: string): string =>
  field.replace(/\[(\d+)\]/g, (_, index: string) => ` ${count(Number(index) + 1)}`);
