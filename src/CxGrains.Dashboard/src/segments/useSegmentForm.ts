import { useState } from "react";
import { useNavigate } from "react-router";
import { put } from "../api/http";
import { Problem } from "../api/problem";
import { texts } from "../texts";
import { formProblem, type FormProblem } from "../ui/formProblem";
import { toRule, toSimple, type SimpleRule } from "./rule";
import type { EditedSegment } from "./useSegmentToEdit";

/** The state of the form: rows where rows can show the rule, JSON otherwise or when asked for. */
export function useSegmentForm(edited: EditedSegment) {
  const navigate = useNavigate();
  const [id, setId] = useState(edited.id ?? "");
  const [name, setName] = useState(edited.name);
  const [simple, setSimple] = useState(() => toSimple(edited.rule));
  const [json, setJson] = useState(() => JSON.stringify(edited.rule, null, 2));
  const [isJson, setIsJson] = useState(simple === undefined);
  const [problem, setProblem] = useState<FormProblem>();
  const [isSaving, setSaving] = useState(false);

  const ruleNow = (): unknown => (isJson || simple === undefined ? (JSON.parse(json) as unknown) : toRule(simple));

  const showJson = () => {
    setJson(JSON.stringify(ruleNow(), null, 2));
    setIsJson(true);
  };

  const showRows = () => {
    try {
      const rows = toSimple(JSON.parse(json));
      if (rows === undefined) {
        setProblem({ field: "rule", message: texts.segments.jsonOnly });
        return;
      }

      setSimple(rows);
      setIsJson(false);
      setProblem(undefined);
    } catch (error) {
      setProblem({ field: "rule", message: texts.segments.jsonBroken(Problem.of(error).message) });
    }
  };

  const save = async () => {
    if (id.trim() === "") {
      setProblem({ field: "id", message: texts.form.idMissing });
      return;
    }

    let rule: unknown;
    try {
      rule = ruleNow();
    } catch (error) {
      setProblem({ field: "rule", message: texts.segments.jsonBroken(Problem.of(error).message) });
      return;
    }

    setSaving(true);
    try {
      const path = encodeURIComponent(id.trim());
      await put(`segments/${path}`, { id: id.trim(), name: name.trim() || id.trim(), rule }, edited.etag);
      await navigate(`/segments/${path}`);
    } catch (error) {
      setProblem(formProblem(error, edited.id === undefined));
      setSaving(false);
    }
  };

  const changeSimple = (next: SimpleRule) => {
    setSimple(next);
    setProblem(undefined);
  };

  return {
    id,
    setId,
    name,
    setName,
    simple,
    changeSimple,
    json,
    ruleJson: isJson || simple === undefined ? json : JSON.stringify(toRule(simple)),
    setJson,
    isJson,
    showJson,
    showRows,
    problem,
    isSaving,
    save,
  };
}
