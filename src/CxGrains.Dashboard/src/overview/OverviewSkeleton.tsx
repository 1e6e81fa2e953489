import { Skeleton } from "../ui/Skeleton";

/** The overview's shape before its figures are here. */
export function OverviewSkeleton() {
  return (
    <div className="grid overview">
      <div className="kpis">
        {Array.from({ length: 6 }, (_, index) => (
          <Skeleton key={index} heightRem={9.5} />
        ))}
      </div>
      <div className="span-8">
        <Skeleton heightRem={26} />
      </div>
      <div className="span-4">
        <Skeleton heightRem={26} />
      </div>
      <div className="span-8">
        <Skeleton heightRem={34} />
      </div>
      <div className="span-4">
        <Skeleton heightRem={34} />
      </div>
    </div>
  );
}
