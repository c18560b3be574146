/*
 * What the stateful mock remembers ends somewhere. How many bytes of images it holds is said in body/kept-bytes.ts. A
 * call that asks for more is 507; a seed that does is refused at the start.
 */

/** As many customers, files of the rewards catalogue and persons, of each kind. */
export const maxThings = 10_000;

/** As many characters of JSON as describe the files of the rewards catalogue in all: names may be long. */
export const maxFileCharacters = 16 * 1024 * 1024;

/** As many bytes as a seed has, without the images that it names. */
export const maxSeedBytes = 4 * 1024 * 1024;
