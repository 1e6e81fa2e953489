import type { KeyView } from "../api/access";
import { remove } from "../api/http";
import { removals } from "../removals/removals";
import { session } from "../session/sessionStore";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { Chip } from "../ui/Chip";
import { OtherProblem } from "../ui/OtherProblem";
import { useDeeds } from "./useDeeds";

interface Props {
  readonly of: KeyView;
  readonly onRevoked: () => void;
}

/** One key: what it may do, since when; and the way to end it. */
export function KeyRow({ of, onRevoked }: Props) {
  const { problem, isWorking, run } = useDeeds();
  const t = texts.keys;
  const revoke = async () => {
    const ask = of.current ? t.revokeOwnAsk(of.name) : t.revokeAsk(of.name);
    if (!confirm(ask)) {
      return;
    }

    if (of.current) {
      await removals.sendNow();
    }

    if (!(await run(() => remove(`keys/${encodeURIComponent(of.id)}`)))) {
      return;
    }

    if (of.current) {
      session.ended();
    } else {
      onRevoked();
    }
  };
  return (
    <li className="connection" data-testid="key-row" data-key={of.id}>
      <div className="connection-head">
        <b>
          <bdi>{of.name}</bdi>
        </b>
        {of.current && <Chip tone="accent">{t.yours}</Chip>}
        <button type="button" className="button small danger" disabled={isWorking} onClick={() => void revoke()}>
          {t.revoke}
        </button>
      </div>
      <div className="chips key-scopes">
        {of.scopes.map((scope) => (
          <Chip key={scope} tone={scope === "admin" ? "warn" : "plain"} title={t.scopeHints[scope]}>
            {t.scopes[scope]}
          </Chip>
        ))}
      </div>
      <p className="faint">
        <bdi dir="ltr">{of.id}</bdi> · {t.made} <Ago iso={of.created} thenDate />
      </p>
      <OtherProblem problem={problem} />
    </li>
  );
}
