import { useDeeds } from "../access/useDeeds";
import type { WallLink } from "../api/access";
import { remove } from "../api/http";
import { dateTime } from "../format/dates";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { OtherProblem } from "../ui/OtherProblem";
import { scopeWords } from "./scopeWords";

interface Props {
  readonly link: WallLink;
  readonly onChanged: () => void;
}

/** One link: what it shows, who made it, until when; and the way to end it. */
export function WallLinkRow({ link, onChanged }: Props) {
  const { problem, isWorking, run } = useDeeds();
  const t = texts.wall;
  const revoke = async () => {
    if (confirm(t.revokeAsk(link.name)) && (await run(() => remove(`wall-links/${encodeURIComponent(link.id)}`)))) {
      onChanged();
    }
  };
  return (
    <li className="connection" data-testid="wall-link">
      <div className="connection-head">
        <b>
          <bdi>{link.name}</bdi>
        </b>
        <span className="dim">{scopeWords(link)}</span>
        <button type="button" className="button small danger" disabled={isWorking} onClick={() => void revoke()}>
          {t.revoke}
        </button>
      </div>
      <p className="faint">
        {t.madeBy(link.createdBy)} · <Ago iso={link.created} thenDate /> ·{" "}
        {link.expires === undefined ? t.endsNever : t.ends(dateTime(link.expires))}
      </p>
      <OtherProblem problem={problem} />
    </li>
  );
}
