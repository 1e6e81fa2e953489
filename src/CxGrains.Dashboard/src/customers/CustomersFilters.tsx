import { Link } from "react-router";
import type { RiskBand } from "../api/views";
import { SettledInput } from "../lists/SettledInput";
import { useWorkspace } from "../live/useTopic";
import { texts } from "../texts";
import { conditionParams, type CustomersFilter } from "./customersFilter";

interface Props {
  readonly filter: CustomersFilter;
  readonly onChange: (filter: CustomersFilter) => void;
  readonly isBuilding: boolean;
  readonly onBuild: () => void;
}

const bands: readonly RiskBand[] = ["high", "medium", "low", "notEnoughData"];

export function CustomersFilters({ filter, onChange, isBuilding, onBuild }: Props) {
  const workspace = useWorkspace();
  const segments = workspace.kind === "ready" ? workspace.view.segments : [];
  const t = texts.customers;
  return (
    <div className="filters" role="search">
      <SettledInput
        className="input search"
        label={t.search}
        value={filter.q}
        onChange={(q) => {
          onChange({ ...filter, q });
        }}
      />
      <select
        className="input"
        aria-label={t.band}
        value={filter.band}
        onChange={(event) => {
          onChange({ ...filter, band: event.target.value as RiskBand | "" });
        }}
      >
        <option value="">{t.anyBand}</option>
        {bands.map((band) => (
          <option key={band} value={band}>
            {texts.riskOf[band]}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={t.segment}
        value={filter.segment}
        onChange={(event) => {
          onChange({ ...filter, segment: event.target.value });
        }}
      >
        <option value="">{t.anySegment}</option>
        {segments.map((segment) => (
          <option key={segment.id} value={segment.id}>
            {segment.name}
          </option>
        ))}
      </select>
      <SettledInput
        className="input account"
        label={t.accountIs}
        value={filter.account}
        onChange={(account) => {
          onChange({ ...filter, account });
        }}
      />
      <button type="button" className="button" aria-expanded={isBuilding} onClick={onBuild}>
        {t.conditions}
      </button>
      <Link className="button" to={`/segments/new?${conditionParams(filter).toString()}`}>
        {t.toSegment}
      </Link>
    </div>
  );
}
