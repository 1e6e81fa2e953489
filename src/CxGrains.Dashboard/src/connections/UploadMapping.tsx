import { connectionsTexts as t } from "../texts";
import type { Table } from "./csv";
import { fields, type FileMapping, type Target } from "./fileMapping";

interface Props {
  readonly table: Table;
  readonly mapping: FileMapping;
  readonly onChange: (mapping: FileMapping) => void;
}

const metrics = ["nps", "csat", "ces", "rating"] as const;

/** What each column of a file becomes. */
export function UploadMapping({ table, mapping, onChange }: Props) {
  const first = table.rows[0] ?? [];
  return (
    <>
      <table className="table upload-table">
        <thead>
          <tr>
            <th scope="col">{t.column}</th>
            <th scope="col">{t.example}</th>
            <th scope="col">{t.target}</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column, index) => (
            <tr key={column}>
              <th scope="row">
                <span className="line">{column}</span>
              </th>
              <td>
                <span className="line faint">{String((first[index] ?? "") as string | number)}</span>
              </td>
              <td>
                <select
                  className="input"
                  aria-label={`${t.target}: ${column}`}
                  value={mapping.targets[index] ?? ""}
                  onChange={(event) => {
                    const target = event.target.value as Target;
                    onChange({ ...mapping, targets: mapping.targets.map((old, at) => (at === index ? target : old)) });
                  }}
                >
                  <option value="">{t.ignore}</option>
                  {fields.map((field) => (
                    <option key={field} value={field}>
                      {field}
                    </option>
                  ))}
                  <option value="trait">{t.trait}</option>
                  <option value="property">{t.property}</option>
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="form-row">
        <label className="field">
          <span>{t.type}</span>
          <input
            className="input"
            value={mapping.type}
            onChange={(event) => {
              onChange({ ...mapping, type: event.target.value });
            }}
          />
        </label>
        {mapping.type === "survey_response" && !mapping.targets.includes("survey") && (
          <label className="field">
            <span>{t.survey}</span>
            <input
              className="input"
              value={mapping.survey}
              onChange={(event) => {
                onChange({ ...mapping, survey: event.target.value });
              }}
            />
          </label>
        )}
        {mapping.type === "survey_response" && !mapping.targets.includes("metric") && (
          <label className="field">
            <span>{t.metric}</span>
            <select
              className="input"
              value={mapping.metric}
              onChange={(event) => {
                onChange({ ...mapping, metric: event.target.value });
              }}
            >
              {metrics.map((metric) => (
                <option key={metric} value={metric}>
                  {metric}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </>
  );
}
