import { useSearchParams } from "react-router";
import { texts } from "../texts";
import { PageHead } from "../ui/PageHead";
import { readFilter, writeFilter, type CustomersFilter } from "./customersFilter";
import { CustomersFilters } from "./CustomersFilters";
import { CustomersList } from "./CustomersList";

export function CustomersPage() {
  const [params, setParams] = useSearchParams();
  const filter = readFilter(params);
  // Another list begins at its top again.
  const key = writeFilter(filter).toString();
  const change = (next: CustomersFilter) => {
    setParams(writeFilter(next), { replace: next.q !== filter.q, preventScrollReset: true });
  };
  return (
    <>
      <PageHead title={texts.customers.title} />
      <CustomersFilters filter={filter} onChange={change} />
      <CustomersList key={key} query={key} filter={filter} onFilter={change} />
    </>
  );
}
