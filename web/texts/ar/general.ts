export const general = {
  problem: 'حدثت مشكلة',
  /** In the title of the window. */
  errorBefore: (title: string) => `خطأ: ${title}`,
  loading: 'جارٍ التحميل…',
  working: 'لحظة…',
  tryAgain: 'إعادة المحاولة',
  cancel: 'إلغاء',
  copy: 'نسخ',
  copied: 'تم النسخ',
  notCopied: 'تعذّر النسخ. حدِّد النص وانسخه بنفسك.',
  skip: 'الانتقال إلى المحتوى الرئيسي',
  never: 'لم يحدث بعد',
  more: 'عرض المزيد',
  navigation: 'التنقل الرئيسي',
  language: 'اللغة',
  support: 'التواصل مع الدعم',
};

export const nav = {
  account: 'الحساب',
  users: 'المستخدمون',
  signOut: 'تسجيل الخروج',
  stillSignedIn: 'لم يتم تسجيل خروجك لتعذّر الوصول إلى الخدمة. أعد المحاولة.',
};

export const notFound = {
  title: 'الصفحة غير موجودة',
  lead: 'لا يوجد شيء في هذا العنوان.',
  home: 'الانتقال إلى حسابك',
};
