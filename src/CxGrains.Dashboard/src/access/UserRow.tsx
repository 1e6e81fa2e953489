import { useState } from "react";
import type { UserView } from "../api/access";
import { remove, send } from "../api/http";
import type { Role } from "../api/views";
import { removals } from "../removals/removals";
import { useSession } from "../session/useSession";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { Chip } from "../ui/Chip";
import { OtherProblem } from "../ui/OtherProblem";
import { SelectField } from "../ui/SelectField";
import { PasswordForm } from "./PasswordForm";
import { roleOptions } from "./roles";
import { sendJson, useDeeds } from "./useDeeds";

interface Props {
  readonly user: UserView;
  readonly onChanged: () => void;
}

/** One user: the role to change, and what else can be done. */
export function UserRow({ user, onChanged }: Props) {
  const [isSetting, setSetting] = useState(false);
  const { problem, isWorking, run } = useDeeds();
  const isSelf = useSession()?.user?.name === user.name;
  const path = `users/${encodeURIComponent(user.name)}`;
  const t = texts.access;
  const change = async (deed: () => Promise<unknown>) => {
    if (isSelf) {
      // It may end the sign-in.
      await removals.sendNow();
    }

    if (await run(deed)) {
      onChanged();
    }
  };
  return (
    <li className="connection" data-testid="user-row" data-user={user.name}>
      <div className="connection-head">
        <b>
          <bdi>{user.displayName ?? user.name}</bdi>
        </b>
        {user.displayName !== undefined && <bdi className="faint">{user.name}</bdi>}
        {isSelf && <Chip tone="accent">{t.you}</Chip>}
        {user.disabled && <Chip tone="bad">{t.disabled}</Chip>}
        <span className="faint">
          {t.created} <Ago iso={user.created} thenDate />
        </span>
      </div>
      <div className="form-row">
        <SelectField<Role>
          label={t.role}
          value={user.role}
          options={roleOptions()}
          field="role"
          problem={problem}
          onChange={(role) => void change(() => sendJson(path, "PUT", { role }))}
        />
      </div>
      <OtherProblem problem={problem} fields={["role"]} />
      <div className="form-actions">
        <button
          type="button"
          className="button small"
          aria-expanded={isSetting}
          onClick={() => {
            setSetting(!isSetting);
          }}
        >
          {t.setPassword}
        </button>
        <button
          type="button"
          className="button small"
          disabled={isWorking}
          onClick={() => void change(() => send(`${path}/sign-out-everywhere`, { method: "POST" }))}
        >
          {t.signOutEverywhere}
        </button>
        <button
          type="button"
          className="button small"
          disabled={isWorking}
          onClick={() => void change(() => sendJson(path, "PUT", { disabled: !user.disabled }))}
        >
          {user.disabled ? t.enable : t.disable}
        </button>
        <button
          type="button"
          className="button small danger"
          disabled={isWorking}
          onClick={() => {
            if (confirm(t.removeAsk(user.name))) {
              void change(() => remove(path));
            }
          }}
        >
          {t.remove}
        </button>
      </div>
      {isSetting && (
        <PasswordForm
          name={user.name}
          onSave={async (password) => {
            await sendJson(`${path}/password`, "POST", { password });
            setSetting(false);
            onChanged();
          }}
        />
      )}
    </li>
  );
}
