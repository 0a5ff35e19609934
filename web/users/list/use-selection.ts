import { useState } from 'preact/hooks';
import type { UserView } from './all-users.ts';

/** The users that were selected, on whichever page of the list they are. */
export const useSelection = () => {
  const [selected, setSelected] = useState<ReadonlyMap<string, UserView>>(new Map());
  const set = (users: UserView[], isOn: boolean): void =>
    setSelected((before) => {
      const next = new Map(before);
      for (const user of users) {
        if (isOn) next.set(user.id, user);
        else next.delete(user.id);
      }
      return next;
    });
  const leave = (ids: string[]): void =>
    setSelected((before) => new Map([...before].filter(([id]) => !ids.includes(id))));
  return { selected, set, leave, clear: () => setSelected(new Map()) };
};
export type Selection = ReturnType<typeof useSelection>;
