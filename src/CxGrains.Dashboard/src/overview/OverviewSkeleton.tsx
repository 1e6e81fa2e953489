import { Skeleton } from "../ui/Skeleton";

/** The overview's shape before its figures are here. */
export function OverviewSkeleton() {
  return (
    <div className="grid overview">
      <div className="kpis">
        {Array.from({ length: 6 }, (_, index) => (
          <Skeleton key={index} heightRem={10.75} />
        ))}
      </div>
      <div className="span-8">
        <Skeleton heightRem={27} />
      </div>
      <div className="span-4">
        <Skeleton heightRem={27} />
      </div>
      <div className="span-8">
        <Skeleton heightRem={37} />
      </div>
      <div className="span-4">
        <Skeleton heightRem={37} />
      </div>
    </div>
  );
}
