import { useState } from "react";
import { send } from "../api/http";
import type { ConsentState, Purpose } from "../api/privacy";
import { Problem } from "../api/problem";
import type { CustomerView } from "../api/customerViews";
import { privacyTexts as t } from "../texts";
import { useMay } from "../session/useSession";
import { Card } from "../ui/Card";
import { EraseForm } from "./EraseForm";
import { stateOf } from "./stateOf";

const purposes: readonly Purpose[] = ["analytics", "contact", "testimonial"];

/** What a customer consents to, with switches for managers, the file of everything known, and the way to erase it for administrators. */
export function PrivacyCard({ view }: { readonly view: CustomerView }) {
  const isAdmin = useMay("admin");
  const mayState = useMay("manage");
  const [isErasing, setErasing] = useState(false);
  const [problem, setProblem] = useState<string>();
  const path = `customers/${encodeURIComponent(view.id)}`;
  const state = async (purpose: Purpose, granted: boolean) => {
    setProblem(undefined);
    try {
      // The live view shows it as soon as it has its effect.
      await send(`${path}/consent`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ [purpose]: granted }),
      });
    } catch (error) {
      setProblem(Problem.of(error).message);
    }
  };
  return (
    <Card title={t.privacy}>
      {!view.profiled && <p role="note">{t.counted}</p>}
      <dl className="facts consents">
        {purposes.map((purpose) => (
          <Row
            key={purpose}
            purpose={purpose}
            state={stateOf(view, purpose)}
            onState={mayState ? (granted) => void state(purpose, granted) : undefined}
          />
        ))}
      </dl>
      {problem !== undefined && (
        <p className="text-bad" role="alert">
          {problem}
        </p>
      )}
      {isAdmin && (
        <div className="form-actions privacy-deeds">
          <a className="button" href={`/api/v1/${path}/export`} download>
            {t.export}
          </a>
          {!isErasing && (
            <button
              type="button"
              className="button danger"
              onClick={() => {
                setErasing(true);
              }}
            >
              {t.erase}
            </button>
          )}
        </div>
      )}
      {isErasing && (
        <EraseForm
          id={view.id}
          onCancel={() => {
            setErasing(false);
          }}
        />
      )}
    </Card>
  );
}

interface RowProps {
  readonly purpose: Purpose;
  readonly state: ConsentState;
  /** Undefined where it may only be seen. */
  readonly onState: ((granted: boolean) => void) | undefined;
}

function Row({ purpose, state, onState }: RowProps) {
  return (
    <>
      <dt title={t.purposeHints[purpose]}>{t.purposes[purpose]}</dt>
      <dd>
        {t.states[state]}{" "}
        {onState !== undefined && (
          <button
            type="button"
            className="button small"
            role="switch"
            aria-checked={state === "granted"}
            aria-label={t.purposes[purpose]}
            onClick={() => {
              onState(state !== "granted");
            }}
          >
            {state === "granted" ? t.deny : t.grant}
          </button>
        )}
      </dd>
    </>
  );
}
