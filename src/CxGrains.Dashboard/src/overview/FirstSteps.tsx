import { texts } from "../texts";
import { CopyLine } from "../ui/CopyLine";
import { curlAnswer, curlPurchase } from "./curlLines";

/** An empty workspace teaches how to fill it. */
export function FirstSteps() {
  return (
    <section className="card first-steps">
      <h2>{texts.first.title}</h2>
      <p className="dim">{texts.first.text}</p>
      <CopyLine text={curlPurchase(location.origin)} />
      <p className="dim">{texts.first.then}</p>
      <CopyLine text={curlAnswer(location.origin)} />
    </section>
  );
}
