import type { Catalogue } from "../catalogue";
import { plural } from "./plural";

export const accounts: Catalogue["accounts"] = {
  title: "الشركات",
  search: "ابحث في الشركات",
  tableLabel: "الشركات المطابقة",
  found: (n, shown) =>
    plural(n, shown, {
      zero: "لا شركات",
      one: "شركة واحدة",
      two: "شركتان",
      few: "# شركات",
      many: "# شركة",
      other: "# شركة",
    }),
  sorts: {
    risk: "أسوأ خطر",
    value: "القيمة",
    customers: "العملاء",
    lastSeen: "آخر ظهور",
    renewal: "التجديد",
    name: "الشركة",
  },
  worst: "مَن هو",
  none: "لا شركة تطابق.",
  noneHint: "جرّب حروفًا أقل.",
  empty: "لا شركات بعد.",
  emptyHint: "ينتمي العميل إلى شركة حين يسمّيها تفاعل من نوع “group”.",
  account: "شركة",
  back: "كل الشركات",
  notFound: (id) => `لا توجد شركة “${id}”.`,
  notFoundHint: "لا ينتمي إليها أي عميل الآن.",
  customers: (n, shown) =>
    plural(n, shown, {
      zero: "لا عملاء",
      one: "عميل واحد",
      two: "عميلان",
      few: "# عملاء",
      many: "# عميلًا",
      other: "# عميل",
    }),
  active: (n, shown) =>
    plural(n, shown, {
      zero: "لا نشط",
      one: "نشط واحد",
      two: "نشطان",
      few: "# نشطين",
      many: "# نشطًا",
      other: "# نشط",
    }),
  atRisk: (n, shown) =>
    plural(n, shown, {
      zero: "لا أحد في خطر مرتفع",
      one: "واحد في خطر مرتفع",
      two: "اثنان في خطر مرتفع",
      few: "# في خطر مرتفع",
      many: "# في خطر مرتفع",
      other: "# في خطر مرتفع",
    }),
  nobodyAtRisk: "لا أحد في خطر مرتفع",
  renewal: "التجديد",
  renewalUnknown: "لا يُعرف تاريخ للتجديد.",
  renewalHint: "تذكره سمة العميل “renewalDate”.",
  renewed: "جُدّد",
  notRenewed: "مضى التاريخ ولم يُجدَّد",
  usage: "الاستخدام",
  activeFacts: "ظهروا خلال 30 يومًا",
  activeOf: (active, all) => `${active} من ${all}`,
  interactions: "التفاعلات",
  engagement: "متوسط التفاعل",
  members: "العملاء، الأسوأ أولًا",
  allMembers: (n, shown) =>
    plural(n, shown, {
      zero: "كلهم: لا عملاء",
      one: "كلهم: عميل واحد",
      two: "كلهم: عميلان",
      few: "كلهم: # عملاء",
      many: "كلهم: # عميلًا",
      other: "كلهم: # عميل",
    }),
  alerts: "التنبيهات المفتوحة",
  noAlerts: "لا تنبيهات مفتوحة.",
};
