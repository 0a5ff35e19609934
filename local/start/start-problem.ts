/** Something that the person who starts the local cloud can fix: shown as one line, without a stack. */
export class StartProblem extends Error {}
