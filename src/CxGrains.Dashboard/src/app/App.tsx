import { RouterProvider } from "react-router";
import { SessionGate } from "../session/SessionGate";
import { router } from "./router";

export function App() {
  return (
    <SessionGate>
      <RouterProvider router={router} />
    </SessionGate>
  );
}
