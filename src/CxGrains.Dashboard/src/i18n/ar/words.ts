import type { Catalogue } from "../catalogue";
import { wordFor } from "../wordFor";
import { plural } from "./plural";

export const bands: Catalogue["bands"] = {
  high: "مرتفع",
  medium: "متوسط",
  low: "منخفض",
  notEnoughData: "بيانات غير كافية",
};

export const riskOf: Catalogue["riskOf"] = {
  high: "خطر مرتفع",
  medium: "خطر متوسط",
  low: "خطر منخفض",
  notEnoughData: "بيانات غير كافية",
};

export const metrics: Catalogue["metrics"] = { nps: "NPS", csat: "CSAT", ces: "CES", rating: "التقييم" };

export const metricNames: Catalogue["metricNames"] = {
  nps: "صافي نقاط الترويج",
  csat: "رضا العملاء",
  ces: "جهد العميل",
  rating: "التقييم",
};

export const metricHints: Catalogue["metricHints"] = {
  nps: "صافي نقاط الترويج: نسبة المروّجين (9 – 10) ناقص نسبة المنتقدين (0 – 6)، من −100 إلى 100",
  csat: "رضا العملاء: نسبة الإجابات في أعلى خانتين",
  ces: "مقياس جهد العميل: مدى سهولة الأمر من 1 إلى 7، والأعلى أسهل",
  rating: "متوسط جميع الإجابات",
};

export const span: Catalogue["span"] = (low, high) => `${low} – ${high}`;

export const categories: Catalogue["categories"] = {
  promoter: "مروّج",
  passive: "محايد",
  detractor: "منتقد",
  satisfied: "راضٍ",
  unsatisfied: "غير راضٍ",
  easy: "سهل",
  neutral: "بين بين",
  hard: "صعب",
  high: "مرتفع",
  medium: "متوسط",
  low: "منخفض",
};

export const categoriesPlural: Catalogue["categoriesPlural"] = {
  promoters: "المروّجون",
  passives: "المحايدون",
  detractors: "المنتقدون",
};

export const deeds: Catalogue["deeds"] = {
  visit: "زيارة",
  page: "مشاهدة",
  search: "بحث عن",
  feature_used: "استخدام",
  login: "تسجيل دخول",
  message: "رسالة",
  call: "مكالمة",
  email_sent: "أُرسل إليه بريد",
  email_opened: "فتح بريد",
  email_clicked: "نقر في بريد",
  purchase: "شراء",
  refund: "استرداد مبلغ",
  renewed: "تجديد",
  cancel_requested: "طلب إلغاء",
  cancelled: "إلغاء",
  complaint: "شكوى",
  ticket_opened: "فتح تذكرة",
  ticket_replied: "رد على تذكرة",
  ticket_resolved: "حل تذكرة",
  referral: "إحالة شخص آخر",
  review: "كتابة مراجعة",
  goal_started: "بدء",
  goal_completed: "إتمام",
  survey_sent: "أُرسل إليه استبيان",
  survey_response: "إجابة",
  identify: "تعريف الهوية",
  group: "انضمام إلى حساب",
  alias: "معرّف آخر",
  consent: "إبداء الموافقة",
};

export const otherDeed: Catalogue["otherDeed"] = (type) => `«${type}»`;

export const kinds: Catalogue["kinds"] = {
  visit: "زيارة",
  page: "صفحة",
  search: "بحث",
  feature_used: "ميزة",
  login: "دخول",
  message: "رسالة",
  call: "مكالمة",
  email_sent: "بريد",
  email_opened: "بريد",
  email_clicked: "بريد",
  purchase: "شراء",
  refund: "استرداد",
  renewed: "تجديد",
  cancel_requested: "طلب إلغاء",
  cancelled: "إلغاء",
  complaint: "شكوى",
  ticket_opened: "تذكرة",
  ticket_replied: "تذكرة",
  ticket_resolved: "تذكرة",
  referral: "إحالة",
  review: "مراجعة",
  goal_started: "هدف",
  goal_completed: "هدف",
  survey_sent: "استبيان",
  survey_response: "إجابة",
  identify: "هوية",
  group: "حساب",
  alias: "معرّف",
  consent: "موافقة",
};

export const activities: Catalogue["activities"] = {
  visit: "الزيارات",
  usage: "استخدام الميزات",
  purchase: "المشتريات",
  conversation: "الرسائل والمكالمات",
  support: "الشكاوى والتذاكر",
  email: "الرسائل البريدية المقروءة",
  feedback: "الإجابات والمراجعات",
  other: "نشاط آخر",
};

const factors: Readonly<Record<string, string>> = {
  silence: "المدة منذ آخر نشاط",
  history: "عدد الأيام النشطة حتى الآن",
  trend: "اتجاه النشاط",
  nps: "إجابة NPS",
  csat: "إجابة CSAT",
  ces: "إجابة CES",
  tickets: "التذاكر المفتوحة",
  cancelRequest: "طلب الإلغاء",
  value: "المشتريات",
  other: "كل ما عدا ذلك",
};

export const driver: Catalogue["driver"] = (factor) => {
  const [area, name] = factor.split(/\.(.*)/s);
  return name === undefined
    ? wordFor(factors, factor)
    : area === "activity"
      ? wordFor(activities, name)
      : `السمة ${name}`;
};

export const score: Catalogue["score"] = {
  status: { ok: "", notEnoughData: "لا بيانات كافية بعد" },
  answers: (n, shown) =>
    plural(n, shown, {
      zero: "لا إجابات",
      one: "إجابة واحدة",
      two: "إجابتان",
      few: "# إجابات",
      many: "# إجابة",
      other: "# إجابة",
    }),
  latest: "أحدث الإجابات، 90 يومًا",
  marginUnknown: "لا هامش بعد",
  change: (amount) => `${amount} خلال ثلاثين يومًا`,
  real: "خلال 30 يومًا، حقيقي",
  noise: "خلال 30 يومًا، ضمن التذبذب",
  noChange: "لا 30 يومًا سابقة",
  topTwo: "أعلى خانتين",
  meanOf: (scale) => `المتوسط، ${scale}`,
  cesMethod: { mean: "المتوسط، 1 – 7", agree: "الموافقة، 5 – 7" },
};
