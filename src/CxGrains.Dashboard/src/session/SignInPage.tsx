import { useState } from "react";
import { LanguagePicker } from "../app/LanguagePicker";
import { texts } from "../texts";
import { Segmented } from "../ui/Segmented";
import { recall, remember } from "../ui/remember";
import { KeyForm } from "./KeyForm";
import { NameForm } from "./NameForm";

const memory = "sign-in";

/** Asks who is there: by name and password, or by a key. The way that was taken last comes first. */
export function SignInPage() {
  const [isByKey, setByKey] = useState(() => recall(memory) === "key");
  const t = texts.session;
  return (
    <main className="gate">
      <div className="gate-card">
        <p className="brand">
          <img src="/favicon.svg" alt="" width="22" height="22" />
          {texts.page.product}
        </p>
        <h1>{t.title}</h1>
        <Segmented
          label={t.way}
          options={[
            { value: "name", text: t.byName },
            { value: "key", text: t.byKey },
          ]}
          value={isByKey ? "key" : "name"}
          onChange={(way) => {
            remember(memory, way);
            setByKey(way === "key");
          }}
        />
        <p className="dim">{isByKey ? t.text : t.nameText}</p>
        {isByKey ? <KeyForm /> : <NameForm />}
        <LanguagePicker />
      </div>
    </main>
  );
}
