import { lazy } from "react";
import { createBrowserRouter } from "react-router";
import { OverviewPage } from "../overview/OverviewPage";
import { CrashedPage } from "./CrashedPage";
import { LazyPage } from "./LazyPage";
import { NeedsScope } from "./NeedsScope";
import { NotFoundPage } from "./NotFoundPage";
import { Shell } from "./Shell";

// Pages that the overview need not wait for.
const AccountPage = lazy(async () => ({ default: (await import("../accounts/AccountPage")).AccountPage }));
const AccountsPage = lazy(async () => ({ default: (await import("../accounts/AccountsPage")).AccountsPage }));
const ConnectionsPage = lazy(async () => ({
  default: (await import("../connections/ConnectionsPage")).ConnectionsPage,
}));
const CustomerPage = lazy(async () => ({ default: (await import("../customer/CustomerPage")).CustomerPage }));
const InsightsPage = lazy(async () => ({ default: (await import("../insights/InsightsPage")).InsightsPage }));
const ModelPage = lazy(async () => ({ default: (await import("../model/ModelPage")).ModelPage }));
const DestinationsPage = lazy(async () => ({
  default: (await import("../destinations/DestinationsPage")).DestinationsPage,
}));
const DestinationPage = lazy(async () => ({
  default: (await import("../destinations/DestinationPage")).DestinationPage,
}));
const DestinationEditPage = lazy(async () => ({
  default: (await import("../destinations/DestinationEditPage")).DestinationEditPage,
}));
const MyAccountPage = lazy(async () => ({ default: (await import("../access/AccountPage")).AccountPage }));
const UsersPage = lazy(async () => ({ default: (await import("../access/UsersPage")).UsersPage }));
const KeysPage = lazy(async () => ({ default: (await import("../access/KeysPage")).KeysPage }));
const WallLinksPage = lazy(async () => ({ default: (await import("../wall/WallLinksPage")).WallLinksPage }));
const AlertsPage = lazy(async () => ({ default: (await import("../alerts/AlertsPage")).AlertsPage }));
const RuleEditPage = lazy(async () => ({ default: (await import("../alertRules/RuleEditPage")).RuleEditPage }));
const RulesPage = lazy(async () => ({ default: (await import("../alertRules/RulesPage")).RulesPage }));
const AuditPage = lazy(async () => ({ default: (await import("../privacy/AuditPage")).AuditPage }));
const CustomersPage = lazy(async () => ({ default: (await import("../customers/CustomersPage")).CustomersPage }));
const ReportsPage = lazy(async () => ({ default: (await import("../reports/ReportsPage")).ReportsPage }));
const ReportPage = lazy(async () => ({ default: (await import("../reports/ReportPage")).ReportPage }));
const ReportEditPage = lazy(async () => ({ default: (await import("../reports/ReportEditPage")).ReportEditPage }));
const SegmentEditPage = lazy(async () => ({ default: (await import("../segments/SegmentEditPage")).SegmentEditPage }));
const SegmentPage = lazy(async () => ({ default: (await import("../segments/SegmentPage")).SegmentPage }));
const SegmentsPage = lazy(async () => ({ default: (await import("../segments/SegmentsPage")).SegmentsPage }));
const SurveyEditPage = lazy(async () => ({ default: (await import("../surveys/SurveyEditPage")).SurveyEditPage }));
const SurveyPage = lazy(async () => ({ default: (await import("../surveys/SurveyPage")).SurveyPage }));
const SurveysPage = lazy(async () => ({ default: (await import("../surveys/SurveysPage")).SurveysPage }));
const SettingsPage = lazy(async () => ({ default: (await import("../settings/SettingsPage")).SettingsPage }));

export const router = createBrowserRouter([
  {
    element: <Shell />,
    children: [
      {
        // Around the pages only, so that the navigation outlives a page that fails.
        errorElement: <CrashedPage />,
        children: [
          { index: true, element: <OverviewPage /> },
          {
            element: <LazyPage />,
            children: [
              { path: "customers", element: <CustomersPage /> },
              { path: "accounts", element: <AccountsPage /> },
              { path: "accounts/:id", element: <AccountPage /> },
              { path: "surveys", element: <SurveysPage /> },
              { path: "surveys/:id", element: <SurveyPage /> },
              { path: "segments", element: <SegmentsPage /> },
              { path: "segments/:id", element: <SegmentPage /> },
              { path: "customers/:id", element: <CustomerPage /> },
              { path: "insights", element: <InsightsPage /> },
              { path: "model", element: <ModelPage /> },
              { path: "connections", element: <ConnectionsPage /> },
              { path: "settings", element: <SettingsPage /> },
              { path: "alerts", element: <AlertsPage /> },
              { path: "alerts/rules", element: <RulesPage /> },
              { path: "alerts/rules/:id", element: <RuleEditPage /> },
              { path: "account", element: <MyAccountPage /> },
              {
                element: <NeedsScope scope="manage" />,
                children: [
                  { path: "surveys/new", element: <SurveyEditPage /> },
                  { path: "surveys/:id/edit", element: <SurveyEditPage /> },
                  { path: "segments/new", element: <SegmentEditPage /> },
                  { path: "segments/:id/edit", element: <SegmentEditPage /> },
                  { path: "destinations", element: <DestinationsPage /> },
                  { path: "destinations/new", element: <DestinationEditPage /> },
                  { path: "destinations/:id", element: <DestinationPage /> },
                  { path: "destinations/:id/edit", element: <DestinationEditPage /> },
                  { path: "reports", element: <ReportsPage /> },
                  { path: "reports/new", element: <ReportEditPage key="new" /> },
                  { path: "reports/:id", element: <ReportPage /> },
                  { path: "reports/:id/edit", element: <ReportEditPage /> },
                  { path: "alerts/rules/new", element: <RuleEditPage key="new" /> },
                  { path: "settings/walls", element: <WallLinksPage /> },
                ],
              },
              {
                element: <NeedsScope scope="admin" />,
                children: [
                  { path: "audit", element: <AuditPage /> },
                  { path: "settings/users", element: <UsersPage /> },
                  { path: "settings/keys", element: <KeysPage /> },
                ],
              },
            ],
          },
          { path: "*", element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
