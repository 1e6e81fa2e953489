import { Skeleton } from "./Skeleton";

/** The shape of a detail page while it loads. */
export function SkeletonPage() {
  return (
    <div className="grid">
      <div className="span-4">
        <Skeleton heightRem={15} />
      </div>
      <div className="span-8">
        <Skeleton heightRem={15} />
      </div>
      <div className="span-12">
        <Skeleton heightRem={24} />
      </div>
    </div>
  );
}
