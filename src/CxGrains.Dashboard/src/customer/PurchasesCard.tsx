import { memo } from "react";
import type { PurchasesView } from "../api/views";
import { count } from "../format/numbers";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { MoneyLines } from "../ui/MoneyLines";

export const PurchasesCard = memo(function PurchasesCard({ purchases }: { readonly purchases: PurchasesView }) {
  const t = texts.customer;
  return (
    <Card title={t.purchases} note={t.purchaseCount(purchases.count, count(purchases.count))}>
      {purchases.count === 0 ? <Empty title={t.noPurchases} /> : <MoneyLines purchases={purchases} />}
    </Card>
  );
});
