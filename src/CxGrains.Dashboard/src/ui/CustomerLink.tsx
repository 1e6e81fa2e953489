import { WayTo } from "./WayTo";

interface Props {
  readonly id: string;
  readonly name?: string | undefined;
}

export function CustomerLink({ id, name }: Props) {
  return (
    <WayTo className="customer-link" to={`/customers/${encodeURIComponent(id)}`}>
      <bdi>{name ?? id}</bdi>
    </WayTo>
  );
}
