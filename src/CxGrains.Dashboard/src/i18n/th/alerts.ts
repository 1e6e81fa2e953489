import type { Catalogue } from "../catalogue";

export const alerts: Catalogue["alerts"] = {
  title: "การแจ้งเตือน",
  open: "รอจัดการ",
  resolved: "จัดการแล้ว",
  closed: "ปิดแล้ว",
  alreadySo: "เป็นอยู่ก่อนแล้ว",
  alreadySoHint: "เสี่ยงสูงอยู่ก่อนที่จะเป็นข่าว เช่นในประวัติที่นำเข้า ไม่ได้แจ้งใคร",
  allCustomers: "ลูกค้าทั้งหมด",
  churnHigh: "กลายเป็นเสี่ยงสูง",
  severities: { info: "ข้อมูล", warning: "เตือน", critical: "วิกฤต" },
  noneOpen: "ไม่มีการแจ้งเตือนที่เปิดอยู่",
  noneSo: "ไม่มีสิ่งใดเป็นอยู่ก่อนแล้ว",
  which: "การแจ้งเตือนใด",
  total: (shown, total) => `${shown} จาก ${total} ใหม่สุดก่อน`,
};
