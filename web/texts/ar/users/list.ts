import { counted, figure, ofUsers, users } from '../counted.ts';
import { isolated, percent } from '../isolated.ts';

export const userList = {
  title: 'المستخدمون',
  newUser: 'مستخدم جديد',
  filter: 'تصفية',
  twoFactor: 'حالة المصادقة الثنائية',
  all: 'الكل',
  enabled: 'مفعّلة',
  disabled: 'غير مفعّلة',
  search: 'البحث بالاسم أو البريد الإلكتروني',
  state: 'الحالة',
  states: { active: 'نشط', never_signed_in: 'لم يسجل الدخول بعد', invited: 'مدعو', suspended: 'معلّق' },
  administrator: 'مسؤول',
  rows: 'الصفوف',
  dense: 'صفوف متراصة',
  sortBy: (column: string) => `الفرز حسب ${column}`,
  selectPage: 'تحديد كل من في هذه الصفحة',
  previous: 'الصفحة السابقة',
  noneYet: 'لا توجد نتائج حتى الآن. انتقل إلى الصفحة التالية لمتابعة البحث.',
  today: 'اليوم',
  percent,
  apply: 'تطبيق',
  email: 'البريد الإلكتروني',
  name: 'الاسم',
  status: 'المصادقة الثنائية',
  lastSignIn: 'آخر تسجيل دخول',
  required: 'بالمصادقة الثنائية',
  notRequired: 'بكلمة المرور فقط',
  none: 'لا يوجد مستخدمون يطابقون عوامل التصفية هذه.',
  count: (count: number, hasMore: boolean) => `${users(count)}${hasMore ? ' في هذه الصفحة، وهناك المزيد' : ''}`,
  first: 'الصفحة الأولى',
  next: 'الصفحة التالية',
  pages: 'صفحات القائمة',
  badAddress: 'لم يعد هذا الرابط إلى القائمة صالحًا.',
  csv: 'تنزيل CSV',
  csvBusy: 'جارٍ التحضير…',
  csvDone: (count: number) => `تم تنزيل بيانات ${ofUsers(count)}`,
  adoption: 'انتشار المصادقة الثنائية',
  adopted: (enabled: number, total: number) =>
    `المصادقة الثنائية مفعّلة لدى ${figure(enabled)} من أصل ${ofUsers(total)} (${percent(total === 0 ? 0 : Math.round((100 * enabled) / total))}).`,
  invitees: 'يُحتسب من لم يعيّن كلمة مرور بعد ضمن من لم يفعّلوها.',
  followUp: 'عرض المستخدمين الذين لم يفعّلوا المصادقة الثنائية',
  overTime: (since: string, before: number, now: number) =>
    `من ${percent(before)} بتاريخ ${isolated(since)} إلى ${percent(now)} اليوم.`,
};

export const reminders = {
  column: 'تحديد',
  select: (email: string) => `تحديد ${email}`,
  skipped: {
    recently: (count: number) => `سبق أن تلقّى ${users(count)} تذكيرًا هذا الأسبوع.`,
    declined: (count: number) => `لا يرغب ${users(count)} في التذكيرات.`,
    not_set_up: (count: number) => `لم يعيّن ${users(count)} كلمة مرور بعد.`,
    suspended: (count: number) => `الحساب معلّق لدى ${ofUsers(count)}.`,
    enabled: (count: number) => `المصادقة الثنائية مفعّلة بالفعل لدى ${ofUsers(count)}.`,
    not_found: (count: number) =>
      counted(count, {
        ...{
          zero: '# مستخدم لم يعودوا موجودين.',
          one: 'مستخدم واحد لم يعد موجودًا.',
          two: 'مستخدمان لم يعودا موجودين.',
        },
        few: '# مستخدمين لم يعودوا موجودين.',
        many: '# مستخدمًا لم يعودوا موجودين.',
        other: '# مستخدم لم يعودوا موجودين.',
      }),
  },
};

export const bulk = {
  title: 'المستخدمون المحددون',
  selected: (count: number) => `تم تحديد ${users(count)}`,
  act: {
    remind: (count: number) => `إرسال تذكير (${figure(count)})`,
    invite: (count: number) => `إعادة الدعوة (${figure(count)})`,
    suspend: (count: number) => `تعليق (${figure(count)})`,
  },
  done: {
    remind: (count: number) =>
      counted(count, {
        ...{ zero: 'لم يُرسَل أي تذكير.', one: 'أُرسل تذكير واحد.', two: 'أُرسل تذكيران.' },
        ...{ few: 'أُرسلت # تذكيرات.', many: 'أُرسل # تذكيرًا.', other: 'أُرسل # تذكير.' },
      }),
    invite: (count: number) =>
      counted(count, {
        ...{ zero: 'لم تُرسَل أي دعوة.', one: 'أُرسلت دعوة واحدة.', two: 'أُرسلت دعوتان.' },
        ...{ few: 'أُرسلت # دعوات.', many: 'أُرسلت # دعوة.', other: 'أُرسلت # دعوة.' },
      }),
    suspend: (count: number) => `تم تعليق حسابات ${ofUsers(count)}.`,
  },
  progress: (count: number, total: number) => `${figure(count)} من ${figure(total)}`,
  stop: 'إيقاف',
  selectAll: 'تحديد كل المستخدمين المطابقين',
  clear: 'إلغاء التحديد',
  suspendTitle: (count: number) => `هل تريد تعليق حسابات ${ofUsers(count)}؟`,
  suspendLead: 'ستنتهي كل جلساتهم ولن يتمكنوا من تسجيل الدخول حتى تعيد تنشيط حساباتهم.',
};
