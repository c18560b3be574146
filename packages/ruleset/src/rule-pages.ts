/**
 * The public address of the folder with the rules' pages. It is empty while there is none: then no finding links anywhere.
 * A release writes it into the packed file, from the address of the repository.
 */
export const rulePages: string = "";
