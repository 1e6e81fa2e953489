import { useState } from "react";
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
  const [typed, setTyped] = useState(filter.q);
  // The box is made anew where the search came from elsewhere, such as the browser's back.
  const boxKey = typed === filter.q ? "typed" : filter.q;

  const change = (next: CustomersFilter) => {
    setTyped(next.q);
    setParams(writeFilter(next), { replace: next.q !== filter.q, preventScrollReset: true });
  };
  return (
    <>
      <PageHead title={texts.customers.title} />
      <CustomersFilters key={boxKey} filter={filter} onChange={change} />
      <CustomersList key={key} query={key} filter={filter} onFilter={change} />
    </>
  );
}
