import type { PurchasesView } from "../api/views";
import { money } from "../format/numbers";
import { texts } from "../texts";

/** Amounts by currency, largest first; different currencies are never added up. */
export function MoneyLines({ purchases }: { readonly purchases: PurchasesView }) {
  const amounts = Object.entries(purchases.byCurrency).sort(([, a], [, b]) => b - a);
  return (
    <ul className="money">
      {amounts.map(([currency, amount]) => (
        <li key={currency}>
          {money(amount, currency)}
          {currency === "" && <span className="faint"> {texts.customer.noCurrency}</span>}
        </li>
      ))}
    </ul>
  );
}
