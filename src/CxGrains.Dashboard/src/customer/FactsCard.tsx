import { Link } from "react-router";
import type { CustomerView } from "../api/customerViews";
import { date } from "../format/dates";
import { count } from "../format/numbers";
import { useWorkspace } from "../live/useTopic";
import { texts } from "../texts";
import { Card } from "../ui/Card";

// Shown in the head already.
const headTraits = new Set(["name", "email"]);

/** Plain facts, traits and segments. */
export function FactsCard({ view }: { readonly view: CustomerView }) {
  const workspace = useWorkspace();
  const names = new Map(
    workspace.kind === "ready" ? workspace.view.segments.map((segment) => [segment.id, segment.name]) : [],
  );
  const t = texts.customer;
  const channels = Object.entries(view.channels).sort(([, a], [, b]) => b - a);
  const traits = Object.entries(view.traits).filter(([key]) => !headTraits.has(key));
  return (
    <Card title={t.facts}>
      <dl className="facts">
        <dt>{t.firstSeen}</dt>
        <dd>{date(view.firstSeen)}</dd>
        <dt>{t.interactions}</dt>
        <dd>{count(view.interactions)}</dd>
        <dt>{t.channels}</dt>
        <dd>{channels.map(([name, n]) => `${name} ${count(n)}`).join(" · ") || "–"}</dd>
        {traits.map(([key, value]) => (
          <Trait key={key} name={key} value={typeof value === "number" ? count(value) : String(value)} />
        ))}
        <dt>{t.segments}</dt>
        <dd className="chips">
          {view.segments.length === 0 && t.noSegments}
          {view.segments.map((id) => (
            <Link key={id} className="chip tone-accent" to={`/segments/${encodeURIComponent(id)}`}>
              {names.get(id) ?? id}
            </Link>
          ))}
        </dd>
      </dl>
    </Card>
  );
}

function Trait({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt className="capital">{name.replaceAll("_", " ")}</dt>
      <dd>{value}</dd>
    </>
  );
}
