import { type Example, send } from './example.ts';

const ofPerson: Example = async ({ admin, person }) => ({ token: admin, params: { userId: (await person()).id } });

export const listUsers: Example = async ({ admin, person }) => {
  await person();
  return { token: admin };
};
export const listUsersFiltered: Example = async (scene) => ({
  ...(await listUsers(scene)),
  query: '?twoFactor=disabled',
});
export const createUser: Example = async ({ admin, newEmail }) => ({
  token: admin,
  body: { email: newEmail(), name: 'New Person' },
});
export const getUser = ofPerson;
export const listUserSignIns = ofPerson;
export const listUserEvents = ofPerson;
export const listUserSessions = ofPerson;
export const updateUser: Example = async (scene) => ({ ...(await ofPerson(scene)), body: { name: 'Other Name' } });
/** The first link has not been used yet. */
export const inviteAgain: Example = async (scene) => {
  const { json } = await send('createUser', await createUser(scene));
  return { token: scene.admin, params: { userId: (json as { user: { id: string } }).user.id } };
};

const ofEnrolled: Example = async ({ admin, enrolledPerson }) => ({
  token: admin,
  params: { userId: (await enrolledPerson()).id },
  body: { reason: 'Phone lost; seen in person' },
});
export const resetTwoFactor = ofEnrolled;
export const issueBypassCode = ofEnrolled;
export const liftWaits = ofEnrolled;
export const endUserSessions = ofEnrolled;
export const changeUserEmail: Example = async (scene) => ({
  ...(await inviteAgain(scene)),
  body: { email: scene.newEmail() },
});
export const changeUserEmailWithPassword: Example = async (scene) => ({
  ...(await ofPerson(scene)),
  body: { email: scene.newEmail() },
});
export const deleteUser: Example = async ({ admin, enrolledPerson }) => ({
  token: admin,
  params: { userId: (await enrolledPerson()).id },
});
