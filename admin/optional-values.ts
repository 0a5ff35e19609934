import type { Command, Option } from 'commander';

const spells = ({ short, long }: Option, word: string): boolean => word === short || word === long;

/**
 * An option with an optional value takes the next word as its value, even if that is the command: `--local create-user`
 * would look for a folder of that name. This gives such an option the value that it has when none is given.
 */
export const withOptionalValues = (program: Command, words: string[]): string[] => {
  const names = new Set(program.commands.flatMap((command) => [command.name(), ...command.aliases()]));
  const optional = program.options.filter((option) => option.optional);
  return words.map((word, index) => {
    const option = optional.find((candidate) => spells(candidate, word));
    return option?.long && names.has(words[index + 1] ?? '') ? `${option.long}=${option.presetArg}` : word;
  });
};
