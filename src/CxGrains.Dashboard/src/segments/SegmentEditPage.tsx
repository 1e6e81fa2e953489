import { useParams, useSearchParams } from "react-router";
import { texts } from "../texts";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { SegmentForm } from "./SegmentForm";
import { useSegmentToEdit } from "./useSegmentToEdit";

/** A new segment, or the definition of one that is there. */
export function SegmentEditPage() {
  const id = useParams().id;
  const [wanted] = useSearchParams();
  const { edited, failure, retry } = useSegmentToEdit(id, wanted);
  return (
    <>
      <PageHead title={id === undefined ? texts.segments.create : (edited?.name ?? id)} />
      {failure !== undefined && <ProblemNote message={failure} onRetry={retry} />}
      {edited === undefined && failure === undefined && <Skeleton heightRem={26} />}
      {edited !== undefined && <SegmentForm key={id ?? ""} edited={edited} />}
    </>
  );
}
