import { useParams } from "react-router";

/** The id in the page's address; the router has decoded it. */
export function useIdParam(): string {
  return useParams().id ?? "";
}
