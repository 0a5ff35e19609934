/** A number of things: "1 user", "2 users". */
export const counted = (count: number, unit: string): string => (count === 1 ? `1 ${unit}` : `${count} ${unit}s`);
