import { useSearchParams } from "react-router";
import { SettledInput } from "../lists/SettledInput";
import { texts } from "../texts";
import { PageHead } from "../ui/PageHead";
import { readFilter, writeFilter, type AccountsFilter } from "./accountsFilter";
import { AccountsList } from "./AccountsList";

export function AccountsPage() {
  const [params, setParams] = useSearchParams();
  const filter = readFilter(params);
  // Another list begins at its top again.
  const key = writeFilter(filter).toString();
  const change = (next: AccountsFilter) => {
    setParams(writeFilter(next), { replace: next.q !== filter.q, preventScrollReset: true });
  };
  return (
    <>
      <PageHead title={texts.accounts.title} />
      <div className="filters" role="search">
        <SettledInput
          className="input search"
          label={texts.accounts.search}
          value={filter.q}
          onChange={(q) => {
            change({ ...filter, q });
          }}
        />
      </div>
      <AccountsList key={key} query={key} filter={filter} onFilter={change} />
    </>
  );
}
