import type { FormProblem } from "../ui/formProblem";
import type { SettingsDraft } from "./settingsDraft";

/** What each part of the form gets. */
export interface SectionProps {
  readonly draft: SettingsDraft;
  readonly change: (part: Partial<SettingsDraft>) => void;
  readonly problem: FormProblem | undefined;
}
