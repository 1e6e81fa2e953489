import { deliveryTexts as t } from "../texts";
import { Card } from "../ui/Card";
import { CopyLine } from "../ui/CopyLine";

interface Props {
  readonly secret: string;
  readonly onDone: () => void;
}

/** A secret that was just made, this once. */
export function SecretCard({ secret, onDone }: Props) {
  return (
    <Card title={t.secret}>
      <p className="faint">{t.secretHint}</p>
      <CopyLine text={secret} />
      <div className="form-actions">
        <button type="button" className="button primary" onClick={onDone}>
          {t.done}
        </button>
      </div>
    </Card>
  );
}
