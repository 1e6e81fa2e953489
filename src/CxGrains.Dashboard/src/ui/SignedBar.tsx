interface Props {
  /** -1 to 1: to the end raises, to the start lowers. */
  readonly share: number;
}

/** A bar to either side of a middle line: the part of a signed contribution. */
export function SignedBar({ share }: Props) {
  const size = `${Math.min(1, Math.abs(share)) * 50}%`;
  return (
    <span className="signed-bar" aria-hidden="true">
      <i
        className={share > 0 ? "fill-bad" : "fill-good"}
        style={share > 0 ? { insetInlineStart: "50%", inlineSize: size } : { insetInlineEnd: "50%", inlineSize: size }}
      />
    </span>
  );
}
