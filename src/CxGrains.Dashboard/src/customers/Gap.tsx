interface Props {
  readonly px: number;
  readonly columns: number;
}

/** Stands for the rows that are not drawn. */
export function Gap({ px, columns }: Props) {
  return px <= 0 ? null : (
    <tr className="gap" aria-hidden="true">
      <td colSpan={columns} style={{ blockSize: `${px}px` }} />
    </tr>
  );
}
