import type { Catalogue } from "../catalogue";
import { plural } from "./plural";

export const page: Catalogue["page"] = {
  product: "CxGrains",
  skip: "انتقل إلى المحتوى",
  loading: "جارٍ التحميل…",
  languagePick: "اللغة والأرقام",
};

export const nav: Catalogue["nav"] = {
  label: "القائمة الرئيسية",
  overview: "نظرة عامة",
  customers: "العملاء",
  accounts: "الشركات",
  surveys: "الاستبيانات",
  segments: "الشرائح",
  alerts: "التنبيهات",
  insights: "التحليلات",
  model: "النموذج",
  connections: "الاتصالات",
  settings: "الإعدادات",
  audit: "سجل التدقيق",
  destinations: "الوجهات",
  reports: "التقارير",
  openAlerts: (n, shown) =>
    plural(n, shown, {
      zero: "لا تنبيهات مفتوحة",
      one: "تنبيه مفتوح واحد",
      two: "تنبيهان مفتوحان",
      few: "# تنبيهات مفتوحة",
      many: "# تنبيهًا مفتوحًا",
      other: "# تنبيه مفتوح",
    }),
  signOut: "تسجيل الخروج",
  signInAsOther: "الدخول باسم آخر",
  workspace: "مساحة العمل",
};

export const theme: Catalogue["theme"] = {
  system: "الألوان: كما في النظام",
  light: "الألوان: فاتحة",
  dark: "الألوان: داكنة",
};

export const live: Catalogue["live"] = {
  connecting: "جارٍ الاتصال…",
  live: "مباشر",
  rate: (perSecond) => `${perSecond} تفاعل/ث`,
  stale: "غير محدَّث",
  lost: "انقطع البث · تجري إعادة الاتصال…",
  last: (time) => `آخر تحديث ${time}`,
  never: "لا تحديث بعد",
};

export const session: Catalogue["session"] = {
  title: "تسجيل الدخول",
  way: "طريقة الدخول",
  byName: "الاسم وكلمة المرور",
  byKey: "مفتاح",
  nameText: "يضيف مسؤول النظام المستخدمين. في المرة الأولى ادخل بالمفتاح الذي طبعه الخادم عند أول تشغيل.",
  name: "الاسم",
  password: "كلمة المرور",
  nameMissing: "الاسم وكلمة المرور مطلوبان.",
  nameWrong: "الاسم وكلمة المرور غير متطابقين، أو المستخدم معطَّل.",
  otherWorkspace: "مساحة عمل أخرى",
  workspace: "معرّف مساحة العمل",
  text: "طُبع مفتاح مرة واحدة عند أول تشغيل للخادم، ويمكن لمسؤول النظام إنشاء غيره.",
  key: "المفتاح",
  show: "إظهار",
  hide: "إخفاء",
  submit: "دخول",
  working: "جارٍ الدخول…",
  wrong: "لا يعرف الخادم هذا المفتاح، أو لا يُسمح له بالقراءة.",
  missing: "المفتاح مطلوب.",
};

export const form: Catalogue["form"] = {
  id: "المعرّف",
  name: "الاسم",
  idMissing: "المعرّف مطلوب.",
  idTaken: "هذا المعرّف مستخدم من قبل.",
  save: "حفظ",
  saving: "جارٍ الحفظ…",
  cancel: "إلغاء",
};

export const problems: Catalogue["problems"] = {
  unreachable: "تعذّر الوصول إلى الخادم.",
  status: (status) => `أجاب الخادم بالحالة ${status}.`,
  title: "لم ينجح الأمر",
  retry: "إعادة المحاولة",
  stale: "معروض كما كان؛ تعذّر جلب أرقام أحدث.",
  notFound: "لا توجد صفحة كهذه.",
  toOverview: "إلى النظرة العامة",
  crashed: "تعذّر رسم هذه الصفحة.",
};

export const removals: Catalogue["removals"] = {
  rule: (name) => `قاعدة التنبيه «${name}»`,
  destination: (name) => `الوجهة «${name}»`,
  payload: (source) => `حمولة من ${source}`,
  payloads: "كل ما في الحجر",
  removed: (what) => `أُزيل: ${what}`,
  within: (seconds) => `يمكنك التراجع خلال ${seconds} ثوانٍ.`,
  left: (seconds) => `${seconds} ث`,
  undo: "تراجع",
  refused: (what) => `لم تتم الإزالة: ${what}.`,
  dismiss: "إغلاق",
};
