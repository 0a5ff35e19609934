import { counted, figure, isOne, percent } from '../counted.ts';

const users = (count: number): string => counted(count, 'usuario', 'usuarios');

export const userList = {
  title: 'Usuarios',
  newUser: 'Nuevo usuario',
  filter: 'Filtro',
  twoFactor: 'Autenticación de dos factores',
  all: 'Cualquier estado',
  enabled: 'Activada',
  disabled: 'Desactivada',
  search: 'Buscar por nombre o correo',
  state: 'Estado',
  states: {
    active: 'Activo',
    never_signed_in: 'Nunca ha iniciado sesión',
    invited: 'Invitado',
    suspended: 'Suspendido',
  },
  administrator: 'Administrador',
  rows: 'Filas',
  dense: 'Filas compactas',
  sortBy: (column: string) => `Ordenar por ${column}`,
  selectPage: 'Seleccionar todos los de esta página',
  previous: 'Página anterior',
  noneYet: 'Aún no hay resultados. Ve a la página siguiente para seguir buscando.',
  today: 'Hoy',
  percent,
  apply: 'Aplicar',
  email: 'Correo electrónico',
  name: 'Nombre',
  status: 'Autenticación de dos factores',
  lastSignIn: 'Último inicio de sesión',
  required: 'Con segundo factor',
  notRequired: 'Solo con contraseña',
  none: 'Ningún usuario coincide con estos filtros.',
  count: (count: number, hasMore: boolean) => `${users(count)}${hasMore ? ' en esta página; hay más' : ''}`,
  first: 'Primera página',
  next: 'Página siguiente',
  pages: 'Páginas de la lista',
  badAddress: 'Este enlace a la lista ya no funciona.',
  csv: 'Descargar CSV',
  csvBusy: 'Preparando…',
  csvDone: (count: number) => `CSV descargado: ${users(count)}`,
  adoption: 'Adopción de la autenticación de dos factores',
  adopted: (enabled: number, total: number) => {
    const share = percent(total === 0 ? 0 : Math.round((100 * enabled) / total));
    const have = isOne(enabled) ? 'tiene' : 'tienen';
    return `${figure(enabled)} de ${users(total)} (${share}) ${have} activada la autenticación de dos factores.`;
  },
  invitees: 'Quienes aún no han establecido una contraseña cuentan como usuarios sin ella.',
  followUp: 'Mostrar usuarios sin autenticación de dos factores',
  overTime: (since: string, before: number, now: number) =>
    `Del ${percent(before)} el ${since} al ${percent(now)} de hoy.`,
};

export const reminders = {
  column: 'Seleccionar',
  select: (email: string) => `Seleccionar ${email}`,
  skipped: {
    recently: (count: number) => `${users(count)} ya ${isOne(count) ? 'recibió' : 'recibieron'} uno esta semana.`,
    declined: (count: number) =>
      count === 1 ? '1 usuario no quiere recordatorios.' : `${figure(count)} usuarios no quieren recordatorios.`,
    not_set_up: (count: number) =>
      `${users(count)} todavía no ${isOne(count) ? 'ha' : 'han'} establecido una contraseña.`,
    suspended: (count: number) => `${users(count)} ${isOne(count) ? 'está suspendido' : 'están suspendidos'}.`,
    enabled: (count: number) =>
      `${users(count)} ya ${isOne(count) ? 'tiene' : 'tienen'} activada la autenticación de dos factores.`,
    not_found: (count: number) => `${users(count)} ya no ${isOne(count) ? 'existe' : 'existen'}.`,
  },
};

export const bulk = {
  title: 'Usuarios seleccionados',
  selected: (count: number) => `${users(count)} ${isOne(count) ? 'seleccionado' : 'seleccionados'}`,
  act: {
    remind: (count: number) => `Enviar recordatorio a ${figure(count)}`,
    invite: (count: number) => `Volver a invitar a ${figure(count)}`,
    suspend: (count: number) => `Suspender a ${figure(count)}`,
  },
  done: {
    remind: (count: number) =>
      `${isOne(count) ? 'Se ha enviado' : 'Se han enviado'} ${counted(count, 'recordatorio', 'recordatorios')}.`,
    invite: (count: number) =>
      `${isOne(count) ? 'Se ha enviado' : 'Se han enviado'} ${counted(count, 'invitación', 'invitaciones')}.`,
    suspend: (count: number) => `${isOne(count) ? 'Se ha suspendido a' : 'Se han suspendido a'} ${users(count)}.`,
  },
  progress: (count: number, total: number) => `${figure(count)} de ${figure(total)}`,
  stop: 'Detener',
  selectAll: 'Seleccionar a todos los usuarios que coinciden',
  clear: 'Quitar la selección',
  suspendTitle: (count: number) => `¿Suspender a ${users(count)}?`,
  suspendLead: 'Se cerrarán todas sus sesiones y no podrán iniciar sesión hasta que reactives sus cuentas.',
};
