import { Link } from "react-router";
import type { ReportView } from "../api/reports";
import { dateTime } from "../format/dates";
import { reportTexts as t } from "../texts";
import { Chip } from "../ui/Chip";
import { pageText, scheduleText } from "./reportWords";

/** One report: what it shows, and when it is issued. */
export function ReportRow({ report }: { readonly report: ReportView }) {
  const { id, name, schedule, enabled, next } = report;
  return (
    <li className="row" data-testid="report-row">
      <div className="row-body">
        <p className="line">
          <Link to={`/reports/${encodeURIComponent(id)}`}>
            <bdi>{name}</bdi>
          </Link>{" "}
          <span className="faint">
            · <bdi>{pageText(report)}</bdi>
          </span>
        </p>
        <p className="line faint">
          {scheduleText(schedule)}
          {next !== undefined && ` · ${t.next(dateTime(next))}`}
        </p>
      </div>
      <span className="chips">
        <Chip tone={enabled ? "good" : "plain"}>{enabled ? t.on : t.off}</Chip>
      </span>
    </li>
  );
}
