import type { Facts, Words } from '../words.ts';
import { isolated } from './isolated.ts';
import { unexpectedOfOthers } from './unexpected.ts';

/* The texts of mails about what administrators do to accounts and rights. */

const changeInWords: Record<string, string> = {
  user_created: 'أُنشئ حساب لديه إذن بإدارة المستخدمين',
  permissions_granted: 'مُنح أحد الأشخاص إذنًا بإدارة المستخدمين',
  permissions_withdrawn: 'سُحب إذن إدارة المستخدمين من أحد الأشخاص',
  user_suspended: 'عُلّق حساب أحد المسؤولين',
  user_reactivated: 'أُعيد تنشيط حساب معلّق لأحد المسؤولين',
  user_deleted: 'حُذف حساب أحد المسؤولين',
};

export const mailsOfAdministration = {
  permissionsGranted: ({ organization, when }: Facts): Words => ({
    subject: 'أصبح بإمكانك إدارة المستخدمين',
    lines: [`في ${when}، منحك أحد المسؤولين إذنًا بإدارة المستخدمين لدى ${isolated(organization)}.`, unexpectedOfOthers],
  }),
  permissionsWithdrawn: ({ organization, when }: Facts): Words => ({
    subject: 'لم يعد بإمكانك إدارة المستخدمين',
    lines: [`في ${when}، سحب أحد المسؤولين إذنك بإدارة المستخدمين لدى ${isolated(organization)}.`, unexpectedOfOthers],
  }),
  administratorsChanged: ({ organization, when, change, about }: Facts): Words => ({
    subject: `تغيير في مسؤولي ${isolated(organization)}`,
    lines: [
      `في ${when}، ${changeInWords[change] ?? 'تغيّرت أذونات أحد المسؤولين'} لدى ${isolated(organization)}: ${isolated(about)}. يوضح سجل هذا الحساب من فعل ذلك.`,
      'إذا لم تكن تتوقع هذا التغيير، فراجع قائمة المستخدمين.',
    ],
  }),
  suspended: ({ organization, when }: Facts): Words => ({
    subject: 'تم تعليق حسابك',
    lines: [
      `علّق أحد مسؤولي ${isolated(organization)} حسابك في ${when}، وتم تسجيل خروجك من كل الأجهزة.`,
      'إذا كنت تعتقد أن هذا خطأ، فتواصل مع المسؤول.',
    ],
  }),
  reactivated: ({ organization, when }: Facts): Words => ({
    subject: 'حسابك نشط من جديد',
    lines: [`أعاد أحد مسؤولي ${isolated(organization)} تنشيط حسابك في ${when}. يمكنك تسجيل الدخول مجددًا.`],
  }),
  deleted: ({ organization, when }: Facts): Words => ({
    subject: 'حُذف حسابك',
    lines: [
      `حُذف حسابك لدى ${isolated(organization)} في ${when}. لم يعد بإمكانك تسجيل الدخول، وقد مُحيت بياناته.`,
      'يمكنك إزالة الحساب من تطبيق المصادقة. إذا كنت تعتقد أن هذا خطأ، فتواصل مع المسؤول.',
    ],
  }),
  waitsLifted: ({ organization, when }: Facts): Words => ({
    subject: 'يمكنك إعادة محاولة تسجيل الدخول على الفور',
    lines: [
      `أنهى أحد مسؤولي ${isolated(organization)} مدة الانتظار المفروضة على حسابك في ${when}. وكان سببها إدخال كلمات مرور أو رموز خاطئة.`,
      unexpectedOfOthers,
    ],
  }),
};
