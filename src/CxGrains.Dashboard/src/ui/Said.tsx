/** Words of the server, which speaks English only: read and laid out as such within a page of another language. */
export function Said({ words }: { readonly words: string | undefined }) {
  return <bdi lang="en">{words}</bdi>;
}
