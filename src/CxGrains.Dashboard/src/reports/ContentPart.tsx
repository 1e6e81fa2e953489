import { pageKinds } from "../api/reports";
import { Check } from "../ui/Check";
import { languages, ownNames } from "../i18n/language";
import { useWorkspace } from "../live/useTopic";
import { NumberField } from "../settings/NumberField";
import { reportTexts as t } from "../texts";
import { SelectField } from "../ui/SelectField";
import type { ReportPart } from "./part";
import { hasSegment } from "./reportDraft";

const pageOptions = pageKinds.map((value) => ({ value, text: t.pages[value] }));
const languageOptions = languages.map((value) => ({ value, text: ownNames[value] }));
const nothing = { value: "", text: "–" };

/** What the report shows, of which days, and in which language. */
export function ContentPart({ draft, change, problem }: ReportPart) {
  const workspace = useWorkspace();
  const { surveys, segments } = workspace.kind === "ready" ? workspace.view : { surveys: [], segments: [] };
  const named = (known: readonly { readonly id: string; readonly name: string }[]) =>
    known.map(({ id, name }) => ({ value: id, text: name }));
  return (
    <fieldset className="rule-part">
      <legend>{t.content}</legend>
      <SelectField
        label={t.page}
        value={draft.kind}
        options={pageOptions}
        field="page.kind"
        problem={problem}
        onChange={(kind) => {
          change({ kind });
        }}
      />
      {draft.kind === "survey" && (
        <SelectField
          label={t.survey}
          value={draft.survey}
          options={[nothing, ...named(surveys)]}
          field="page.id"
          problem={problem}
          onChange={(survey) => {
            change({ survey });
          }}
        />
      )}
      {hasSegment(draft.kind) && (
        <SelectField
          label={t.segment}
          value={draft.segment}
          options={[draft.kind === "segment" ? nothing : { value: "", text: t.everybody }, ...named(segments)]}
          field="page.id"
          problem={problem}
          onChange={(segment) => {
            change({ segment });
          }}
        />
      )}
      <NumberField
        label={t.windowDays}
        value={draft.windowDays}
        field="windowDays"
        hint={t.windowHint}
        problem={problem}
        onChange={(windowDays) => {
          change({ windowDays });
        }}
      />
      <SelectField
        label={t.language}
        value={draft.language}
        options={languageOptions}
        field="language"
        problem={problem}
        onChange={(language) => {
          change({ language });
        }}
      />
      <Check
        label={t.includeCustomers}
        checked={draft.includeCustomers}
        onChange={(includeCustomers) => {
          change({ includeCustomers });
        }}
      />
    </fieldset>
  );
}
