/** One thing that is wrong with a body. */
export interface Problem {
  /** Where, as a JSON pointer: `/data/0/file/fileSize`; `""` for the body itself. */
  path: string;
  /** What, to be read after the path: `must be string`. */
  message: string;
}
