import { Link } from "react-router";

interface Props {
  readonly id: string;
  readonly name?: string | undefined;
}

export function CustomerLink({ id, name }: Props) {
  return (
    <Link className="customer-link" to={`/customers/${encodeURIComponent(id)}`}>
      <bdi>{name ?? id}</bdi>
    </Link>
  );
}
