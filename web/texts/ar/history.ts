import type { Method } from '../../../shared/domain/entities/sign-in.ts';
import type { securityEventTypes } from '../../../shared/domain/events/security-event.ts';
import type { Permission } from '../../../shared/domain/fields.ts';
import { isolated } from './isolated.ts';

export const methods: Record<Method, string> = {
  password: 'كلمة المرور',
  'password+totp': 'كلمة المرور ورمز من تطبيق المصادقة',
  'password+recovery_code': 'كلمة المرور ورمز استرداد',
  'password+bypass_code': 'كلمة المرور ورمز تجاوز',
};

export const permissionNames: Record<Permission, string> = { 'users:manage': 'إدارة المستخدمين' };

const types: Record<(typeof securityEventTypes)[number], string> = {
  user_created: 'إنشاء الحساب',
  user_invited_again: 'رابط جديد لتعيين كلمة المرور',
  user_renamed: 'تغيير الاسم',
  user_suspended: 'تعليق الحساب',
  user_reactivated: 'إعادة تنشيط الحساب',
  user_deleted: 'حُذف مستخدم',
  permissions_granted: 'منح أذونات',
  permissions_withdrawn: 'سحب أذونات',
  administrators_changed: 'تغيير في المسؤولين',
  waits_lifted: 'إنهاء مدة الانتظار',
  email_change_requested: 'طُلب تغيير البريد الإلكتروني',
  email_changed: 'تم تغيير البريد الإلكتروني',
  email_restored: 'تمت استعادة البريد الإلكتروني',
  password_set: 'تعيين كلمة المرور',
  password_changed: 'تغيير كلمة المرور',
  password_closed: 'قفل كلمة المرور على الأجهزة الجديدة بعد محاولات خاطئة كثيرة',
  session_ended: 'إنهاء جلسة',
  sessions_ended: 'إنهاء كل الجلسات الأخرى',
  all_sessions_ended: 'تسجيل الخروج من كل الأجهزة',
  two_factor_enabled: 'تفعيل المصادقة الثنائية',
  two_factor_replaced: 'استبدال تطبيق المصادقة',
  two_factor_disabled: 'إيقاف المصادقة الثنائية',
  two_factor_reset: 'إعادة ضبط المصادقة الثنائية',
  two_factor_undone: 'إيقاف المصادقة الثنائية بعد بلاغ «لستُ من فعل ذلك»',
  recovery_codes_shown: 'عرض رموز الاسترداد',
  recovery_codes_regenerated: 'إعادة إنشاء رموز الاسترداد',
  recovery_codes_withdrawn: 'سُحبت رموز الاسترداد بعد استعادة النسخة الاحتياطية',
  recovery_code_used: 'استخدام رمز استرداد وإنشاء بديل له',
  two_factor_reminded: 'إرسال تذكير بتفعيل المصادقة الثنائية',
  brand_changed: 'تغيير الهوية البصرية',
  two_factor_policy_set: 'تغيير سياسة المصادقة الثنائية',
  bypass_code_issued: 'إرسال رمز تجاوز',
  bypass_code_used: 'استخدام رمز تجاوز',
  second_factor_failed: 'كلمة المرور صحيحة والعامل الثاني خاطئ',
  second_factor_abandoned: 'كلمة المرور صحيحة ولم يكتمل تسجيل الدخول',
  reported_not_me: 'بلاغ «لستُ من فعل ذلك»: تسجيل الخروج من كل الأجهزة',
  mail_refused: 'تعذّر تسليم رسالة إلكترونية',
  mail_bounced: 'ارتدّت رسالة إلكترونية',
  mail_complained: 'أُبلغ عن رسالة إلكترونية كبريد مزعج',
};

/** Seen by another administrator: what happened to someone’s permissions. */
const administratorChanges: Record<string, string> = {
  user_created: 'أُنشئ حساب يمكنه إدارة المستخدمين',
  permissions_granted: 'مُنح أحد الأشخاص إذنًا',
  permissions_withdrawn: 'سُحب إذن من أحد الأشخاص',
  user_suspended: 'عُلّق حساب أحد المسؤولين',
  user_reactivated: 'أُعيد تنشيط حساب أحد المسؤولين',
  user_deleted: 'حُذف حساب أحد المسؤولين',
};

/** What made it possible; the texts of the events already mention a “This was not me” link. */
const links: Record<'invitation' | 'reset' | 'email', string> = {
  invitation: 'رابط دعوة',
  reset: 'رابط إعادة تعيين كلمة المرور',
  email: 'رابط تأكيد البريد',
};

export const signIns = {
  title: 'عمليات تسجيل الدخول',
  none: 'لا توجد عمليات تسجيل دخول بعد.',
  when: 'الوقت',
  how: 'الطريقة',
  twoFactor: 'العامل الثاني',
  from: 'عنوان IP',
  device: 'الجهاز',
  browserOn: (browser: string, system: string) => `${browser} على ${system}`,
  near: (city: string, country: string) => `بالقرب من ${isolated(city)}، ${country}`,
  unknownDevice: 'غير معروف',
  verified: 'تم التحقق منه',
  notVerified: 'لم يُستخدم',
};

export const events = {
  title: 'السجل',
  none: 'لم يحدث شيء بعد.',
  when: 'الوقت',
  what: 'الحدث',
  who: 'بواسطة',
  from: 'عنوان IP',
  brandParts: {
    name: 'الاسم',
    logo: 'الشعار',
    accent: 'الألوان',
    supportContact: 'جهة الدعم',
    lostPhoneHelp: 'المساعدة دون هاتف',
    links: 'الروابط',
  } as Record<string, string>,
  signedIn: 'تسجيل الدخول',
  actors: {
    owner: 'المستخدم',
    administrator: 'أحد المسؤولين',
    operator: 'مشغّل الخدمة',
    stranger: 'شخص مجهول',
    link_holder: 'شخص لديه رابط',
  },
  types,
  administratorChanges,
  permissions: permissionNames,
  links,
  about: 'عرض الحساب المعنيّ',
  withFacts: (what: string, facts: string[]) => `${what}: ${facts.join('؛ ')}`,
};
