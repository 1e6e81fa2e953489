import { Link } from "react-router";
import { texts } from "../texts";

interface Props {
  readonly isSaving: boolean;
  /** Where who cancels goes. */
  readonly to: string;
}

/** The end of a form that defines something. */
export function SaveOrCancel({ isSaving, to }: Props) {
  return (
    <div className="form-actions">
      <button type="submit" className="button primary" disabled={isSaving}>
        {isSaving ? texts.form.saving : texts.form.save}
      </button>
      <Link className="button" to={to}>
        {texts.form.cancel}
      </Link>
    </div>
  );
}
