import type { Connection } from "../api/connections";
import { connectionsTexts as t } from "../texts";
import { count } from "../format/numbers";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { ConnectionRow } from "./ConnectionRow";

interface Props {
  readonly connections: readonly Connection[];
  readonly onChanged: () => void;
}

/** The tools that are connected, each with the URL it posts to. */
export function ConnectionsCard({ connections, onChanged }: Props) {
  return (
    <Card title={t.connections} note={count(connections.length)} className="span-12">
      {connections.length === 0 ? (
        <Empty title={t.noConnections}>
          <p>{t.noConnectionsHint}</p>
        </Empty>
      ) : (
        <ul className="connections">
          {connections.map((connection) => (
            <ConnectionRow key={connection.id} connection={connection} onChanged={onChanged} />
          ))}
        </ul>
      )}
    </Card>
  );
}
