import { useId, useState } from "react";
import { send } from "../api/http";
import { removals } from "../removals/removals";
import { SecretInput } from "../session/SecretInput";
import { session } from "../session/sessionStore";
import { useSession } from "../session/useSession";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { FieldProblem } from "../ui/FieldProblem";
import { isOf } from "../ui/formProblem";
import { OtherProblem } from "../ui/OtherProblem";
import { PageHead } from "../ui/PageHead";
import { sendJson, useDeeds } from "./useDeeds";

/** One's own password and sign-ins. */
export function AccountPage() {
  const user = useSession()?.user;
  const t = texts.access;
  return (
    <>
      <PageHead title={t.account} />
      {user === undefined ? (
        <Card title={t.account}>
          <Empty title={t.noAccount}>
            <p>{t.noAccountHint}</p>
          </Empty>
        </Card>
      ) : (
        <>
          <p className="page-hint">
            <b>
              <bdi>{user.shownName}</bdi>
            </b>{" "}
            · <bdi>{user.name}</bdi> · {t.roles[user.role]}
          </p>
          <div className="grid">
            <OwnPassword />
            <SignOutEverywhere />
          </div>
        </>
      )}
    </>
  );
}

function OwnPassword() {
  const id = useId();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [isSaved, setSaved] = useState(false);
  const { problem, isWorking, run } = useDeeds();
  const t = texts.access;
  const save = async () => {
    setSaved(false);
    if (await run(() => sendJson("session/password", "POST", { current, password }))) {
      setSaved(true);
      setCurrent("");
      setPassword("");
    }
  };
  return (
    <Card title={t.changePassword} className="span-6">
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="field">
          <SecretInput
            id={`${id}-current`}
            label={t.currentPassword}
            value={current}
            autoComplete="current-password"
            isWrong={isOf(problem, "current")}
            onChange={setCurrent}
          />
          <FieldProblem problem={problem} field="current" />
        </div>
        <div className="field">
          <SecretInput
            id={`${id}-password`}
            label={t.newPassword}
            value={password}
            autoComplete="new-password"
            isWrong={isOf(problem, "password")}
            onChange={setPassword}
          />
          <FieldProblem problem={problem} field="password" hint={t.passwordHint} />
        </div>
        <OtherProblem problem={problem} fields={["current", "password"]} />
        <div className="form-actions">
          <button type="submit" className="button primary" disabled={isWorking}>
            {isWorking ? texts.form.saving : t.changePassword}
          </button>
          <span role="status" className="dim">
            {isSaved && t.passwordChanged}
          </span>
        </div>
      </form>
    </Card>
  );
}

function SignOutEverywhere() {
  const { problem, isWorking, run } = useDeeds();
  const t = texts.access;
  const end = async () => {
    await removals.sendNow();
    if (await run(() => send("session/sign-out-everywhere", { method: "POST" }))) {
      session.ended();
    }
  };
  return (
    <Card title={t.signOutEverywhere} className="span-6">
      <p className="dim">{t.signOutEverywhereHint}</p>
      <OtherProblem problem={problem} />
      <div className="form-actions">
        <button type="button" className="button" disabled={isWorking} onClick={() => void end()}>
          {t.signOutEverywhere}
        </button>
      </div>
    </Card>
  );
}
