import type { Catalogue } from "../catalogue";
import { plural } from "./plural";

export const customers: Catalogue["customers"] = {
  title: "العملاء",
  columns: "الأعمدة",
  columnNames: { email: "البريد الإلكتروني", account: "الحساب", id: "المعرّف", segments: "الشرائح" },
  accountIs: "الحساب، بالضبط",
  conditions: "شروط أخرى: أنشئ شريحة",
  exportCsv: "تصدير CSV",
  exporting: (done, total) => `قُرئ ${done} من ${total} …`,
  exportStop: "إيقاف",
  exportMax: (n) => `صُدّر أول ${n} فقط: لا يتسع ملف لأكثر.`,
  exportDone: (n, shown) =>
    plural(n, shown, {
      zero: "لم يُصدَّر أي عميل.",
      one: "صُدّر عميل واحد.",
      two: "صُدّر عميلان.",
      few: "صُدّر # عملاء.",
      many: "صُدّر # عميلًا.",
      other: "صُدّر # عميل.",
    }),
  tableLabel: "العملاء المطابقون",
  search: "ابحث بالاسم أو البريد أو الحساب أو المعرّف",
  band: "الخطر",
  anyBand: "أي خطر",
  segment: "الشريحة",
  anySegment: "أي شريحة",
  found: (n, shown) =>
    plural(n, shown, {
      zero: "لا عملاء",
      one: "عميل واحد",
      two: "عميلان",
      few: "# عملاء",
      many: "# عميلًا",
      other: "# عميل",
    }),
  sorts: {
    risk: "الخطر",
    lastSeen: "آخر ظهور",
    engagement: "التفاعل",
    value: "القيمة",
    name: "العميل",
  },
  sortBy: (name) => `رتّب حسب ${name}`,
  why: "السبب",
  more: "تحميل المزيد",
  shown: (shown, total) => `${shown} من ${total}`,
  none: "لا عميل يطابق.",
  noneHint: "جرّب حروفًا أقل، أو خطرًا أو شريحة أخرى.",
  mixedValue: "مبالغ بعملات مختلفة، جُمعت كما هي",
  held: "الترتيب ثابت ما دام المؤشر فوق القائمة",
};
