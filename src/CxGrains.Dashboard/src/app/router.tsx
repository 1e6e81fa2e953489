import { createBrowserRouter } from "react-router";
import { AlertsPage } from "../alerts/AlertsPage";
import { CustomerPage } from "../customer/CustomerPage";
import { CustomersPage } from "../customers/CustomersPage";
import { OverviewPage } from "../overview/OverviewPage";
import { SegmentEditPage } from "../segments/SegmentEditPage";
import { SegmentPage } from "../segments/SegmentPage";
import { SegmentsPage } from "../segments/SegmentsPage";
import { SurveyEditPage } from "../surveys/SurveyEditPage";
import { SurveyPage } from "../surveys/SurveyPage";
import { SurveysPage } from "../surveys/SurveysPage";
import { CrashedPage } from "./CrashedPage";
import { NotFoundPage } from "./NotFoundPage";
import { Shell } from "./Shell";

export const router = createBrowserRouter([
  {
    element: <Shell />,
    children: [
      {
        // Around the pages only, so that the navigation outlives a page that fails.
        errorElement: <CrashedPage />,
        children: [
          { index: true, element: <OverviewPage /> },
          { path: "customers", element: <CustomersPage /> },
          { path: "customers/:id", element: <CustomerPage /> },
          { path: "surveys", element: <SurveysPage /> },
          { path: "surveys/new", element: <SurveyEditPage /> },
          { path: "surveys/:id", element: <SurveyPage /> },
          { path: "surveys/:id/edit", element: <SurveyEditPage /> },
          { path: "segments", element: <SegmentsPage /> },
          { path: "segments/new", element: <SegmentEditPage /> },
          { path: "segments/:id", element: <SegmentPage /> },
          { path: "segments/:id/edit", element: <SegmentEditPage /> },
          { path: "alerts", element: <AlertsPage /> },
          { path: "*", element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
