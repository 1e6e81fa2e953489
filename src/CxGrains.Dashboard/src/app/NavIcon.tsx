const paths = {
  overview: "M3 12.5 7.5 8l3.5 3.5L17 5M12.5 5H17v4.5M3 16.5h14",
  customers:
    "M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.5 16.5c0-2.8 2.2-4.5 5-4.5s5 1.7 5 4.5M13 4a2.7 2.7 0 0 1 0 5.3M14.5 12.2c1.8.5 3 2 3 4.3",
  accounts: "M3 17h14M4.5 17V3.5h7V17M11.5 8h4v9M7 6.5h2M7 9.5h2M7 12.5h2",
  surveys: "M3 4.5h14v9H9.5L6 16.5v-3H3ZM6.5 8h7M6.5 10.5h4",
  segments: "M10 3a7 7 0 1 0 7 7h-7ZM13 2.5A6.5 6.5 0 0 1 17.5 7H13Z",
  insights: "M3.5 4h13l-5 6v5.5l-3 1.5V10Z",
  model: "M3 3v14h14M5.5 14.5 16 4M7 11.5h.01M10 10.5h.01M12.5 6h.01M15 7h.01",
  connections: "M8 5 6.5 6.5a3.5 3.5 0 0 0 5 5L13 10M12 15l1.5-1.5a3.5 3.5 0 0 0-5-5L7 10",
  destinations: "M17 3 2.5 9l5.5 2.5L17 3l-4 14-5-5.5v5l2.6-2.6",
  reports: "M5 2.5h10v15H5ZM7.5 14v-3M10 14V7M12.5 14V9.5",
  settings: "M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4",
  audit: "M4.5 2.5h8l3 3v12h-11ZM7 9h6M7 12h6M7 15h4",
  alerts: "M5 13.5V9a5 5 0 0 1 10 0v4.5l1.5 1.5h-13ZM8.5 17h3",
} as const;

export type NavIconName = keyof typeof paths;

const turns: ReadonlySet<NavIconName> = new Set<NavIconName>(["destinations", "surveys"]);

export function NavIcon({ name }: { readonly name: NavIconName }) {
  return (
    <svg
      className={turns.has(name) ? "nav-icon nav-icon-turns" : "nav-icon"}
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
    >
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
