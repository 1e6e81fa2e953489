/** Stands for the rows that are not drawn. It has no cells, so that it asks for no column that a narrow page leaves out. */
export function Gap({ px }: { readonly px: number }) {
  return px <= 0 ? null : <tr className="gap" aria-hidden="true" style={{ blockSize: `${px}px` }} />;
}
