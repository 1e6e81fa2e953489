import { useLocation, useSearchParams } from "react-router";
import { readErased } from "../privacy/erased";
import { privacyTexts, texts } from "../texts";
import { PageHead } from "../ui/PageHead";
import { readFilter, writeFilter, type CustomersFilter } from "./customersFilter";
import { CustomersFilters } from "./CustomersFilters";
import { CustomersList } from "./CustomersList";

export function CustomersPage() {
  const [params, setParams] = useSearchParams();
  const erased = readErased(useLocation().state);
  const filter = readFilter(params);
  // Another list begins at its top again.
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
      <CustomersFilters filter={filter} onChange={change} />
      <CustomersList key={key} query={key} filter={filter} onFilter={change} />
    </>
  );
}
