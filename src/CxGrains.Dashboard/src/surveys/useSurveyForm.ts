import { useState } from "react";
import { useNavigate } from "react-router";
import { put } from "../api/http";
import { texts } from "../texts";
import { formProblem, type FormProblem } from "../ui/formProblem";
import { surveyBody, type SurveyDraft } from "./surveyBody";
import type { EditedSurvey } from "./useSurveyToEdit";

/** The state of the form. */
export function useSurveyForm(edited: EditedSurvey) {
  const navigate = useNavigate();
  const [draft, setDraft] = useState<SurveyDraft>({ ...edited, id: edited.id ?? "", scale: `${edited.scale}` });
  const [problem, setProblem] = useState<FormProblem>();
  const [isSaving, setSaving] = useState(false);

  const change = (part: Partial<SurveyDraft>) => {
    setDraft({ ...draft, ...part });
    setProblem(undefined);
  };

  const save = async () => {
    const body = surveyBody(draft);
    if (body.id === "") {
      setProblem({ field: "id", message: texts.form.idMissing });
      return;
    }

    setSaving(true);
    try {
      const path = encodeURIComponent(draft.id.trim());
      await put(`surveys/${path}`, body, edited.etag);
      await navigate(`/surveys/${path}`);
    } catch (error) {
      setProblem(formProblem(error, edited.id === undefined));
      setSaving(false);
    }
  };

  return { draft, change, problem, isSaving, save };
}
