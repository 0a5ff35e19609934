import { counted, isOne } from '../counted.ts';

export const policy = {
  title: 'Política de autenticación de dos factores',
  lead: 'Lo que tu organización pide a sus usuarios',
  modes: {
    off: 'Opcional: cada usuario decide',
    encouraged: 'Recomendada: se pide a los usuarios que no la tienen que la activen',
    required:
      'Obligatoria: a partir de la fecha que elijas, los usuarios que no la tengan no podrán hacer nada hasta que la activen',
  },
  dayHint: (zone: string) =>
    `Se aplica a los nuevos inicios de sesión. Quienes ya tienen una sesión abierta la conservan hasta que termine, como máximo un día. El día empieza a medianoche, ${zone}.`,
  past: 'Elige hoy o un día posterior.',
  touches: (count: number) =>
    `${counted(count, 'usuario', 'usuarios')} todavía no ${isOne(count) ? 'la tiene activada' : 'la tienen activada'}.`,
  submit: 'Guardar política',
  saved: 'Política guardada.',
  encourages: (organization: string) =>
    `${organization} te pide que actives la autenticación de dos factores. Solo lleva unos dos minutos.`,
  requires: (organization: string) =>
    `${organization} exige la autenticación de dos factores. Actívala para continuar. Hasta entonces, no podrás hacer nada más aquí.`,
  willRequire: (organization: string) =>
    `${organization} exigirá pronto la autenticación de dos factores. Actívala antes del`,
};
