import { Suspense } from "react";
import { Outlet } from "react-router";
import { SkeletonPage } from "../ui/SkeletonPage";

/** A page whose script is loaded when it is asked for. */
export function LazyPage() {
  return (
    <Suspense fallback={<SkeletonPage />}>
      <Outlet />
    </Suspense>
  );
}
