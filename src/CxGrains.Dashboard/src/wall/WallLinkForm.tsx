import { useState } from "react";
import { useSearchParams } from "react-router";
import { useDeeds } from "../access/useDeeds";
import type { CreatedWallLink } from "../api/access";
import { post } from "../api/http";
import { count } from "../format/numbers";
import { readScope } from "../insights/scope";
import { ScopePicker } from "../overview/ScopePicker";
import { insightsTexts, texts } from "../texts";
import { Card } from "../ui/Card";
import { CopyLine } from "../ui/CopyLine";
import { OtherProblem } from "../ui/OtherProblem";
import { SelectField } from "../ui/SelectField";
import { TextField } from "../ui/TextField";

const never = "never";
const ends = ["7", "30", "90", "365"] as const;
type End = typeof never | (typeof ends)[number];

/** Makes a link for the overview as it was looked at, or of another scope. The link is shown this once. */
export function WallLinkForm({ onChanged }: { readonly onChanged: () => void }) {
  const [params] = useSearchParams();
  const [scope, setScope] = useState(() => readScope(params));
  const [name, setName] = useState("");
  const [end, setEnd] = useState<End>(never);
  const [url, setUrl] = useState<string>();
  const { problem, isWorking, run } = useDeeds();
  const t = texts.wall;
  const make = () =>
    run(async () => {
      const created = await post<CreatedWallLink>("wall-links", {
        name: name.trim(),
        ...(scope.segment !== undefined && { segment: scope.segment }),
        ...(scope.days !== undefined && { window: `${scope.days}d` }),
        ...(end !== never && { expiresDays: Number(end) }),
      });
      setUrl(`${location.origin}${created.path}`);
      setName("");
      onChanged();
    });
  return (
    <Card title={t.make} className="span-6">
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextField
          label={texts.form.name}
          value={name}
          field="name"
          problem={problem}
          hint={t.nameHint}
          onChange={setName}
        />
        <div className="form-actions">
          <ScopePicker scope={scope} onChange={setScope} />
        </div>
        <SelectField<End>
          label={t.endsAfter}
          value={end}
          options={[
            { value: never, text: t.endsNever },
            ...ends.map((value) => ({
              value,
              text: value === "365" ? insightsTexts.year : insightsTexts.days(count(Number(value))),
            })),
          ]}
          field="expiresDays"
          problem={problem}
          onChange={setEnd}
        />
        <OtherProblem problem={problem} fields={["name", "expiresDays"]} />
        <div className="form-actions">
          <button type="submit" className="button primary" disabled={isWorking}>
            {isWorking ? texts.form.saving : t.make}
          </button>
        </div>
      </form>
      {url !== undefined && (
        <div role="status" data-testid="wall-url">
          <CopyLine text={url} />
          <p className="dim">{t.once}</p>
        </div>
      )}
    </Card>
  );
}
