import { ofUsers } from '../counted.ts';
import { isolated } from '../isolated.ts';

export const policy = {
  title: 'سياسة المصادقة الثنائية',
  lead: 'ما تطلبه مؤسستك من مستخدميها',
  modes: {
    off: 'اختيارية: القرار لكل مستخدم',
    encouraged: 'مستحسنة: يُطلب ممن لم يفعّلها أن يفعّلها',
    required: 'إلزامية: بدءًا من تاريخ تختاره، لا يمكن لمن لم يفعّلها القيام بأي شيء قبل تفعيلها',
  },
  dayHint: (zone: string) =>
    `يسري هذا على عمليات تسجيل الدخول الجديدة. أما من سجّلوا الدخول من قبل، فتستمر جلساتهم حتى تنتهي خلال يوم واحد. يبدأ اليوم عند منتصف الليل، ${zone}.`,
  past: 'اختر اليوم أو يومًا لاحقًا.',
  touches: (count: number) => `لم تُفعَّل بعد لدى ${ofUsers(count)}.`,
  submit: 'حفظ السياسة',
  saved: 'تم حفظ السياسة.',
  encourages: (organization: string) =>
    `تطلب منك ${isolated(organization)} تفعيل المصادقة الثنائية. يستغرق ذلك دقيقتين تقريبًا.`,
  requires: (organization: string) =>
    `تشترط ${isolated(organization)} المصادقة الثنائية. فعِّلها للمتابعة، فلا يمكنك القيام بأي شيء آخر هنا قبل ذلك.`,
  willRequire: (organization: string) => `ستشترط ${isolated(organization)} المصادقة الثنائية قريبًا. فعِّلها قبل`,
};
