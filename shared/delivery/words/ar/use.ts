import type { Facts, Words } from '../words.ts';
import { isolated } from './isolated.ts';
import { notMe, unexpected } from './unexpected.ts';

/* The texts of mails about the use of an account's codes and passwords: any of it may have been someone else. */

const rules = new Intl.PluralRules('ar');
const usedSoFar: Record<Intl.LDMLPluralRule, string> = {
  zero: 'لم يُستخدم أي رمز',
  one: 'استُخدم رمز واحد',
  two: 'استُخدم رمزان',
  few: 'استُخدمت # رموز',
  many: 'استُخدم # رمزًا',
  other: 'استُخدم # رمز',
};

export const mailsOfUse = {
  recoveryCodesShown: ({ when, where }: Facts): Words => ({
    subject: 'تم عرض رموز الاسترداد الخاصة بحسابك',
    lines: [
      `عُرضت رموز الاسترداد الخاصة بك في ${when} في جلسة مسجّلة الدخول إلى حسابك من العنوان ${isolated(where)}.`,
      unexpected,
    ],
    action: notMe,
  }),
  recoveryCodesRegenerated: ({ when, where }: Facts): Words => ({
    subject: 'لديك رموز استرداد جديدة',
    lines: [
      `أُنشئت 8 رموز استرداد جديدة لحسابك في ${when} من العنوان ${isolated(where)}. لم تعد رموزك السابقة صالحة.`,
      unexpected,
    ],
    action: notMe,
  }),
  recoveryCodesWithdrawn: ({ when }: Facts): Words => ({
    subject: 'أنشئ رموز استرداد جديدة',
    lines: [
      `تمت استعادة حسابك من نسخة احتياطية في ${when}، وربما استُخدمت رموز الاسترداد الخاصة بك منذ تلك النسخة. من باب الاحتياط، لم يعد أي منها صالحًا.`,
      'سجّل الدخول باستخدام تطبيق المصادقة وأنشئ رموزًا جديدة في إعدادات حسابك. إذا لم تعمل كلمة مرورك، فعيّن كلمة جديدة من خلال «هل نسيت كلمة المرور؟».',
    ],
    action: 'فتح إعدادات الحساب',
  }),
  recoveryCodeUsed: ({ when, where, used }: Facts): Words => ({
    subject: 'تم استخدام أحد رموز الاسترداد الخاصة بحسابك',
    lines: [
      `استُخدم أحد رموز الاسترداد الخاصة بك في ${when} من العنوان ${isolated(where)}. لم يعد هذا الرمز صالحًا، وحلّ محله رمز جديد.`,
      `من هذه المجموعة، ${usedSoFar[rules.select(used)].replace('#', String(used))} حتى الآن، وحلّ محل كل رمز رمز جديد. تجد الرموز الصالحة حاليًا في إعدادات الحساب.`,
      unexpected,
    ],
    action: notMe,
  }),
  bypassCodeIssued: ({ organization, when, pass }: Facts): Words => ({
    subject: 'رمز التجاوز لحسابك',
    lines: [
      `أصدر أحد مسؤولي ${isolated(organization)} رمز التجاوز هذا في ${when}. أدخله بدلًا من رمز تطبيق المصادقة. يُستخدم مرة واحدة، ولمدة قصيرة:`,
      isolated(pass),
      'لا تشاركه مع أي شخص. إذا لم تكن قد طلبت رمزًا، فاستخدم الزر أدناه.',
    ],
    action: notMe,
  }),
  bypassCodeUsed: ({ when, where }: Facts): Words => ({
    subject: 'تم استخدام رمز تجاوز للدخول إلى حسابك',
    lines: [
      `سُجّل الدخول إلى حسابك في ${when} من العنوان ${isolated(where)} بكلمة المرور ورمز تجاوز.`,
      'لا تزال المصادقة الثنائية مفعّلة. اربط تطبيق المصادقة الجديد من إعدادات الحساب.',
      unexpected,
    ],
    action: notMe,
  }),
  newDevice: ({ when, where }: Facts): Words => ({
    subject: 'تسجيل دخول إلى حسابك من جهاز جديد',
    lines: [`سُجّل الدخول إلى حسابك في ${when} من العنوان ${isolated(where)}، على جهاز لم تستخدمه من قبل.`, unexpected],
    action: notMe,
  }),
  secondFactorAbandoned: ({ when, where }: Facts): Words => ({
    subject: 'أدخل شخص ما كلمة مرور حسابك ولم يُكمل تسجيل الدخول',
    lines: [
      `قبيل ${when}، أدخل شخص ما من العنوان ${isolated(where)} كلمة مرور حسابك على جهاز لم تستخدمه من قبل، لكنه لم يُدخل العامل الثاني. لم يتم تسجيل الدخول.`,
      'إذا كنت أنت من فعل ذلك، فلا داعي لأي إجراء. وإلا فعيِّن كلمة مرور جديدة الآن.',
    ],
    action: notMe,
  }),
  secondFactorFailed: ({ when, where }: Facts): Words => ({
    subject: 'قد يكون شخص آخر على علم بكلمة مرور حسابك',
    lines: [
      `في ${when}، أدخل شخص ما من العنوان ${isolated(where)} كلمة مرور حسابك، لكنه لم يُدخل العامل الثاني الصحيح. لم يتم تسجيل الدخول.`,
      'إذا كنت أنت من فعل ذلك، فلا داعي لأي إجراء. وإلا فعيِّن كلمة مرور جديدة الآن.',
    ],
    action: notMe,
  }),
};
