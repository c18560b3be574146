/** The command that brings generated files up to date, run at the root of the repository. */
export const generateCommand = "npm run generate";
