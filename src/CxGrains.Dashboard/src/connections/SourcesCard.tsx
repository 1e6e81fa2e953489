import type { Source, SourceList } from "../api/connections";
import { useQuery } from "../api/useQuery";
import { wordFor } from "../i18n/wordFor";
import { connectionsTexts as t } from "../texts";
import { count, percent } from "../format/numbers";
import { Ago } from "../ui/Ago";
import { Card } from "../ui/Card";
import { Chip } from "../ui/Chip";
import { Empty } from "../ui/Empty";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";

const everyMs = 5_000;

/** Every way in which customers are heard: how much, how lately, and how much of it could not be read. */
export function SourcesCard() {
  const { view, problem, refresh } = useQuery<SourceList>("sources", everyMs);
  if (view === undefined) {
    return problem === undefined ? (
      <Skeleton heightRem={16} />
    ) : (
      <ProblemNote message={problem.message} onRetry={refresh} />
    );
  }

  return (
    <Card title={t.sources} note={t.sourcesNote(count(view.sources.length))} className="span-12">
      {view.sources.length === 0 ? (
        <Empty title={t.noSources}>
          <p>{t.noSourcesHint}</p>
        </Empty>
      ) : (
        <table className="table sources-table">
          <thead>
            <tr>
              <th scope="col">{t.source}</th>
              <th scope="col" className="number">
                {t.day}
              </th>
              <th scope="col" className="number col-week">
                {t.week}
              </th>
              <th scope="col" className="number">
                {t.bad}
              </th>
              <th scope="col" className="number">
                {t.last}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.sources.map((source) => (
              <SourceRow key={source.id} source={source} />
            ))}
          </tbody>
        </table>
      )}
      {view.notConnected.length > 0 && (
        <p className="chips">
          <span className="faint">{t.notConnected}</span>
          {view.notConnected.map((kind) => (
            <Chip key={kind}>{wordFor(t.kinds, kind)}</Chip>
          ))}
        </p>
      )}
    </Card>
  );
}

function SourceRow({ source }: { readonly source: Source }) {
  const bad = source.badShare ?? 0;
  return (
    <tr>
      <th scope="row">
        <span className="line">{source.name === source.kind ? wordFor(t.kinds, source.kind) : source.name}</span>
        {source.name !== source.kind && <span className="line faint">{wordFor(t.kinds, source.kind)}</span>}
      </th>
      <td className="number">{count(source.last24h)}</td>
      <td className="number col-week">{count(source.last7d)}</td>
      <td className="number">{bad > 0 ? <Chip tone="bad">{percent(bad * 100, bad < 0.1 ? 1 : 0)}</Chip> : "–"}</td>
      <td className="number">{source.lastAt === undefined ? t.never : <Ago iso={source.lastAt} thenDate />}</td>
    </tr>
  );
}
