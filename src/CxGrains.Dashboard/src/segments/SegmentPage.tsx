import { NotFoundPage } from "../app/NotFoundPage";
import { useIdParam } from "../app/useIdParam";
import { useSegment } from "../live/useTopic";
import { texts } from "../texts";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { SkeletonPage } from "../ui/SkeletonPage";
import { SegmentBody } from "./SegmentBody";

export function SegmentPage() {
  const id = useIdParam();
  const segment = useSegment(id);
  switch (segment.kind) {
    case "notFound":
      return <NotFoundPage title={texts.segments.notFound(id)} to="/segments" link={texts.segments.back} />;
    case "loading":
      return (
        <>
          <PageHead title={id} />
          <SkeletonPage />
        </>
      );
    case "failed":
      return <ProblemNote message={segment.reason} />;
    case "ready":
      return <SegmentBody view={segment.view} />;
  }
}
