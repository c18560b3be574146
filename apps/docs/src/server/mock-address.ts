/** Where the commands and forms on the pages look for the mock. */
export const mockAddress = "http://127.0.0.1:4010";
