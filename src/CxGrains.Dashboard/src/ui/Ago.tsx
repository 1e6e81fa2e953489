import { ago, date, dateTime, isOld } from "../format/dates";
import { useNow } from "../format/clock";

interface Props {
  readonly iso: string;
  /** Relative up to two days, then the date. */
  readonly thenDate?: boolean;
}

/** A relative time that keeps itself right; the exact one is its tip. */
export function Ago({ iso, thenDate = false }: Props) {
  const now = useNow();
  return (
    <time dateTime={iso} title={dateTime(iso)}>
      {thenDate && isOld(iso, now) ? date(iso) : ago(iso, now)}
    </time>
  );
}
