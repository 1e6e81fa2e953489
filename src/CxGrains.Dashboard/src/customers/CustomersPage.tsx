import { useState } from "react";
import { useLocation, useSearchParams } from "react-router";
import { readErased } from "../privacy/erased";
import { privacyTexts, texts } from "../texts";
import { PageHead } from "../ui/PageHead";
import { readFilter, writeFilter, type CustomersFilter } from "./customersFilter";
import { CustomersFilters } from "./CustomersFilters";
import { CustomersList } from "./CustomersList";
import { FilterBuilder } from "./FilterBuilder";

export function CustomersPage() {
  const [params, setParams] = useSearchParams();
  const erased = readErased(useLocation().state);
  const filter = readFilter(params);
  const [isBuilding, setBuilding] = useState(filter.rule !== "");
  // Another list begins at its top again. The keys of the parts below differ even where nothing is filtered.
  const key = writeFilter(filter).toString();
  const change = (next: CustomersFilter) => {
    setParams(writeFilter(next), { replace: next.q !== filter.q, preventScrollReset: true });
  };
  return (
    <>
      <PageHead title={texts.customers.title} />
      {erased !== undefined && (
        <p className="done-note" role="status">
          {privacyTexts.erased[erased]}
        </p>
      )}
      <CustomersFilters
        filter={filter}
        onChange={change}
        isBuilding={isBuilding}
        onBuild={() => {
          setBuilding(!isBuilding);
        }}
      />
      {isBuilding && (
        <FilterBuilder
          key={`rule ${filter.rule}`}
          rule={filter.rule}
          onChange={(rule) => {
            change({ ...filter, rule });
          }}
        />
      )}
      <CustomersList key={`list ${key}`} query={key} filter={filter} onFilter={change} />
    </>
  );
}
