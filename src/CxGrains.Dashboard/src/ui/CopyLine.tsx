import { useState } from "react";
import { texts } from "../texts";

/** A command to copy. */
export function CopyLine({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => {
      setCopied(false);
    }, 2000);
  };
  // The clipboard is there on secure origins only; elsewhere the line is copied by hand.
  const canCopy = typeof navigator !== "undefined" && "clipboard" in navigator;
  return (
    <div className="copy-line">
      <pre dir="ltr">
        <code>{text}</code>
      </pre>
      {canCopy && (
        <button type="button" className="button" onClick={() => void copy()}>
          {copied ? texts.first.copied : texts.first.copy}
        </button>
      )}
    </div>
  );
}
