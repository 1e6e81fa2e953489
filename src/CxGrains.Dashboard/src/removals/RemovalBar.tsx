import { useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { useNow } from "../format/clock";
import { count } from "../format/numbers";
import { texts } from "../texts";
import { Said } from "../ui/Said";
import { removals, sendOnLeave } from "./removals";
import { undoMs, type WaitingRemoval } from "./removalStore";
import { useRemovals } from "./useRemovals";

/** What was removed just now, with the way to undo it, and what the server refused to remove. It outlives the pages. */
export function RemovalBar() {
  const { waiting, refused } = useRemovals();
  const t = texts.removals;
  useEffect(sendOnLeave, []);
  return (
    <div className="removals" data-testid="removals">
      {refused.map(({ key, what, why }) => (
        <div key={key} className="removal" role="alert">
          <div className="removal-text">
            <p>
              <b>{t.refused(what)}</b>
            </p>
            <p>
              <Said words={why} />
            </p>
          </div>
          <button
            type="button"
            className="button"
            onClick={() => {
              removals.dismiss(key);
            }}
          >
            {t.dismiss}
          </button>
        </div>
      ))}
      {/* Each line is told once, when it comes: the seconds are for the eye. */}
      <div role="status" aria-atomic="false">
        {waiting.map((removal) => (
          <WaitingRow key={removal.key} removal={removal} />
        ))}
      </div>
    </div>
  );
}

function WaitingRow({ removal }: { readonly removal: WaitingRemoval }) {
  const nowMs = useNow(1);
  const undo = useRef<HTMLButtonElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    // The button that was pressed vanished with what it removed, or with its page: the keyboard goes on here.
    if (document.activeElement === document.body) {
      undo.current?.focus({ preventScroll: true });
    }
  }, [pathname]);
  const t = texts.removals;
  const seconds = Math.floor(Math.min(undoMs, Math.max(0, removal.dueMs - nowMs)) / 1000);
  return (
    <div className="removal">
      <p className="removal-text">
        {t.removed(removal.what)} <span className="sr-only">{t.within(count(undoMs / 1000))}</span>
      </p>
      <span className="removal-left" aria-hidden="true">
        {t.left(count(seconds))}
      </span>
      <button
        ref={undo}
        type="button"
        className="button"
        onClick={() => {
          removals.undo(removal.key);
        }}
      >
        {t.undo}
      </button>
      <span className="removal-line" style={{ animationDuration: `${undoMs}ms` }} aria-hidden="true" />
    </div>
  );
}
